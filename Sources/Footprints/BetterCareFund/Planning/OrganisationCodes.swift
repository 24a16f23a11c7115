/// The codes of the organisations that workbooks name.
struct OrganisationCodes: Sendable {
  /// Codes of boards and local authorities by the keys of their names.
  private let local: [String: String]
  /// Codes of NHS bodies likewise.
  private let nhs: [String: String]

  /// Takes what is known by name: areas of boards and authorities, and bodies of the NHS. A name that two codes have names
  /// neither.
  init(local: [NamedCode], nhs: [NamedCode]) {
    self.local = Self.index(local)
    self.nhs = Self.index(nhs)
  }

  private static func index(_ names: [NamedCode]) -> [String: String] {
    var index: [String: String] = [:]
    var shared: Set<String> = []
    for unit in names {
      let key = key(unit.name)
      if key.isEmpty { continue }
      if let known = index.updateValue(unit.code, forKey: key), known != unit.code { shared.insert(key) }
    }
    for key in shared { index[key] = nil }
    return index
  }

  /// A name without what varies: letter case, punctuation, and words that some spellings have and others not.
  private static func key(_ name: String) -> String {
    let left = name.phrase.filter {
      ![
        "nhs", "the", "council", "borough", "county", "city", "metropolitan", "of", "and", "integrated",
        "care",
        "board", "icb", "ccg", "clinical", "commissioning", "group", "health", "wellbeing", "hwb", "london",
        "royal",
        "district", "unitary", "authority",
      ].contains($0)
    }
    // "City of London" has no other words.
    return left.isEmpty ? name.phrase.joined(separator: " ") : left.joined(separator: " ")
  }

  /// The code of a plan's board: from a cell, else by its name; empty where there is none.
  func board(of plan: PlanningWorkbook) -> TracedValue {
    if !plan.boardCode.text.isEmpty { return plan.boardCode }
    for name in [plan.board, plan.authority] {
      if let code = local[Self.key(name.text)] { return TracedValue(code, name.source) }
    }
    return TracedValue("")
  }

  /// Who pays a contribution: who the line names, else the only one that can be meant.
  func payer(of line: PlanningWorkbook.Contribution, _ plan: PlanningWorkbook) -> TracedValue {
    if !line.organisation.text.isEmpty, Int(line.organisation.text) == nil { return line.organisation }
    let isNHS = line.kind.text.isNHSContribution
    if !isNHS { return plan.authority.text.isEmpty ? plan.board : plan.authority }
    let bodies = Set(plan.contributions.filter { $0.kind.text.isNHSContribution }.map(\.organisation.text))
      .subtracting([""])
    return bodies.count == 1 ? TracedValue(bodies.first ?? "") : TracedValue("")
  }

  /// The code of an organisation by its name; that of the board for its own authority; empty where there is none.
  func code(of name: String, isNHS: Bool, board: String, _ plan: PlanningWorkbook) -> String {
    if name.isEmpty { return "" }
    let key = Self.key(name)
    if isNHS { return nhs[key] ?? "" }
    if let code = local[key] { return code }
    let own = [plan.board.text, plan.authority.text].filter { !$0.isEmpty }.map(Self.key)
    return own.contains(key) ? board : ""
  }

  /// Those who take part in a plan: the local authority and whoever pays in. All of them sign.
  func partners(
    of plan: PlanningWorkbook, board: TracedValue
  ) -> [(code: String, kind: String, name: TracedValue, signedBy: TracedValue)] {
    var partners: [(code: String, kind: String, name: TracedValue, signedBy: TracedValue)] = []
    var seen: Set<String> = []
    func signed(_ role: String, _ organisation: String) -> TracedValue {
      let all = plan.signatures.filter { $0.role == role && !$0.name.text.isEmpty }
      let own = all.first { !$0.organisation.isEmpty && Self.key($0.organisation) == Self.key(organisation) }
      return (own ?? (all.count == 1 || role == "la" ? all.first : nil))?.name ?? TracedValue("")
    }
    let authority = plan.authority.text.isEmpty ? plan.board : plan.authority
    if !authority.text.isEmpty {
      seen.insert("la " + Self.key(authority.text))
      partners.append((board.text, "la", authority, signed("la", authority.text)))
    }
    for line in plan.contributions {
      let name = payer(of: line, plan)
      if name.text.isEmpty { continue }
      let isNHS = line.kind.text.isNHSContribution
      guard seen.insert((isNHS ? "nhs " : "la ") + Self.key(name.text)).inserted else { continue }
      let isGroup = line.kind.text.hasPrefix("ccg") || name.text.phrase.contains("ccg")
      partners.append(
        (
          code(of: name.text, isNHS: isNHS, board: board.text, plan), isNHS ? isGroup ? "ccg" : "icb" : "la",
          name,
          signed(isNHS ? "nhs" : "la", name.text)
        ))
    }
    return partners
  }
}
