/// The smallest box around a geometry; empty for one without positions.
struct WKBExtent: WKBVisitor {
  private(set) var box = Box.empty

  init() {}

  /// The box around a geometry.
  static func box(of geometry: UnsafeRawBufferPointer) -> Box {
    var extent = WKBExtent()
    WKB.walk(geometry, &extent)
    return extent.box
  }

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {}
  mutating func end(_ type: GeometryType) {}

  mutating func positions(_ run: PositionRun) {
    // Numbers that are none leave the box as it is.
    for index in 0..<run.count {
      let place = run[index]
      if place.x.isNaN || place.y.isNaN { continue }
      box.extend(to: place)
    }
  }
}
