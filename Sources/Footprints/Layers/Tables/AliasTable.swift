/// Codes of one organisation: a GSS and an ODS code, or an old and a new one.
package struct AliasTable: Sendable {
  /// Two codes of one organisation each.
  package let pairs: [(code: String, other: String)]
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads `code` and `other_code`, or, where there are no such columns, pairs of columns by their names: `gss_code` and `ods_code`, and an
  /// official code beside the one of the NHS as published lists have them, `icb24_code` with `icb24_code_nhs`, `ICB24CD` with `ICB24CDH`. Rows without one of
  /// the two are left out with a notice. Throws `badData` when there is no such pair.
  package init(_ table: CSVTable) throws(FootprintsError) {
    var pairs: [(code: String, other: String)] = []
    var seen: Set<[String]> = []
    var incomplete: Set<Int> = []
    for (code, other) in try Self.columns(of: table) {
      for row in 0..<table.count {
        let pair = (code: table.word(row, code), other: table.word(row, other))
        if pair.code.isEmpty || pair.other.isEmpty {
          incomplete.insert(row)
        } else if seen.insert([pair.code, pair.other]).inserted {
          pairs.append(pair)
        }
      }
    }
    self.pairs = pairs
    notices = table.notices + table.leftOut(incomplete.sorted(), without: "two codes")
  }

  private static func columns(of table: CSVTable) throws(FootprintsError) -> [(Int, Int)] {
    let keys = table.header.map(\.fieldKey)
    func place(_ key: String) -> Int? { keys.firstIndex(of: key.fieldKey) }
    if place("other_code") == nil {
      if let official = place("gss_code"), let other = place("ods_code") { return [(official, other)] }
      let pairs = keys.enumerated().compactMap { column, key -> (Int, Int)? in
        guard key.hasSuffix("code") || key.hasSuffix("cd") else { return nil }
        return (place(key + "nhs") ?? place(key + "h")).map { (column, $0) }
      }
      if !pairs.isEmpty { return pairs }
    }
    let code = try table.requiredColumn(named: "code")
    return [(code, try table.requiredColumn(named: "other_code"))]
  }

  /// The pairs of several tables.
  package init(joining tables: [AliasTable]) {
    pairs = tables.flatMap(\.pairs)
    notices = tables.flatMap(\.notices)
  }

  /// Nobody has more codes than this: pairs that join more are mistakes, and would make every code one of everybody.
  private static let mostCodes = 50

  /// All codes of the same organisation as each code, but for the code itself: those at the end of a chain of pairs too.
  package var others: [String: [String]] {
    var neighbours: [String: Set<String>] = [:]
    for pair in pairs where pair.code != pair.other {
      neighbours[pair.code, default: []].insert(pair.other)
      neighbours[pair.other, default: []].insert(pair.code)
    }
    var all: [String: [String]] = [:]
    var seen: Set<String> = []
    for code in neighbours.keys where !seen.contains(code) {
      var group: Set<String> = [code]
      var open = [code]
      while let next = open.popLast() {
        for other in neighbours[next] ?? [] where group.insert(other).inserted { open.append(other) }
      }
      seen.formUnion(group)
      if group.count > Self.mostCodes { continue }
      for member in group { all[member] = group.filter { $0 != member }.sorted() }
    }
    return all
  }
}
