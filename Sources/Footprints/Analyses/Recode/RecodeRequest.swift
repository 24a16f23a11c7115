/// A table of one year, and the year whose codes it is wanted for.
public struct RecodeRequest: AnalysisRequest {
  /// A table of the package, or a file.
  public var table: String
  /// Which columns are what; where no numbers are named, rows are kept as they are but for their code.
  public var columns = ColumnChoice()
  /// The date of the table, such as `2021-04`: what happened on it or before it is in the table already.
  public var since: String?
  /// The date whose codes are wanted: what happened after it is left alone.
  public var until: String?
  /// The layer of the old areas, by which what was split is divided.
  public var from: String?
  /// The layer of the new areas.
  public var into: String?
  /// By what that is divided; people where they can be counted, when nil.
  public var weights: Weights?
  /// How a small area in more than one area is counted.
  public var membership = MembershipMethod.largest

  /// A table with the defaults.
  public init(table: String) { self.table = table }

  /// The two layers, where they are named.
  public var layers: [String] { [from, into].compactMap(\.self) }

  /// Refuses half of a pair of layers, and one column in two ways.
  public func validate() throws(FootprintsError) {
    try columns.validate(table: table)
    if (from == nil) != (into == nil) {
      throw FootprintsError(
        .usage, "what was split is divided by two layers, the old one and the new one, and only one is named")
    }
    if weights == .flow {
      throw .flowIsBetweenTrustsAndAreas("areas of two years are divided by people or ground")
    }
    for date in [since, until].compactMap(\.self) where !SuccessionTable.Period.isDate(date) {
      throw FootprintsError(.usage, "'\(date)' is no date with the year first, such as 2026-04-01")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case table, since, until, from, into, weights, membership
  }

  /// Reads a request; only `table` is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(table: try values.decode(String.self, forKey: .table))
    columns = try ColumnChoice(from: decoder)
    try values.update(&since, .since)
    try values.update(&until, .until)
    try values.update(&from, .from)
    try values.update(&into, .into)
    try values.update(&weights, .weights)
    try values.update(&membership, .membership)
  }

  /// Writes a request as it is read.
  public func encode(to encoder: any Encoder) throws {
    try columns.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(table, forKey: .table)
    try values.encodeIfPresent(since, forKey: .since)
    try values.encodeIfPresent(until, forKey: .until)
    try values.encodeIfPresent(from, forKey: .from)
    try values.encodeIfPresent(into, forKey: .into)
    try values.encodeIfPresent(weights, forKey: .weights)
    try values.encode(membership, forKey: .membership)
  }
}
