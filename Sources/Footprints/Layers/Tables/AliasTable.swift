/// Codes of one organisation: a GSS and an ODS code, or an old and a new one.
package struct AliasTable: Sendable {
  /// Two codes of one organisation each.
  package let pairs: [(code: String, other: String)]
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads `code` and `other_code`. Rows without one of the two are left out with a notice. Throws `badData` when a
  /// column is missing.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let code = try table.requiredColumn(named: "code")
    let other = try table.requiredColumn(named: "other_code")
    var pairs: [(code: String, other: String)] = []
    var incomplete: [Int] = []
    for row in 0..<table.count {
      let pair = (code: table.word(row, code), other: table.word(row, other))
      if pair.code.isEmpty || pair.other.isEmpty { incomplete.append(row) } else { pairs.append(pair) }
    }
    self.pairs = pairs
    notices = table.notices + table.leftOut(incomplete, without: "two codes")
  }
}
