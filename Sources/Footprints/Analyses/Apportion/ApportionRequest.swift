/// A table, the areas that its rows are about, the areas that its numbers are wanted for, and how.
public struct ApportionRequest: AnalysisRequest {
  /// A table of the package, or a file.
  public var table: String
  /// How the two layers are compared: X is what the table has a row for each of, Y what its numbers are wanted for.
  public var comparison: ComparisonRequest
  /// The column with the codes of X; the one that has most of them when nil.
  public var code: String?
  /// Columns of counts and other amounts, whose sum over all areas is kept.
  public var extensive: [String] = []
  /// Columns of rates, means and other numbers that are the same for a part of an area as for all of it.
  public var intensive: [String] = []
  /// Columns of pounds, divided to the penny.
  public var money: [String] = []
  /// Columns, such as a year, whose values tell rows with the same code apart.
  public var by: [String] = []
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
    let columns = extensive + intensive + money
    if columns.isEmpty {
      throw FootprintsError(
        .usage, "no column is named to apportion", file: table,
        remedy: "Say which columns are counts, which are rates or means, and which are pounds.",
        reason: .noColumns)
    }
    var seen: Set<String> = []
    for column in columns + by where !seen.insert(column.lowercased()).inserted {
      throw FootprintsError(.usage, "the column '\(column)' is named twice", file: table)
    }
    if published != nil, money.isEmpty {
      throw FootprintsError(
        .usage, "published amounts are pounds, and no column of pounds is named", file: table,
        reason: .noColumns)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case table, comparison, code, extensive, intensive, money, by, published
  }

  /// Reads a request; `table` and `comparison` are needed, and a column.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    table = try values.decode(String.self, forKey: .table)
    comparison = try values.decode(ComparisonRequest.self, forKey: .comparison)
    try values.update(&code, .code)
    try values.update(&extensive, .extensive)
    try values.update(&intensive, .intensive)
    try values.update(&money, .money)
    try values.update(&by, .by)
    try values.update(&published, .published)
  }
}
