import Foundation
import Testing

@testable import Footprints

/// Where things are wrong, on a map.
@Suite struct CheckFiguresTests {
  private func result(_ layers: [String]) throws -> CheckResult {
    let folder = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    let study = try Study(package: DataPackage(PackageFolder("\(folder)/Boundaries/region")))
    return try study.run(CheckAnalysis.self, CheckRequest(layers: layers)).result
  }

  @Test func everyFindingWithAPlaceIsMarked() throws {
    let figure = try #require(try result(["ccg", "utla"]).figures().first)
    guard case .map(let map) = figure.content else { throw FootprintsError(.badData, "no map") }
    let marks = map.layers.filter(\.style.isMark)
    #expect(marks.map(\.style) == [.information, .warning])
    // Two lakes that no area covers, and whoever lies across a border.
    #expect(marks[0].areas.count == 2)
    #expect(marks[1].areas.contains { $0.words.contains("Northmere") })
    #expect(marks.flatMap(\.areas).allSatisfy { $0.place != nil || !$0.rings.isEmpty })
    #expect(figure.description.contains("areas across a border"))
  }

  /// What has no ground, or too little to be seen, is a mark at its place, told apart by its form.
  @Test func aPlaceWithoutGroundIsAMark() throws {
    let square = try MultiPolygonArray(polygons: [[[(0, 0), (9000, 0), (9000, 9000), (0, 9000)]]])
    let unit = NamedCode(code: "A", name: "Northam")
    let nothing = MultiPolygonArray(
      coordinates: [], ringOffsets: [0], polygonOffsets: [0], areaOffsets: [0, 0, 0])
    var sources = [
      MapFigure.Source(square, areas: [0], title: "borders", style: .context, unit: { _ in unit })
    ]
    for style in [MapFigure.Style.error, .warning, .information] {
      var source = MapFigure.Source(
        nothing, areas: [0, 1], title: "\(style)", style: style, unit: { _ in unit })
      source.place = { $0 == 0 ? Coordinate(4000, 4000) : nil }
      source.words = { _ in "A spike" }
      sources.append(source)
    }
    let map = try #require(MapFigure(sources, framing: [0, 1, 2, 3]))
    #expect(map.layers.dropFirst().allSatisfy { $0.areas[0].place != nil && $0.areas[1].place == nil })
    let drawn = try #require(
      FigureDrawing(number: 1, anchors: nil).svg(Figure("x", description: "x", .map(map)))
    ).markup
    #expect(drawn.components(separatedBy: "A spike").count == 4)
    let forms = drawn.components(separatedBy: "<path class=\"was\" d=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" }.drop { $0 != "l" && $0 != "h" })
    }
    // One on the map and one in the legend, of each form.
    #expect(forms.count == 6 && Set(forms).count == 3)
  }

  @Test func withoutAPlaceThereIsNoMap() throws {
    #expect(try result(["ccg", "utla"]).about(["nobody"]).figures().isEmpty)
  }
}
