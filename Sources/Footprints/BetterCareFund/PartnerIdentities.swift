/// Which partners of plans are one organisation: those of one code in any spelling, of two codes that a table of aliases
/// calls one, and of one kind and name under two codes, such as a GSS and an ODS code. A name that several partners of
/// one plan have, such as "CCG", names none of them.
struct PartnerIdentities {
  private var representative: [String: String] = [:]
  /// How many codes lead to a code: the smaller group joins the larger, so that no chain is long.
  private var sizes: [String: Int] = [:]
  private var byName: [String: String] = [:]
  /// Organisations known by their names alone to have several codes.
  private(set) var notices: [Notice] = []

  /// `plans` are the partners of each plan.
  init(_ plans: [[BetterCareFundPlan.Partner]], aliases: AliasTable?) {
    for pair in aliases?.pairs ?? [] { join(pair.code.codeKey, pair.other.codeKey) }
    let shared = sharedNames(plans)
    for partner in plans.joined()
    where !partner.organisation.code.isEmpty && !partner.organisation.name.isEmpty {
      let code = partner.organisation.code.codeKey
      let name = Self.key(partner)
      if shared.contains(name) { continue }
      guard let known = byName[name] else {
        byName[name] = code
        continue
      }
      if find(known) == find(code) { continue }
      notices.append(
        Notice(
          .warning, "two-codes",
          "\(partner.organisation.name) has the codes \(known) and \(code); it counts as one organisation",
          about: [known, code]))
      join(known, code)
    }
  }

  /// The names that several organisations of one plan have.
  private mutating func sharedNames(_ plans: [[BetterCareFundPlan.Partner]]) -> Set<String> {
    var shared: Set<String> = []
    for partners in plans {
      var codes: [String: String] = [:]
      for partner in partners where !partner.organisation.code.isEmpty && !partner.organisation.name.isEmpty {
        let (name, code) = (Self.key(partner), find(partner.organisation.code.codeKey))
        guard let known = codes.updateValue(code, forKey: name), known != code,
          shared.insert(name).inserted
        else { continue }
        notices.append(
          Notice(
            .warning, "shared-name",
            "several partners of one plan are called \(partner.organisation.name) (\(known) and \(code) among them); partners of that name are told apart by their codes alone"
          ))
      }
    }
    return shared
  }

  /// The same for all partners that are one organisation.
  func identity(of partner: BetterCareFundPlan.Partner) -> String {
    if !partner.organisation.code.isEmpty { return find(partner.organisation.code.codeKey) }
    return byName[Self.key(partner)].map(find) ?? "name " + Self.key(partner)
  }

  private static func key(_ partner: BetterCareFundPlan.Partner) -> String {
    ([partner.kind.lowercased()] + partner.organisation.name.phrase).joined(separator: " ")
  }

  private func find(_ code: String) -> String {
    var code = code
    while let next = representative[code] { code = next }
    return code
  }

  private mutating func join(_ a: String, _ b: String) {
    var (first, second) = (find(a), find(b))
    if first == second { return }
    if sizes[first, default: 1] < sizes[second, default: 1] { swap(&first, &second) }
    representative[second] = first
    sizes[first, default: 1] += sizes[second, default: 1]
  }
}
