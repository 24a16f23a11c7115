/// Finds flows to all trusts together, which some files list as if they were one more trust.
enum FlowTotals {
  /// The flows without those to all trusts together: trusts that are called so, and one that has as much as all
  /// others together nearly everywhere. Both are reported.
  static func leftOut(
    of flows: [FlowTable.Flow], sums: [String: Double], file: String, notices: inout [Notice]
  ) -> [FlowTable.Flow] {
    let trusts = Set(flows.map(\.trust))
    var totals = trusts.filter { SumWords.trusts.contains($0.fieldKey) }
    // Nothing but such names: they are codes all the same.
    if totals.count == trusts.count { totals = [] }
    if totals.isEmpty {
      totals.formUnion(Self.sums(among: flows, sums))
    } else {
      let rest = flows.filter { !totals.contains($0.trust) }
      totals.formUnion(Self.sums(among: rest, FlowTable.sums(of: rest)))
    }
    if totals.isEmpty { return flows }
    notices.append(
      Notice(
        .warning, "total-left-out",
        "\(file): \(CodeList(totals.sorted())) stands for all trusts together, not for one, and is left out"))
    return flows.filter { !totals.contains($0.trust) }
  }

  /// The trust that has what all others have together, or all patients there are, in every small area where there are
  /// others, as long as that is at least half of all small areas: a hospital's own corner looks like that too.
  private static func sums(among flows: [FlowTable.Flow], _ sums: [String: Double]) -> [String] {
    let above = sums.count { $0.value > 1 + 1e-6 }
    guard 2 * above >= sums.count, above > 1 else { return [] }
    var isSum: [String: Bool] = [:]
    var places: [String: Int] = [:]
    for flow in flows {
      let others = (sums[flow.brick] ?? 0) - flow.proportion
      let isAll = others <= 0 || flow.proportion >= 0.99 || abs(flow.proportion - others) <= 0.01
      isSum[flow.trust] = isSum[flow.trust] != false && isAll
      places[flow.trust, default: 0] += 1
    }
    let found = isSum.filter { $0.value && 2 * (places[$0.key] ?? 0) >= sums.count }.keys
    return found.count == 1 ? Array(found) : []
  }
}
