/// A policy test before it is known which numbers somebody wants in place of its own.
struct PolicyDeclaration: Sendable {
  /// The stable name, such as `hsj-75`.
  let name: String
  /// What kind of rule it is.
  let kind: PolicyRule.Kind
  /// Its numbers, in the order of the kind's.
  let numbers: [Double]
  /// The roles of the layer whose units are judged; empty: any.
  let judged: [String]
  /// The roles of the layer against which they are judged; empty: any.
  let against: [String]
  /// The rule in other words than the kind's; empty for those.
  let text: String
  /// Where the rule comes from.
  let source: String

  /// Puts the parts together.
  init(
    _ name: String, _ kind: PolicyRule.Kind, _ numbers: [Double], of judged: [String] = [],
    against: [String] = [], text: String = "", source: String
  ) {
    (self.name, self.kind, self.numbers) = (name, kind, numbers)
    (self.judged, self.against, self.text, self.source) = (judged, against, text, source)
  }

  /// By which names its numbers can be given.
  var keys: [String] { [name] + kind.numbers.map { "\(name).\($0.name)" } }

  /// The test with numbers in place of its own, by those names. Throws `usage` for one that makes no sense.
  func preset(with given: [String: Double]) throws(FootprintsError) -> PolicyPreset {
    var values: [PolicyPreset.Number] = []
    for (place, number) in kind.numbers.enumerated() {
      let key = "\(name).\(number.name)"
      let wanted = given[key] ?? (place == 0 ? given[name] : nil)
      let value = wanted ?? numbers[place]
      guard number.kind.holds(value) else {
        throw FootprintsError(
          .usage, "preset \(given[key] == nil ? name : key) is \(value), not \(number.kind.words)",
          reason: .outOfRange("preset"))
      }
      values.append(.init(name: number.name, kind: number.kind, value: value, isGiven: wanted != nil))
    }
    let plain = values.map(\.value)
    func title(_ roles: [String]) -> RoleTitle {
      roles.lazy.compactMap(RoleTitle.title).first ?? RoleTitle(role: nil, layer: roles.first ?? "the layer")
    }
    return PolicyPreset(
      name: name,
      text: text.isEmpty ? kind.text(plain, of: title(judged), against: title(against)) : text,
      source: source, numbers: values, rule: kind.rule(plain), judged: judged, against: against)
  }
}

extension PolicyPreset.Number.Kind {
  /// Whether a number is one.
  func holds(_ value: Double) -> Bool {
    switch self {
    case .share: value > 0 && value <= 1
    case .people: value > 0 && value.isFinite
    }
  }

  /// What it has to be, in words.
  var words: String {
    switch self {
    case .share: "a share above 0 and up to 1"
    case .people: "a number of people above 0"
    }
  }
}
