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
  package func column(of layer: CodeIndex) -> Int? {
    var best: (column: Int, share: Double)?
    for (column, values) in codes.enumerated() {
      let present = values.filter { !$0.isEmpty }
      let share = ratio(Double(layer.positions(of: present).count), Double(present.count))
      if share > 0.5, share > best?.share ?? 0 { best = (column, share) }
    }
    return best?.column
  }
}
