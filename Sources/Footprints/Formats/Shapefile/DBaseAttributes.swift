/// The attributes of the features of a Shapefile, decoded from the .dbf when asked for.
struct DBaseAttributes: FeatureAttributes {
  private let table: DBaseTable?
  /// The record of each feature: not its position, because deleted records have no feature.
  private let records: [Int]

  /// The attributes of features that are in the given records of a table.
  init(table: DBaseTable, records: [Int]) {
    self.table = table
    self.records = records
  }

  /// No attributes at all, for a .shp without a .dbf.
  init(featureCount: Int) {
    table = nil
    records = Array(0..<featureCount)
  }

  var fields: [String] { table?.fieldNames ?? [] }

  func values(of field: String) throws(FootprintsError) -> [String?] {
    guard let table, let field = table.field(field) else { return records.map { _ in nil } }
    return records.map { table.value(of: field, in: $0) }
  }
}
