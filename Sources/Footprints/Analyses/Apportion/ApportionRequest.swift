/// A table, the areas that its rows are about, the areas that its numbers are wanted for, and how.
public struct ApportionRequest: AnalysisRequest {
  /// A table of the package, or a file.
  public var table: String
  /// How the two layers are compared: X is what the table has a row for each of, Y what its numbers are wanted for.
  public var comparison: ComparisonRequest
  /// Which columns are what.
  public var columns = ColumnChoice()
  /// A table with amounts of pounds that are known for pairs of areas, which override what is worked out; a resource or a file.
  public var published: String?

  /// A table and two layers.
  public init(table: String, x: String, y: String) {
    self.table = table
    comparison = ComparisonRequest(x: x, y: y)
  }

  /// X and Y.
  public var layers: [String] { comparison.layers }

  /// Refuses a request for nothing, or for one column in two ways.
  public func validate() throws(FootprintsError) {
    try comparison.validate()
    if !columns.hasNumbers {
      throw FootprintsError(
        .usage, "no column is named to apportion", file: table,
        remedy: "Say which columns are counts, which are rates or means, and which are pounds.",
        reason: .noColumns)
    }
    try columns.validate(table: table)
    if published != nil, columns.money.isEmpty {
      throw FootprintsError(
        .usage, "published amounts are pounds, and no column of pounds is named", file: table,
        reason: .noColumns)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case table, comparison, published
  }

  /// Reads a request; `table` and `comparison` are needed, and a column.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    table = try values.decode(String.self, forKey: .table)
    comparison = try values.decode(ComparisonRequest.self, forKey: .comparison)
    columns = try ColumnChoice(from: decoder)
    try values.update(&published, .published)
  }

  /// Writes a request as it is read.
  public func encode(to encoder: any Encoder) throws {
    try columns.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(table, forKey: .table)
    try values.encode(comparison, forKey: .comparison)
    try values.encodeIfPresent(published, forKey: .published)
  }
}
