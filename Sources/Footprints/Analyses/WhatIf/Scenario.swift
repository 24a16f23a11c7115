/// What might change: areas that merge, are divided or exchange small areas, catchments and partners of plans.
package struct Scenario: Sendable, Equatable {
  /// One change.
  package enum Change: Sendable, Equatable {
    /// Areas become one. The code and name of the first where none are given.
    case merge([String], code: String?, name: String?)
    /// Some small areas of an area become one of their own.
    case split(String, bricks: [String], code: String, name: String?)
    /// Small areas pass to an area.
    case move([String], to: String)
    /// A trust's catchment becomes some small areas, whoever else has them.
    case catchment(String, bricks: [String])
    /// A trust's catchment, or every trust's where none is named, is made by another method.
    case method(CatchmentMethod, threshold: Double, of: String?)
    /// Partners join a plan and leave it.
    case partners(plan: String, add: [BetterCareFundPlan.Partner], remove: [String])
  }

  /// What it is called; nil where it has no name.
  package var name: String?
  /// The layer whose areas change; nil where it is not said.
  package var layer: String?
  /// The layer that it is scored against; nil where it is not said.
  package var against: String?
  /// The day on which it comes into force, such as `2027-04-01`; nil where it is not said.
  package var date: String?
  /// The changes, each made to what those before it have left.
  package var changes: [Change]

  /// Reads a scenario from a JSON or YAML document.
  ///
  /// Throws `badData` for whatever is no scenario, with the number of the change.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    let document: JSONValue
    let first = bytes.array.first { !$0.isASCIIWhitespace }
    if first == UInt8(ascii: "{") {
      document = try JSONValue(parsing: bytes)
    } else {
      document = try JSONValue(parsingYAML: bytes)
    }
    let members = try ScenarioMembers(document, file: bytes.name, place: nil)
    try members.know(["name", "layer", "against", "date", "changes"])
    name = try members.text("name")
    layer = try members.text("layer")
    against = try members.text("against")
    date = try members.text("date")
    if let date, CalendarDay(date) == nil {
      throw members.failure("'date' is '\(date)', no day such as 2027-04-01")
    }
    guard case .array(let changes)? = members["changes"], !changes.isEmpty else {
      throw members.failure(
        "has no list of 'changes'",
        remedy: "Each is an object with 'merge', 'split', 'move', 'catchment', 'catchments' or 'plan'.")
    }
    self.changes = []
    for (number, change) in changes.enumerated() {
      let own = try ScenarioMembers(change, file: bytes.name, place: "change \(number + 1)")
      self.changes.append(try Change(own))
    }
  }
}

extension Scenario.Change {
  fileprivate init(_ members: ScenarioMembers) throws(FootprintsError) {
    let kinds = ["merge", "split", "move", "catchment", "catchments", "plan"]
    let present = kinds.filter { members[$0] != nil }
    guard present.count == 1, let kind = present.first else {
      throw members.failure(
        present.isEmpty ? "is no change that is known" : "is several changes in one",
        remedy: "Give one of \(Wording.list(kinds.map { "'\($0)'" })).")
    }
    switch kind {
    case "merge":
      try members.know(["merge", "code", "name"])
      let codes = try members.texts("merge")
      guard Set(codes).count > 1 else { throw members.failure("merges fewer than two areas") }
      self = .merge(codes, code: try members.text("code"), name: try members.text("name"))
    case "split":
      try members.know(["split", "bricks", "code", "name"])
      self = .split(
        try members.required("split"), bricks: try members.texts("bricks"),
        code: try members.required("code"),
        name: try members.text("name"))
    case "move":
      try members.know(["move", "to"])
      self = .move(try members.texts("move"), to: try members.required("to"))
    case "catchment":
      try members.know(["catchment", "bricks", "method", "threshold"])
      let trust = try members.required("catchment")
      if members["bricks"] != nil {
        self = .catchment(trust, bricks: try members.texts("bricks"))
      } else {
        self = .method(
          try members.method("method"), threshold: try members.share("threshold") ?? 0.3, of: trust)
      }
    case "catchments":
      try members.know(["catchments", "threshold"])
      self = .method(
        try members.method("catchments"), threshold: try members.share("threshold") ?? 0.3, of: nil)
    default:
      try members.know(["plan", "add", "remove"])
      let (add, remove) = (try members.partners("add"), try members.list("remove"))
      guard !(add.isEmpty && remove.isEmpty) else {
        throw members.failure("changes no partner", remedy: "Give 'add' or 'remove'.")
      }
      self = .partners(plan: try members.required("plan"), add: add, remove: remove)
    }
  }

  /// The change in words.
  var sentence: String {
    func list(_ codes: [String]) -> String { CodeList(codes).description }
    func called(_ name: String?) -> String { name.map { " (\($0))" } ?? "" }
    switch self {
    case .merge(let codes, let code, let name):
      return "\(list(codes)) become one area\(code.map { ", \($0)" } ?? "")\(called(name))"
    case .split(let code, let bricks, let new, let name):
      return
        "\(list(bricks)) of \(code) \(Wording.form(bricks.count, "becomes", "become")) \(new)\(called(name))"
    case .move(let bricks, let code):
      return
        "\(list(bricks)) \(Wording.form(bricks.count, "passes", "pass")) to \(code)"
    case .catchment(let trust, let bricks):
      return "the catchment of \(trust) becomes \(Wording.plural(bricks.count, "small area"))"
    case .method(let method, let threshold, let trust):
      return
        "\(trust.map { "the catchment of \($0) is" } ?? "catchments are") made by \(method.rawValue)\(method == .threshold ? " of \(Wording.setting(threshold))" : "")"
    case .partners(let plan, let add, let remove):
      let parts = [
        add.isEmpty
          ? nil : "\(list(add.map(\.organisation.code))) \(Wording.form(add.count, "joins", "join"))",
        remove.isEmpty ? nil : "\(list(remove)) \(Wording.form(remove.count, "leaves", "leave"))",
      ].compactMap(\.self)
      return "\(parts.joined(separator: " and ")) the plan \(plan)"
    }
  }
}

/// The members of an object of a scenario.
private struct ScenarioMembers {
  private let members: [JSONValue.Member]
  private let file: String
  private let place: String?

  init(_ value: JSONValue, file: String, place: String?) throws(FootprintsError) {
    (self.file, self.place) = (file, place)
    guard case .object(let members) = value else {
      throw FootprintsError(
        .badData, "is no object with members", file: file, place: place,
        remedy: "A scenario has the members 'layer' and 'changes'.")
    }
    self.members = members
  }

  subscript(_ name: String) -> JSONValue? { members.last { $0.name == name }?.value }

  func failure(_ message: String, remedy: String? = nil) -> FootprintsError {
    FootprintsError(.badData, message, file: file, place: place, remedy: remedy)
  }

  /// Refuses members that are not known: they would be passed over in silence.
  func know(_ known: [String]) throws(FootprintsError) {
    for member in members where !known.contains(member.name) {
      throw failure(
        "has a member '\(member.name)' that means nothing here",
        remedy: suggestion(for: member.name, among: known, kind: "members"))
    }
  }

  func text(_ name: String) throws(FootprintsError) -> String? {
    switch self[name] {
    case nil, .null?: return nil
    case .string(let text)? where !text.isEmpty: return text
    case .integer(let number)?: return String(number)
    default: throw failure("'\(name)' is no text")
    }
  }

  func required(_ name: String) throws(FootprintsError) -> String {
    if let text = try text(name) { return text }
    throw failure("has no '\(name)'")
  }

  /// A list of texts; empty where there is none.
  func list(_ name: String) throws(FootprintsError) -> [String] {
    guard let value = self[name] else { return [] }
    guard case .array(let elements) = value else { return [try required(name)] }
    let texts = elements.compactMap(\.text)
    guard texts.count == elements.count, !texts.contains("") else {
      throw failure("'\(name)' is no list of codes")
    }
    return texts
  }

  func texts(_ name: String) throws(FootprintsError) -> [String] {
    let texts = try list(name)
    if texts.isEmpty { throw failure("has no '\(name)', which is a list of codes") }
    return texts
  }

  func share(_ name: String) throws(FootprintsError) -> Double? {
    let number: Double?
    switch self[name] {
    case nil: return nil
    case .string(let text)?: number = NumberText.double(text)
    case let value?: number = value.double
    }
    guard let number, number > 0, number <= 1 else {
      throw failure("'\(name)' is no share above 0 and up to 1")
    }
    return number
  }

  func method(_ name: String) throws(FootprintsError) -> CatchmentMethod {
    let text = try required(name)
    if let method = CatchmentMethod(rawValue: text.lowercased()) { return method }
    throw failure(
      "'\(text)' is no way to make catchments",
      remedy: suggestion(for: text, among: CatchmentMethod.allCases.map(\.rawValue), kind: "ways"))
  }

  /// Partners by their codes alone, or as objects with `code`, `name`, `kind` and `signatory`.
  func partners(_ name: String) throws(FootprintsError) -> [BetterCareFundPlan.Partner] {
    guard let value = self[name] else { return [] }
    let elements = if case .array(let elements) = value { elements } else { [value] }
    var partners: [BetterCareFundPlan.Partner] = []
    for element in elements {
      if let code = element.text {
        partners.append(.init(organisation: NamedCode(code: code), kind: "other", isSignatory: true))
        continue
      }
      let own = try ScenarioMembers(element, file: file, place: place)
      try own.know(["code", "name", "kind", "signatory"])
      let code = try own.required("code")
      let signs =
        switch own["signatory"] {
        case nil, .bool(true)?, .string("true")?: true
        case .bool(false)?, .string("false")?: false
        default: throw own.failure("'signatory' is neither true nor false")
        }
      partners.append(
        .init(
          organisation: NamedCode(code: code, name: try own.text("name") ?? code),
          kind: try own.text("kind") ?? "other", isSignatory: signs))
    }
    return partners
  }
}

extension UInt8 {
  fileprivate var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) || self >= 0xBB }
}
