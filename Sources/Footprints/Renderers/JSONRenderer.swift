/// Everything that a report has, as one JSON object: parameters, provenance, warnings, results.
public struct JSONRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `json`.
  public let name = "json"
  /// `.json`.
  public let suffixes = ["json"]
  /// Yes.
  public let isSelfContained = true

  /// Every result.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { true }

  /// Writes the results' lists element by element, so that memory does not grow with them.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    try sink.write("{\n")
    for member in report.header {
      try sink.write("  \(member.quotedName): \(member.value.text(indentedBy: 1)),\n")
    }
    try sink.write("  \"results\": ")
    try write(report.result, to: sink)
    try sink.write("\n}\n")
  }

  private func write<Result: AnalysisResult>(
    _ result: Result, to sink: any OutputSink
  ) throws(FootprintsError) {
    try sink.write("{")
    for (index, field) in Result.fields.enumerated() {
      let name = JSONValue.Member(field.description.name, .null).quotedName
      try sink.write("\(index > 0 ? "," : "")\n    \(name): ")
      guard let elements = field.elements else {
        try sink.write(field.value(result).text(indentedBy: 2))
        continue
      }
      var isFirst = true
      try sink.write("[")
      try elements(result) { element throws(FootprintsError) in
        try sink.write("\(isFirst ? "" : ",")\n      \(element.text(indentedBy: 3))")
        isFirst = false
      }
      try sink.write(isFirst ? "]" : "\n    ]")
    }
    try sink.write(Result.fields.isEmpty ? "}" : "\n  }")
  }
}
