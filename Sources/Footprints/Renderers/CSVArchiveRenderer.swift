/// All tables as CSV in one zip file, with a `datapackage.json` (Frictionless Data Package) that says what their columns are and what they
/// were made from.
public struct CSVArchiveRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `zip`.
  public let name = "zip"
  /// `.zip`.
  public let suffixes = ["zip"]
  /// Yes.
  public let isSelfContained = true
  /// No.
  public let isText = false

  /// Whatever has a table.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind.hasTables }

  /// Writes the archive.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    let archive = ZipWriter()
    let tables = report.tables.enumerated().filter { $0.offset == 0 || $0.element.count > 0 }.map(\.element)
    try archive.entry("datapackage.json").write(Array(manifest(report, tables).utf8))
    for table in tables {
      let entry = EntrySink(try archive.entry("\(table.name).csv"))
      try CSVRenderer.write(table, jobs: report.jobs, to: entry)
    }
    try archive.finish(to: sink)
  }

  private func manifest(_ report: Report, _ tables: [Table]) -> String {
    let resources = tables.map { table -> JSONValue in
      [
        "name": .string(table.name), "path": .string("\(table.name).csv"), "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8",
        "schema": [
          "fields": .array(
            table.columns.map { column in
              [
                "name": .string(column.description.name), "title": .string(column.title),
                "type": .string(column.description.style.tableType),
                "description": .string(column.description.meaning),
              ]
            })
        ],
      ]
    }
    return JSONValue.object([
      .init("name", .string("footprint-\(report.command)")),
      .init("description", .string(report.lines.joined(separator: "\n"))),
      .init("resources", .array(resources)), .init("footprint", .object(report.header)),
    ]).compact + "\n"
  }

  /// An entry of an archive as a place for text.
  private final class EntrySink: OutputSink {
    private let entry: any ByteSink

    init(_ entry: any ByteSink) { self.entry = entry }

    func write(_ text: String) throws(FootprintsError) { try entry.write(Array(text.utf8)) }
    func write(_ bytes: [UInt8]) throws(FootprintsError) { try entry.write(bytes) }
  }
}

extension Style {
  /// The type of such values in a Table Schema.
  fileprivate var tableType: String {
    switch self {
    case .text: "string"
    case .yesNo: "boolean"
    case .whole, .area, .share, .decimals, .money: "number"
    }
  }
}
