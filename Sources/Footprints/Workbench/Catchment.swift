/// The catchments of all trusts over the bricks, made by one method.
struct Catchments {
  let method: CatchmentMethod
  /// Code and name of each trust.
  let trusts: [NamedCode]
  /// The share of each brick in each trust's catchment.
  let membership: Membership
  /// The area of each catchment in m2; nil where the method makes no polygon.
  let areas: [Double?]

  /// The trust that a user means by a code, a name, or a part of a name.
  func index(of text: String) throws(FootprintsError) -> Int {
    try Self.index(of: text, among: trusts)
  }

  /// See the instance method.
  static func index(of text: String, among trusts: [NamedCode]) throws(FootprintsError) -> Int {
    let wanted = text.lowercased()
    if let exact = trusts.firstIndex(where: {
      $0.code.lowercased() == wanted || $0.name.lowercased() == wanted
    }) {
      return exact
    }
    let holding =
      wanted.isEmpty ? [] : trusts.indices.filter { trusts[$0].name.lowercased().contains(wanted) }
    if holding.count == 1 { return holding[0] }
    if holding.count > 1 {
      let names = holding.prefix(8).map { "\(trusts[$0].name) (\(trusts[$0].code))" }.joined(separator: ", ")
      throw FootprintsError(
        .usage, "'\(text)' is a part of \(holding.count) trusts' names",
        remedy: "Say which by its code: \(names)\(holding.count > 8 ? ", ..." : "").")
    }
    let names = trusts.map { $0.name == $0.code || $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" }
    // A slip of the pen in one word of a long name is far from the whole name, but near to the word.
    let near = nearestNames(to: text, among: trusts.flatMap { [$0.code, $0.name] + $0.words })
    let shown = near.flatMap { name in
      trusts.indices.filter {
        trusts[$0].code == name || trusts[$0].name == name || trusts[$0].words.contains(name)
      }
    }.prefix(5).map { names[$0] }
    throw FootprintsError(
      .usage, "unknown trust '\(text)'",
      remedy: shown.isEmpty
        ? suggestion(for: text, among: names, kind: "trusts")
        : "Did you mean \(shown.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))?"
    )
  }
}

extension NamedCode {
  /// The words of the name that tell it from others; the short ones do not.
  fileprivate var words: [String] {
    name.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 }.map(String.init)
  }
}
