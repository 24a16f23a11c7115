/// One thing that is wrong, or may be: what, where, how large.
public struct Finding: Sendable {
  /// The name of the layer or table.
  public var layer: String
  /// The code of the area, or of the row; nil where it is about the whole.
  public var code: String?
  /// Its name.
  public var name: String?
  /// The code of the other area where it is about two.
  public var otherCode: String?
  /// What it is.
  public var kind: FindingKind
  /// Where, in metres of the working reference system; nil where it has no place.
  public var place: Coordinate?
  /// The ground that it is about as one area in metres, such as an overlap; no areas where it has none.
  public var shape = MultiPolygonArray()
  /// The size of that ground in m2.
  public var area: Double?
  /// Its mean width 2A/P in metres, A being its area and P the length of its outline.
  public var width: Double?
  /// The people who live on it; nil where they are not counted.
  public var population: Double?
  /// What is wrong, a sentence without its full stop.
  public var message: String

  package init(
    _ kind: FindingKind, in layer: String, about unit: NamedCode? = nil, and other: String? = nil,
    at place: Coordinate? = nil, _ message: String
  ) {
    (self.kind, self.layer, self.place) = (kind, layer, place)
    (code, name, otherCode) = (unit?.code, unit.flatMap { $0.name.isEmpty ? nil : $0.name }, other)
    self.message = message.message
  }

  /// The same about some ground, which has a place, an area and a width.
  mutating func cover(_ shape: MultiPolygonArray, area: Double, perimeter: Double) {
    self.shape = shape
    self.area = area
    width = perimeter > 0 ? 2 * area / perimeter : 0
    place = shape.count > 0 ? shape.interiorPoint(of: 0) ?? place : place
  }

  /// Errors first, then what concerns most people, then what is largest; what is equal by layer, kind and codes.
  package static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.kind.severity != b.kind.severity { return a.kind.severity < b.kind.severity }
    let (aSize, bSize) = ((a.population ?? 0, a.area ?? 0), (b.population ?? 0, b.area ?? 0))
    if aSize != bSize { return aSize > bSize }
    if a.kind != b.kind { return a.kind.position < b.kind.position }
    return (a.layer, a.code ?? "", a.otherCode ?? "", a.message)
      < (b.layer, b.code ?? "", b.otherCode ?? "", b.message)
  }
}

extension FindingKind {
  fileprivate var position: Int { Self.positions[self] ?? 0 }
  private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

extension NamedCode {
  /// "Northam (E06000001)"; the code alone where there is no other name.
  var label: String { name.isEmpty || name == code ? code : "\(name) (\(code))" }
}
