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

  /// The columns that may be those of a layer: more than half of its codes are in them, or more than half of what they
  /// have are its codes. A table of the whole country fits a layer of one county, and one of a county a layer of
  /// the country.
  package func columns(fitting layer: CodeIndex) -> [Int] {
    codes.indices.filter { column in
      let present = codes[column].filter { !$0.isEmpty }
      let found = layer.positions(of: present).positions.compactMap(\.self)
      return 2 * found.count > present.count || 2 * Set(found).count > layer.count
    }
  }
}
