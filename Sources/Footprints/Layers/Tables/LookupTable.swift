/// The official relations between areas: one row for each small area, one column of codes for each layer
/// that it belongs to.
package struct LookupTable: Sendable {
  /// The names of the columns.
  package let columns: [String]
  /// The file, for messages.
  package let file: String
  /// The codes, column by column; empty where the file has none.
  package let codes: [[String]]
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads every column. Throws `badData` for fewer than two columns.
  package init(_ table: CSVTable) throws(FootprintsError) {
    guard table.header.count >= 2 else {
      throw FootprintsError(
        .badData, "a lookup needs at least two columns of codes", file: table.file, place: "line 1")
    }
    columns = table.header
    file = table.file
    codes = table.header.indices.map { column in (0..<table.count).map { table.word($0, column) } }
    notices = table.notices
  }

  /// The column that belongs to a layer: the one with the largest part of its values being codes of the layer,
  /// more than half of them. The name of a column says less, as layers of several vintages share names.
  ///
  /// Of columns that fit equally well, the first, so that an area whose code is also in a narrower column
  /// (a unitary authority is its own district) needs the caller to ask for its own layer.
  package func column(of layer: Set<String>) -> Int? {
    var best: (column: Int, share: Double)?
    for (column, values) in codes.enumerated() {
      let present = values.count { !$0.isEmpty }
      let share = ratio(Double(values.count { layer.contains($0) }), Double(present))
      if share > 0.5, share > best?.share ?? 0 { best = (column, share) }
    }
    return best?.column
  }

  /// The value of one column for each value of another.
  ///
  /// Rows where either is empty are left out. A value with several partners is in more than one area, which
  /// a lookup cannot say: it keeps the first, and the notice names it.
  package func mapping(from key: Int, to value: Int) -> (partner: [String: String], notices: [Notice]) {
    var partner: [String: String] = [:]
    var conflicts: [String] = []
    for (code, other) in zip(codes[key], codes[value]) where !code.isEmpty && !other.isEmpty {
      if let known = partner[code] {
        if known != other { conflicts.append(code) }
      } else {
        partner[code] = other
      }
    }
    guard let first = conflicts.first else { return (partner, []) }
    let count = Set(conflicts).count
    return (
      partner,
      [
        Notice(
          .warning, "ambiguous-lookup",
          "\(file): values of \(columns[key]) with several \(columns[value]): \(count), such as \(first); the "
            + "first is used")
      ]
    )
  }
}
