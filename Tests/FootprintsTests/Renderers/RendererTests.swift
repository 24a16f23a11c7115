import Footprints
import Testing

/// Which formats there are follows from what a result has.
@Suite struct RendererTests {
  @Test func formatsFollowFromTheResult() {
    func formats(_ kind: any AnalysisResult.Type) -> [String] { Renderers.supporting(kind).map(\.name) }
    #expect(formats(BareResult.self) == ["json"])
    #expect(formats(TabularResult.self) == ["csv", "json", "ndjson", "xlsx", "zip"])
    #expect(formats(ReadableResult.self) == ["table", "json", "md", "html"])
    #expect(formats(ShapedResult.self) == ["json", "geojson", "gpkg"])
    #expect(formats(OverlapResult.self) == Renderers.all.map(\.name))
  }

  @Test func otherFormatsAreRefusedWithThoseThereAre() throws {
    func refusal(_ result: any AnalysisResult, _ format: String) throws -> String? {
      let error = #expect(throws: FootprintsError.self) { try result.text(as: format) }
      #expect(error?.kind == .usage)
      #expect(error?.message == "this result cannot be written in the format '\(format)'")
      return error?.remedy
    }
    for format in ["csv", "ndjson", "table", "md", "geojson", "gpkg", "xlsx", "", "JSON"] {
      #expect(try refusal(BareResult(), format) == "It is available in: json.")
    }
    #expect(try refusal(TabularResult(), "table") == "It is available in: csv, json, ndjson, xlsx, zip.")
    let readable = ReadableResult(document: Document(title: "T"))
    #expect(try refusal(readable, "csv") == "It is available in: table, json, md, html.")
    let shaped = ShapedResult(geometry: MultiPolygonArray(), rows: [])
    #expect(try refusal(shaped, "csv") == "It is available in: json, geojson, gpkg.")
  }

  @Test func formatsAreDistinguishedByNameAndSuffix() {
    let names = Renderers.all.map(\.name)
    let suffixes = Renderers.all.flatMap(\.suffixes)
    #expect(Set(names).count == names.count && Set(suffixes).count == suffixes.count)
    #expect(Renderers.all.allSatisfy { !$0.suffixes.isEmpty })
    // A format without a place for notes has them written alongside.
    #expect(Renderers.all.filter { !$0.isSelfContained }.map(\.name) == ["csv", "ndjson", "svg", "png"])
  }
}
