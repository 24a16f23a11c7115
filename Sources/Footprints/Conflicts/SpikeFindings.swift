/// Boundaries that run out and nearly straight back: a single vertex that was set wrongly.
///
/// A vertex is the tip of a spike of its area where the boundary turns back to the left there, and the end of the shorter of
/// its two edges lies within a metre of the other edge's line, and at least twenty times as far from the tip. A notch is a
/// spike of whoever lies in it. Spikes whose sides have further vertices are not found.
enum SpikeFindings {
  /// How wide the open end of a spike is at most, in metres.
  static let width = 1.0
  /// How many times longer than wide it is at least.
  static let slimness = 20.0

  static func findings(in layer: PreparedLayer, jobs: Int) throws(FootprintsError) -> [Finding] {
    let geometry = layer.geometry
    let chunks = Pieces(of: geometry.count, minimum: 1, jobs: 16 * jobs)
    let tips = try parallelMap(count: chunks.count, jobs: jobs) { chunk in
      chunks[chunk].flatMap { area in Self.tips(of: area, in: geometry).map { (area, $0) } }
    }
    return tips.joined().map { area, tip in
      let unit = layer.unit(area)
      var finding = Finding(
        .spike, in: layer.name, about: unit, at: tip.place,
        "the boundary of \(unit.label) runs out for \(Wording.decimal(tip.length, 1)) m and nearly straight back at \(RingFindings.place(tip.place))"
      )
      finding.width = tip.width / 2
      return finding
    }
  }

  private struct Tip {
    let place: Coordinate
    let length: Double
    /// How far apart its sides are at the open end.
    let width: Double
  }

  private static func tips(of area: Int, in geometry: MultiPolygonArray) -> [Tip] {
    var tips: [Tip] = []
    geometry.coordinates.withUnsafeBufferPointer { coordinates in
      for polygon in geometry.polygons(of: area) {
        for (position, ring) in geometry.rings(of: polygon).enumerated() {
          let vertices = geometry.vertices(of: ring)
          if vertices.count < 4 { continue }
          // Repaired and published rings run either way round.
          let sign = geometry.isReversed(ring: ring, isHole: position > 0) ? -1.0 : 1
          var p = coordinates[vertices.upperBound - 2]
          for index in vertices.dropLast() {
            let (q, r) = (coordinates[index], coordinates[index + 1])
            if let tip = tip(p, q, r, sign) { tips.append(tip) }
            p = q
          }
        }
      }
    }
    return tips
  }

  @inline(__always)
  private static func tip(_ p: Coordinate, _ q: Coordinate, _ r: Coordinate, _ sign: Double) -> Tip? {
    let (ux, uy, vx, vy) = (q.x - p.x, q.y - p.y, r.x - q.x, r.y - q.y)
    guard ux * vx + uy * vy < 0 else { return nil }
    let across = sign * (ux * vy - uy * vx)
    guard across > 0 else { return nil }
    let (first, second) = ((ux * ux + uy * uy).squareRoot(), (vx * vx + vy * vy).squareRoot())
    let (short, long) = (min(first, second), max(first, second))
    let width = across / long
    guard width <= Self.width, short >= max(Self.width, slimness * width) else { return nil }
    return Tip(place: q, length: short, width: width)
  }
}

extension MultiPolygonArray {
  /// Whether a ring has the interior of its polygon on its right.
  fileprivate func isReversed(ring: Int, isHole: Bool) -> Bool { (signedArea(ofRing: ring) < 0) != isHole }
}
