/// Writes a geometry as well-known text (ISO 13249-3): `POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))`.
struct WKTText: WKBVisitor {
  /// The text made so far.
  private(set) var text: [UInt8] = []
  /// The decimals of every number; nil for as many as are read back the same.
  private let decimals: Int?
  /// The geometries around the place, outermost first, and how many members each has had.
  private var open: [(type: GeometryType, members: Int, isEmpty: Bool)] = []

  init(decimals: Int?) { self.decimals = decimals }

  /// The text of a geometry.
  static func text(of geometry: UnsafeRawBufferPointer, decimals: Int?) -> String {
    var writer = WKTText(decimals: decimals)
    WKB.walk(geometry, &writer)
    return String(decoding: writer.text, as: UTF8.self)
  }

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {
    separate()
    if isNamed(type) {
      text += type.name.uppercased().utf8
      text += [" ", " Z ", " M ", " ZM "][Int(parts.rawValue)].utf8
    }
    let isEmpty = count == 0 && type.content != .positions
    if isEmpty { text += "EMPTY".utf8 }
    if !isEmpty, type.content == .rings || type.content == .geometries { text.append(0x28) }
    open.append((type, 0, isEmpty))
  }

  mutating func end(_ type: GeometryType) {
    guard let last = open.popLast(), !last.isEmpty else { return }
    if type.content == .rings || type.content == .geometries { text.append(0x29) }
  }

  mutating func positions(_ run: PositionRun) {
    if open.last?.type.content == .rings { separate() }
    if run.count == 0 || open.last?.type == .point && run.isNowhere {
      text += "EMPTY".utf8
      return
    }
    text.append(0x28)
    for index in 0..<run.count {
      if index > 0 { text += ", ".utf8 }
      for part in 0..<run.parts.numbers {
        if part > 0 { text.append(0x20) }
        let number = run.number(part, of: index)
        if number.isFinite {
          CoordinateText.append(number, decimals: part < 2 ? decimals : nil, to: &text)
        } else {
          text += "nan".utf8
        }
      }
    }
    text.append(0x29)
  }

  /// A comma before every member but the first.
  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if open[last].members > 0 { text += ", ".utf8 }
    open[last].members += 1
  }

  /// Whether the type of a member is written; it goes without saying where there is only one that it can have, or that is
  /// meant where none is named.
  private func isNamed(_ type: GeometryType) -> Bool {
    switch open.last?.type {
    case nil, .geometryCollection?: true
    case .compoundCurve?, .curvePolygon?, .multiCurve?: type != .lineString
    case .multiSurface?: type != .polygon
    default: false
    }
  }
}
