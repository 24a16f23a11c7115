import Footprints
import Foundation
import Testing

/// The main table as one JSON object per line.
@Suite struct NDJSONRendererTests {
  private func lines(_ rows: [MadeUpRow], _ conditions: Set<Condition> = []) throws -> [String] {
    let text = try TabularResult(rows: rows, conditions: conditions).text(as: "ndjson")
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return text.split(separator: "\n").map(String.init)
  }

  @Test func noRowsMakeNoLines() throws {
    #expect(try TabularResult().text(as: "ndjson") == "")
  }

  @Test func aRowHasTheNamesOfTheCSV() throws {
    let rows = [MadeUpRow.full, MadeUpRow(verdicts: [("other", true)])]
    #expect(
      try lines(rows, [.people]) == [
        #"{"name": "Ay", "plans": 1234, "area_m2": 123456.0, "share": 0.452, "population": 1000.4, "width_m": 12.34, "#
          + #""amount_gbp": 1234.50, "is_open": true, "tags": ["a", "b"], "changes": [4, 5], "passes_all_in": true, "#
          + #""passes_half": false, "passes_other": null}"#,
        #"{"name": null, "plans": null, "area_m2": null, "share": null, "population": null, "width_m": null, "#
          + #""amount_gbp": null, "is_open": null, "tags": [], "changes": [], "passes_all_in": null, "#
          + #""passes_half": null, "passes_other": true}"#,
      ])
    #expect(try !lines(rows)[0].contains("population"))
    let header = try TabularResult(rows: rows).text(as: "csv").prefix { $0 != "\n" }.split(separator: ",")
    let object = try JSONSerialization.jsonObject(with: Data(lines(rows)[0].utf8)) as? [String: Any]
    #expect(object.map { Set($0.keys) } == Set(header.map(String.init)))
  }

  @Test func everyLineIsAnObjectWhateverTheNames() throws {
    let names = [
      "a\nb", "\r\n", "\"", "\\", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}\u{2029}", "😀", "</script>",
    ]
    let lines = try lines(names.map { MadeUpRow(name: $0, width: .nan) })
    #expect(lines.count == names.count)
    for (line, name) in zip(lines, names) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["name"] as? String == name)
      #expect(object["width_m"] is NSNull, "what is not finite is null")
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }
  }
}
