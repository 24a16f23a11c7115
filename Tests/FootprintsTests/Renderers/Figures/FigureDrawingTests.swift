import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Footprints

/// Figures as SVG: names never become markup, nothing depends on anything outside, and the same figure gives the same bytes.
@Suite struct FigureDrawingTests {
  private static let hostile = "<script>alert(1)</script>\"'&\u{0}\u{202E}=cmd()"

  private static func figures(named name: String) throws -> [Figure] {
    let unit = NamedCode(code: name, name: name)
    let geometry = try MultiPolygonArray(polygons: [[[(0, 0), (1000, 0), (1000, 1000), (0, 1000)]]])
    let source = MapFigure.Source(
      geometry, areas: [0], title: name, style: .first, unit: { _ in unit }
    ).labelled { _ in name }
    let map = try #require(
      MapFigure(
        [source, source], framing: [0], shades: [((0, 0), (1, 0), 0.5, name)], shadeTitle: name))
    let contents: [Figure.Content] = [
      .map(map), .bars(BarsFigure([.init(unit: unit, value: 0.5, words: name)])),
      .matrix(MatrixFigure(rows: [unit], columns: [unit], cells: [(0, 0, 0.5)])),
      .scatter(
        ScatterFigure(
          xTitle: name, yTitle: name, quadrants: [name, name, name, name],
          points: [.init(unit: unit, x: 0.5, y: 1.5)])),
      .change(
        ChangeFigure(
          rows: [.init(name: name, before: 0.1, after: 0.9, beforeWords: name, afterWords: name)],
          scale: 0...1)),
      .timeline(TimelineFigure(events: [.init(year: 2021, date: name, words: name)])),
    ]
    return contents.map { Figure(name, description: name, $0) }
  }

  @Test func namesAreNeverMarkup() throws {
    for (plain, hostile) in zip(try Self.figures(named: "x"), try Self.figures(named: Self.hostile)) {
      let one = try #require(FigureDrawing(number: 1, anchors: nil).svg(plain)).markup
      let other = try #require(FigureDrawing(number: 1, anchors: nil).svg(hostile)).markup
      // A long name may take more lines of text, which are elements of their own.
      let lines = other.components(separatedBy: "<tspan").count - one.components(separatedBy: "<tspan").count
      #expect(
        other.filter { $0 == "<" }.count - one.filter { $0 == "<" }.count == 2 * lines, "\(other.prefix(300))"
      )
      #expect(!other.contains("<script") && !other.contains("\u{0}") && !other.contains("\u{202E}"))
      let parser = XMLParser(data: Data(other.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
  }

  @Test func theSameFigureIsDrawnAlike() throws {
    func all() throws -> [String] {
      try Self.figures(named: "Northam").compactMap {
        FigureDrawing(number: 3, anchors: nil).svg($0)?.markup
      }
    }
    #expect(try all() == all() && all().count == 6)
  }

  @Test func figuresWithoutAnythingAreNotDrawn() {
    let nothing: [Figure.Content] = [
      .bars(BarsFigure([])), .matrix(MatrixFigure(rows: [], columns: [], cells: [])),
      .scatter(ScatterFigure(xTitle: "", yTitle: "", quadrants: [], points: [])),
      .change(ChangeFigure(rows: [], scale: 0...1)), .timeline(TimelineFigure(events: [])),
    ]
    for content in nothing {
      #expect(FigureDrawing(number: 1, anchors: nil).svg(Figure("t", description: "d", content)) == nil)
    }
  }

  /// The page may run its own script and nothing else, and says so by a digest.
  @Test func thePolicyKnowsTheScript() throws {
    let document = Document(
      title: "T", blocks: try Self.figures(named: Self.hostile).map(Document.Block.figure))
    let text = try ReadableResult(document: document).text(as: "html")
    #expect(text.components(separatedBy: "<script>").count == 2)
    #expect(text.contains("script-src &#39;sha256-") || text.contains("script-src 'sha256-"))
    for word in ["unsafe-inline", "onclick", "javascript:", "http:", "https:"] {
      #expect(!text.contains(word))
    }
    #expect(!text.contains("style=\""))
  }
}
