/// Which partners of plans are one organisation: those of one code in any spelling, of two codes that a table of aliases
/// calls one, and of one kind and name under two codes, such as a GSS and an ODS code.
struct PartnerIdentities {
  private var representative: [String: String] = [:]
  /// How many codes lead to a code: the smaller group joins the larger, so that no chain is long.
  private var sizes: [String: Int] = [:]
  private var byName: [String: String] = [:]
  /// Organisations known by their names alone to have several codes.
  private(set) var notices: [Notice] = []

  init(_ partners: [BetterCareFundPlan.Partner], aliases: AliasTable?) {
    for pair in aliases?.pairs ?? [] { join(pair.code.codeKey, pair.other.codeKey) }
    for partner in partners where !partner.organisation.code.isEmpty && !partner.organisation.name.isEmpty {
      let code = partner.organisation.code.codeKey
      let name = Self.key(partner)
      guard let known = byName[name] else {
        byName[name] = code
        continue
      }
      if find(known) == find(code) { continue }
      notices.append(
        Notice(
          .warning, "two-codes",
          "\(partner.organisation.name) has the codes \(known) and \(code); it counts as one organisation"))
      join(known, code)
    }
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
