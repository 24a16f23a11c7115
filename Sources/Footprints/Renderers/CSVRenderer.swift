/// The main table as CSV (RFC 4180), numbers in full. Control characters from files are
/// shown, not written, except those that quotes hold together: line endings and tabs.
public struct CSVRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `csv`.
  public let name = "csv"
  /// `.csv`.
  public let suffixes = ["csv"]
  /// No: a table has no place for notes.
  public let isSelfContained = false

  /// Whatever has a table.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind.hasTables }

  /// A header, then a line for each row.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let table = report.tables.first else { return }
    try Self.write(table, jobs: report.jobs, to: sink)
  }

  /// Writes a table.
  static func write(_ table: Table, jobs: Int, to sink: any OutputSink) throws(FootprintsError) {
    try sink.write(CSVWriter.line(table.columns.map(\.description.name.printableLines)))
    try sink.write(each: table.count, jobs: jobs) { row, text in text += CSVWriter.line(table[row]) }
  }
}

extension AnalysisResult {
  /// Whether results of this kind have tables.
  public static var hasTables: Bool { !tables.isEmpty }
}
