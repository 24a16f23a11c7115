/// Judges from the rings around a ring's first vertex whether it lies where a ring of its kind may lie: a
/// hole inside its polygon's exterior and no other hole of it; an exterior in no hole of its own; and any
/// ring either outside every other polygon of its area or in a hole of it.
struct NestingCheck {
  private let layer: GridLayer
  /// The polygon of each ring.
  private let polygons: [UInt32]

  init(_ layer: GridLayer) {
    self.layer = layer
    var polygons: [UInt32] = []
    polygons.reserveCapacity(layer.ringCount)
    for polygon in 0..<layer.polygonOffsets.count - 1 {
      for _ in layer.polygonOffsets[polygon]..<layer.polygonOffsets[polygon + 1] {
        polygons.append(UInt32(polygon))
      }
    }
    self.polygons = polygons
  }

  /// Whether a ring may lie in the rings given, some of which can belong to other areas.
  func allows(_ ring: Int, around members: [WindingCounts.Member]) -> Bool {
    let own = polygons[ring]
    let isHole = layer.polygonOffsets[Int(own)] != ring
    var windings: [(polygon: UInt32, winding: Int32)] = [(own, isHole ? -1 : 0)]
    for member in members {
      let other = Int(member.label)
      if other == ring || layer.areaOfRing[other] != layer.areaOfRing[ring] { continue }
      windings.append((polygons[other], member.winding))
    }
    // The rings of a polygon are together then, however many polygons there are around this ring.
    windings.sort { $0.polygon < $1.polygon }
    var sum: Int32 = 0
    for (position, item) in windings.enumerated() {
      sum += item.winding
      let isLast = position + 1 == windings.count || windings[position + 1].polygon != item.polygon
      if isLast && sum != 0 { return false }
    }
    return true
  }
}
