/// Which columns of a table about areas are codes, which divide its rows, and what its numbers are.
public struct ColumnChoice: Codable, Sendable, Hashable {
  /// The column with the codes; the one that has most of them when nil.
  public var code: String?
  /// Columns of counts and other amounts, whose sum over all areas is kept.
  public var extensive: [String] = []
  /// Columns of rates, means and other numbers that are the same for a part of an area as for all of it.
  public var intensive: [String] = []
  /// Columns of pounds, divided to the penny.
  public var money: [String] = []
  /// Columns, such as a year, whose values tell rows with the same code apart.
  public var by: [String] = []

  /// No columns yet.
  public init() {}

  private enum CodingKeys: String, CodingKey { case code, extensive, intensive, money, by }

  /// Reads a choice, which may stand among the other members of a request; every key may be left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&code, .code)
    try values.update(&extensive, .extensive)
    try values.update(&intensive, .intensive)
    try values.update(&money, .money)
    try values.update(&by, .by)
  }

  /// Whether any column of numbers is named.
  public var hasNumbers: Bool { !(extensive + intensive + money).isEmpty }

  /// Refuses one column in two ways.
  func validate(table: String) throws(FootprintsError) {
    var seen: Set<String> = []
    for column in extensive + intensive + money + by where !seen.insert(column.lowercased()).inserted {
      throw FootprintsError(.usage, "the column '\(column)' is named twice", file: table)
    }
  }
}

/// The codes that rows of a table may be about.
struct AreaCodes {
  /// What has them, for messages: the name of a layer.
  let name: String
  /// The codes.
  let codes: [String]
  /// Finds them in any spelling.
  let index: CodeIndex
}

extension PreparedLayer {
  /// The codes of its areas.
  var areaCodes: AreaCodes { AreaCodes(name: name, codes: codes, index: codeIndex) }
}
