import Foundation
import Footprints
import Testing

@testable import footprint

/// `docs/outputs.md` is made from the declarations that the outputs are made from.
@Suite struct DataDictionaryTests {
  @Test func theDocumentationNamesWhatThereIs() throws {
    let sink = TextSink()
    try MarkdownRenderer().render(
      DataDictionary.document(of: (Footprint.verbs + Import.verbs).map { $0.analysis }), to: sink)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/outputs.md")
    if ProcessInfo.processInfo.environment["FOOTPRINT_RECORD_GOLDEN"] == "1" {
      return try Data(sink.text.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == sink.text, "record docs/outputs.md with FOOTPRINT_RECORD_GOLDEN=1")
  }

  /// Nothing is without a meaning, and no name appears twice.
  @Test func everyFieldHasAMeaningAndANameOfItsOwn() {
    func check(_ fields: [FieldDescription], _ place: String) {
      #expect(Set(fields.map(\.name)).count == fields.count, "\(place): \(fields.map(\.name))")
      for field in fields {
        #expect(!field.meaning.isEmpty && !field.title.isEmpty, "\(place).\(field.name)")
        #expect(field.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(place).\(field.name)")
        check(field.parts, "\(place).\(field.name)")
      }
    }
    func checkAll<Subject: Analysis>(_ analysis: Subject.Type) {
      check(Subject.Result.fields.map(\.description), Subject.name)
      check(Subject.Result.parameters.map(\.description), "\(Subject.name) parameters")
      for table in Subject.Result.tables { check(table.columns, "\(Subject.name) table \(table.name)") }
    }
    for analysis in (Footprint.verbs + Import.verbs).map({ $0.analysis }) { checkAll(analysis) }
  }
}
