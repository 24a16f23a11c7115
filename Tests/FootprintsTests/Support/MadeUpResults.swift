import Footprints

/// A record with a value of every kind, for results that tests make up.
struct MadeUpRow: Sendable {
  var name: String?
  var plans: Int?
  var area: Double?
  var share: Double?
  var people: Double?
  var width: Double?
  var cost: Money?
  var isOpen: Bool?
  var tags: [String] = []
  var changes: [Int] = []
  var verdicts: [(name: String, flag: Bool)] = []

  static let fields: [Field<MadeUpRow>] = [
    .text("name", "name of {x}", "") { $0.name }.orElse("nobody"),
    .count("plans", "plans", "") { $0.plans }.orElse("unknown"), .area("area_m2", "area", "") { $0.area },
    .share("share", "share", "") { $0.share },
    .people("population", "people", "") { $0.people }.when(.people),
    .number("width_m", "width", unit: .metres, decimals: 1, "") { $0.width },
    .money("amount_gbp", "cost", "") { $0.cost }.orElse("not given"),
    .flag("is_open", "open", "") { $0.isOpen },
    .texts("tags", "tags", "") { $0.tags }, .integers("changes", "changes", "") { $0.changes },
    .flags("verdicts", prefix: "passes_", "") { $0.verdicts },
  ]

  /// A value of every kind.
  static let full = MadeUpRow(
    name: "Ay", plans: 1234, area: 123_456, share: 0.452, people: 1000.4, width: 12.34,
    cost: Money(pence: 123_450),
    isOpen: true, tags: ["a", "b"], changes: [4, 5], verdicts: [("all-in", true), ("half", false)])
}

/// A result that is only itself.
struct BareResult: AnalysisResult {
  static let parameters: [Field<BareResult>] = []
  static let fields: [Field<BareResult>] = []
}

/// A result with a table and nothing else to show.
struct TabularResult: AnalysisResult {
  var rows: [MadeUpRow] = []
  var conditions: Set<Condition> = []
  var notes: [Note] = []

  static let parameters: [Field<TabularResult>] = []
  static let fields: [Field<TabularResult>] = [
    .records("rows", "the rows", MadeUpRow.fields, showing: { $0.conditions }) { $0.rows }
  ]
  static let tables: [TableDeclaration<TabularResult>] = [
    TableDeclaration("rows", "one a row", MadeUpRow.fields, showing: { $0.conditions }, rows: { $0.rows })
  ]
}

/// A result that people can read and nothing else.
struct ReadableResult: DocumentedResult {
  var document: Document
  static let parameters: [Field<ReadableResult>] = []
  static let fields: [Field<ReadableResult>] = []
}

/// A result with shapes and nothing else to show.
struct ShapedResult: GeographicResult {
  var geometry: MultiPolygonArray
  var rows: [MadeUpRow]
  var notes: [Note] = []

  static let parameters: [Field<ShapedResult>] = []
  static let fields: [Field<ShapedResult>] = []

  func features() throws(FootprintsError) -> FeatureCollection {
    FeatureCollection(
      name: "made-up", geometry: geometry,
      properties: Table("rows", MadeUpRow.fields, rows: rows).selecting(["name", "plans"]))
  }
}

extension AnalysisResult {
  /// The result as a report about nothing in particular.
  func report(remedy: @escaping @Sendable (Reason) -> String? = { _ in nil }) throws -> Report {
    var report = Report(command: "made-up", result: self, inputs: Enquiry(try Study()).inputs)
    report.remedy = remedy
    return report
  }

  /// The result in a format.
  func text(as format: String) throws -> String { try report().text(as: format) }
}
