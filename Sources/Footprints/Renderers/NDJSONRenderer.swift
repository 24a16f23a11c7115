/// The main table as newline-delimited JSON: one object per row, for tools that read line by line.
public struct NDJSONRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `ndjson`.
  public let name = "ndjson"
  /// `.ndjson`, `.jsonl`.
  public let suffixes = ["ndjson", "jsonl"]
  /// No: every line is a row.
  public let isSelfContained = false

  /// Whatever has a table.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind.hasTables }

  /// A line for each row, with the names that the columns of the CSV have.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    guard let table = report.tables.first else { return }
    let names = table.columns.map(\.description.name)
    try sink.write(each: table.count, jobs: report.jobs) { row, text in
      text += JSONValue.object(zip(names, table[row]).map(JSONValue.Member.init)).compact + "\n"
    }
  }
}
