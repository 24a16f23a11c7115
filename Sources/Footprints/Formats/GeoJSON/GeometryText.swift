/// Writes a geometry as GeoJSON has it.
struct GeometryText: WKBVisitor {
  /// The text made so far.
  var text: [UInt8]
  /// The decimals of every number; nil for as many as are read back the same.
  let decimals: Int?
  /// Whether the geometry had something that GeoJSON does not hold: measures.
  private(set) var hasMeasures = false
  /// Whether the geometry is of a type that GeoJSON does not have; nothing of use was written then.
  private(set) var isForeign = false
  /// Whether rings have the interior on their left, as RFC 7946 asks: else they stay as they are.
  private let orients: Bool
  /// The geometries around the place, outermost first, and whether each has a member already.
  private var open: [(type: GeometryType, hasMember: Bool)] = []

  init(decimals: Int?, orients: Bool) {
    text = []
    self.decimals = decimals
    self.orients = orients
  }

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {
    if !type.isSimple { isForeign = true }
    if parts.contains(.measure) { hasMeasures = true }
    let outer = open.last?.type
    // A point of several may be nowhere, and is no member then.
    if outer != .multiPoint { separate() }
    if outer == nil || outer == .geometryCollection {
      text += "{\"type\": \"".utf8
      text += type.name.utf8
      text += (type == .geometryCollection ? "\", \"geometries\": [" : "\", \"coordinates\": ").utf8
    }
    if type == .polygon || type == .multiPoint || type == .multiLineString || type == .multiPolygon {
      text.append(0x5B)
    }
    open.append((type, false))
  }

  mutating func end(_ type: GeometryType) {
    open.removeLast()
    if type != .point && type != .lineString { text.append(0x5D) }
    let outer = open.last?.type
    if outer == nil || outer == .geometryCollection { text.append(0x7D) }
  }

  mutating func positions(_ run: PositionRun) {
    var isReversed = false
    if let last = open.last, last.type == .polygon {
      isReversed = orients && run.count > 3 && (Self.doubleArea(run) < 0) != last.hasMember
      separate()
    }
    if open.last?.type == .point {
      let isMember = open.dropLast().last?.type == .multiPoint
      if run.isNowhere {
        if !isMember { text += "[]".utf8 }
        return
      }
      if isMember { separate(at: open.count - 2) }
      position(run, 0)
      return
    }
    text.append(0x5B)
    for index in 0..<run.count {
      if index > 0 { text += ", ".utf8 }
      position(run, isReversed ? run.count - 1 - index : index)
    }
    text.append(0x5D)
  }

  /// Twice the area of a ring, negative for one that is clockwise.
  private static func doubleArea(_ ring: PositionRun) -> Double {
    let origin = ring[0]
    var sum = 0.0
    for index in 1..<ring.count - 1 {
      let (a, b) = (ring[index], ring[index + 1])
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum
  }

  /// A comma before every member but the first.
  private mutating func separate() {
    if let last = open.indices.last { separate(at: last) }
  }

  private mutating func separate(at place: Int) {
    if open[place].hasMember { text += ", ".utf8 }
    open[place].hasMember = true
  }

  private mutating func position(_ run: PositionRun, _ index: Int) {
    text.append(0x5B)
    number(run.number(0, of: index))
    text += ", ".utf8
    number(run.number(1, of: index))
    if run.parts.contains(.height) {
      let height = run.number(2, of: index)
      // One that is no number is one that nobody knows.
      if height.isFinite {
        text += ", ".utf8
        number(height)
      }
    }
    text.append(0x5D)
  }

  private mutating func number(_ number: Double) {
    CoordinateText.append(number, decimals: decimals, to: &text)
  }
}
