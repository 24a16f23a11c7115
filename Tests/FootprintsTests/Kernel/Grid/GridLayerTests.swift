import Footprints
import Testing

@Suite struct GridLayerTests {
  @Test func refusesWhatDoesNotFit() throws {
    let good = MultiPolygonArray.rectangles([(0, 0, 1, 1)])
    func refusal(_ second: [(Double, Double)], closed: Bool = true) throws -> String? {
      var layer = good
      for point in second { layer.append(Coordinate(point.0, point.1)) }
      if closed { layer.append(Coordinate(second[0].0, second[0].1)) }
      layer.endRing()
      layer.endPolygon()
      layer.endArea()
      let grid = IntegerGrid(around: Box(min: Coordinate(0, 0), max: Coordinate(10, 10)))
      do throws(FootprintsError) {
        _ = try GridLayer(layer, grid: grid, jobs: 2)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      try refusal([(0, 0), (5, 0), (.nan, 5)])?.contains("area 1 has a coordinate that is not a finite")
        == true)
    #expect(
      try refusal([(0, 0), (5, 0), (.infinity, 5)])?.contains("area 1 has a coordinate that is not") == true)
    #expect(
      try refusal([(0, 0), (5, 0), (9e6, 5)])?.contains("area 1 has a position at (9000000.0, 5.0) m") == true
    )
    #expect(try refusal([(0, 0), (5, 0), (5, -1e300)])?.contains("area 1 has a position at") == true)
    #expect(
      try refusal([(0, 0), (5, 0), (5, 5)], closed: false)?.contains("ring of area 1 is not closed") == true)
    #expect(try refusal([(0, 0), (5, 0), (5, 5)]) == nil)
  }
}
