import Footprints
import Testing

/// Reading without the lattice, where PROJ sees each distinct position once.
@Suite struct TransformedPositionsTests {
  /// A board of squares with shared corners, far more positions than distinct ones, and the positions.
  private func board(_ shift: Double) -> (text: String, positions: [Coordinate]) {
    var features: [String] = []
    var positions: [Coordinate] = []
    for row in 0..<60 {
      for column in 0..<60 {
        let (x, y) = (-2 + Double(column) / 64 + shift, 52 + Double(row) / 64)
        let ring = [(x, y), (x + 0.015625, y), (x + 0.015625, y + 0.015625), (x, y + 0.015625), (x, y)]
        positions += ring.map { Coordinate($0.0, $0.1) }
        features.append(
          #"{"type":"Feature","properties":{"code":"\#(row)-\#(column)"},"geometry":{"type":"Polygon","#
            + #""coordinates":[[\#(ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ","))]]}}"#)
      }
    }
    return (
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, positions
    )
  }

  @Test(arguments: [1, 2, 5]) func everyPositionIsWhatTheOperationMakesOfIt(jobs: Int) throws {
    let reader = LayerReader(
      working: try .working(ReferenceSystem.britishNationalGrid), jobs: jobs, exactProjection: true)
    // The second layer finds half of its positions known.
    for shift in [0, 0.46875] {
      let (text, positions) = board(shift)
      let bytes = FileBytes(Array(text.utf8), name: "board")
      let layer = try reader.layer(
        GeoJSONReader.read(bytes, jobs: jobs), from: [bytes], format: "GeoJSON",
        request: LayerRequest(name: "board"))
      #expect(layer.origin.approximation == nil)
      var expected = positions
      try layer.origin.transformation.apply(to: &expected, jobs: 1)
      #expect(layer.geometry.coordinates == expected)
    }
  }
}
