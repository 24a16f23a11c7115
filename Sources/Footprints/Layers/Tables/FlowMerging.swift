/// Merges the rows of a flow table that name the same small area and the same trust.
///
/// Such rows come about in two ways. When trusts merge and a file is converted to the new codes, the flows of
/// each predecessor stay as rows of their own: the proportions differ, and the flow to the merged trust is
/// their sum. When a file is put together from parts that overlap, rows are repeated: they are equal in every
/// cell, and the flow is any one of them. Two predecessors with the same small number of patients look like
/// a repetition, so the trust decides: if any of its duplicates differ it is a merged trust, and all its
/// duplicates are summed; if none do, its duplicates are repetitions and count once. In a published file
/// with such rows for eight merged trusts, keeping the first row instead would lose up to three quarters of
/// an area's patients, while the summed proportions of every area stay below 1.
enum FlowMerging {
  /// A flow with the row that it came from.
  struct Row {
    var row: Int
    var flow: FlowTable.Flow
  }

  /// Each pair once, in the order of its first row. `details` are the columns besides area, trust and numbers that
  /// rows must also have in common to be repetitions.
  static func merge(
    _ rows: [Row], table: CSVTable, details: [Int], notices: inout [Notice]
  ) -> [FlowTable.Flow] {
    struct Pair: Hashable {
      var brick: String
      var trust: String
    }
    var firsts: [Pair: Int] = [:]
    firsts.reserveCapacity(rows.count)
    // Only pairs with several rows get a list: most tables have none.
    var repetitions: [Int: [Int]] = [:]
    var order: [Int] = []
    order.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let first = firsts[Pair(brick: row.flow.brick, trust: row.flow.trust), default: index]
      if first == index {
        firsts[Pair(brick: row.flow.brick, trust: row.flow.trust)] = index
        order.append(index)
      } else {
        repetitions[first, default: []].append(index)
      }
    }
    guard !repetitions.isEmpty else { return rows.map(\.flow) }

    var merged: Set<String> = []
    func areEqual(_ one: Row, _ other: Row) -> Bool {
      one.flow == other.flow
        && details.allSatisfy { table.word(one.row, $0) == table.word(other.row, $0) }
    }
    for (first, rest) in repetitions where rest.contains(where: { !areEqual(rows[$0], rows[first]) }) {
      merged.insert(rows[first].flow.trust)
    }
    var summed: [Int] = []
    var repeated: [Int] = []
    let flows = order.map { first in
      var flow = rows[first].flow
      guard let rest = repetitions[first] else { return flow }
      guard merged.contains(flow.trust) else {
        repeated += rest.map { rows[$0].row }
        return flow
      }
      summed += rest.map { rows[$0].row }
      for member in rest {
        flow.proportion += rows[member].flow.proportion
        if let more = rows[member].flow.patients { flow.patients = (flow.patients ?? 0) + more }
      }
      return flow
    }
    if !summed.isEmpty {
      notices.append(
        Notice(
          .warning, "duplicate-flow-summed",
          "\(table.file): rows that repeat an area and trust and differ, as files do after "
            + "trusts have merged: \(summed.count) (\(table.lines(of: summed.sorted()))); they are added up"))
    }
    if !repeated.isEmpty {
      notices.append(
        Notice(
          .warning, "duplicate-flow-repeated",
          "\(table.file): rows that repeat an earlier row: \(repeated.count) "
            + "(\(table.lines(of: repeated.sorted()))); each flow counts once"))
    }
    return flows
  }
}
