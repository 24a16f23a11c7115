import Footprints
import Foundation
import Testing

/// Everything that a report has, written as it goes.
@Suite struct JSONRendererTests {
  /// The same report made as one value before anything is written.
  private func whole(_ report: Report, parameters: JSONValue, warnings: JSONValue = []) -> String {
    let value: JSONValue = [
      "schema_version": .string(Provenance.schemaVersion), "command": .string(report.command),
      "parameters": parameters, "provenance": Provenance(report.inputs).json, "warnings": warnings,
      "results": report.results,
    ]
    return value.serialized
  }

  @Test func aResultOfNothing() throws {
    let report = try BareResult().report()
    let text = try report.text(as: "json")
    #expect(text == whole(report, parameters: [:]))
    #expect(text.hasSuffix(",\n  \"warnings\": [],\n  \"results\": {}\n}\n"))
  }

  @Test func listsOfNoneOneAndTwo() throws {
    func results(_ rows: [MadeUpRow]) throws -> Substring {
      let text = try TabularResult(rows: rows).text(as: "json")
      return text[try #require(text.firstRange(of: "  \"results\"")).lowerBound...]
    }
    #expect(try results([]) == "  \"results\": {\n    \"rows\": []\n  }\n}\n")
    let empty = """
            {
              "name": null,
              "plans": null,
              "area_m2": null,
              "share": null,
              "width_m": null,
              "amount_gbp": null,
              "is_open": null,
              "tags": [],
              "changes": [],
              "verdicts": {}
            }
      """
    #expect(
      try results([MadeUpRow()]) == "  \"results\": {\n    \"rows\": [\n\(empty)\n    ]\n  }\n}\n")
    #expect(
      try results([MadeUpRow(), MadeUpRow()])
        == "  \"results\": {\n    \"rows\": [\n\(empty),\n\(empty)\n    ]\n  }\n}\n")
  }

  @Test func everyKindOfValue() throws {
    let text = try TabularResult(rows: [.full], conditions: [.people]).text(as: "json")
    let results = try #require(try JSONValue(parsing: FileBytes(Array(text.utf8), name: "x.json"))["results"])
    #expect(
      results == [
        "rows": [
          [
            "name": "Ay", "plans": 1234, "area_m2": 123456, "share": .number(0.452),
            "population": .number(1000.4), "width_m": .number(12.34), "amount_gbp": .number(1234.5),
            "is_open": true,
            "tags": ["a", "b"], "changes": [4, 5], "verdicts": ["all-in": true, "half": false],
          ]
        ]
      ])
    #expect(text.contains("\"amount_gbp\": 1234.50,"), "money has its pence")
    #expect(text.contains("\"area_m2\": 123456.0,"), "a number that may be a fraction is written as one")
    #expect(try !TabularResult(rows: [.full]).text(as: "json").contains("population"))
  }

  /// The notices come before the results, with severity and code.
  @Test func warningsComeBeforeTheResults() throws {
    let bricks = try TestLayer.bricks(TestLayer.rectangles([[(0, 0, 10, 10)]]), people: [])
    let enquiry = Enquiry(Study(given: given(bricks), settings: try Study.Settings()))
    _ = try enquiry.bricks()
    let report = Report(command: "made-up", result: BareResult(), inputs: enquiry.inputs)
    let notice = try #require(report.notices.first)
    #expect(notice.code == "no-population" && report.notices.count == 1)
    let warnings: JSONValue = [
      ["severity": "warning", "code": "no-population", "message": .string(notice.message)]
    ]
    #expect(try report.text(as: "json") == whole(report, parameters: [:], warnings: warnings))
  }

  private func given(_ bricks: Bricks) -> Study.Given {
    var given = Study.Given()
    given.bricks = bricks
    return given
  }

  /// Written element by element or as one value: the same bytes, whatever is nested in what.
  @Test func writingAsItGoesChangesNothing() throws {
    let inputs = Enquiry(try Study()).inputs
    for seed in 1...150 as ClosedRange<UInt64> {
      let result = NestedResult.random(seed: seed)
      let report = Report(command: "made-up", result: result, inputs: inputs)
      let text = try report.text(as: "json")
      let parameters: JSONValue = [
        "text": JSONValue(result.root.text), "texts": JSONValue(result.root.texts),
      ]
      #expect(text == whole(report, parameters: parameters), "seed \(seed)")
      #expect(throws: Never.self, "seed \(seed)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }

  /// `JSONEncoder` sees what the renderer writes, but for the pence beyond a double.
  @Test func aResultIsEncodableAsItIsWritten() throws {
    let result = TabularResult(rows: [.full, MadeUpRow(name: "a\"\n")], conditions: [.people])
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(result)) as? NSDictionary
    let report = try result.report()
    let written = try JSONSerialization.jsonObject(with: Data(report.results.compact.utf8)) as? NSDictionary
    #expect(encoded != nil && encoded == written)
  }
}
