/// How far the borders of two layers agree.
public struct BordersResult: AnalysisResult {
  /// The first layer.
  public let x: PreparedLayer
  /// The second.
  public let y: PreparedLayer
  /// The distance within which borders agree.
  public let distance: AgreementDistance
  /// The measures.
  public let agreement: BoundaryAgreement
  /// The areas that are listed.
  private(set) var areas: [Row]
  /// The borders as wholes, with the places in longitude and latitude.
  let system: System

  /// The borders of both layers as wholes.
  struct System: Sendable {
    let x: Whole
    let y: Whole
  }

  /// A layer's border, and its parts.
  struct Whole: Sendable {
    let all: Measured
    let inner: Measured
    let outer: Measured
  }

  /// The measures of a border, and where it is furthest from the other in longitude and latitude.
  struct Measured: Sendable {
    let agreement: BorderAgreement
    let position: Coordinate?
  }

  /// An area with the measures of its outline.
  struct Row: Sendable {
    let side: UnitScores.Side
    let unit: NamedCode
    let measured: Measured
  }

  init(
    x: PreparedLayer, y: PreparedLayer, distance: AgreementDistance, agreement: BoundaryAgreement, jobs: Int
  ) throws(FootprintsError) {
    (self.x, self.y, self.distance, self.agreement) = (x, y, distance, agreement)
    let sides = [agreement.x, agreement.y]
    let all = sides.flatMap { [$0.all, $0.inner, $0.outer] + $0.areas }
    let places = all.compactMap { $0.furthest?.place }
    var positions = try Self.positions(places, of: x, jobs: jobs)[...]
    let measured = all.map {
      Measured(agreement: $0, position: $0.furthest == nil ? nil : positions.removeFirst())
    }
    let second = 3 + agreement.x.areas.count
    func whole(_ first: Int) -> Whole {
      Whole(all: measured[first], inner: measured[first + 1], outer: measured[first + 2])
    }
    system = System(x: whole(0), y: whole(second))
    areas =
      x.units.enumerated().map { Row(side: .x, unit: $1, measured: measured[3 + $0]) }
      + y.units.enumerated().map { Row(side: .y, unit: $1, measured: measured[second + 3 + $0]) }
  }

  /// Places in longitude and latitude, by the inverse of what brought the first layer into the working system.
  private static func positions(
    _ places: [Coordinate], of layer: PreparedLayer, jobs: Int
  ) throws(FootprintsError) -> [Coordinate] {
    if places.isEmpty { return [] }
    // Positions of no area, in the order of places.
    let array = MultiPolygonArray(
      coordinates: places, ringOffsets: [0, places.count], polygonOffsets: [0, 1], areaOffsets: [0, 1])
    return try array.longitudeLatitude(reversing: layer.origin.transformation, jobs: jobs).coordinates
  }

  /// The areas of both layers.
  public var listable: [NamedCode] { x.units + y.units }

  /// Areas of either side count alike.
  public mutating func list(_ choice: inout RowChoice) {
    areas = choice.rows(areas, Self.rowFields, main: "length_m") { [$0.unit] }
  }

  /// How the distance was chosen, and what the border of a layer is.
  public var notes: [Note] {
    [
      Note(
        "Borders agree within \(Wording.number(distance.metres)) m (\(distance.reason)). A border between two areas counts once; coasts count as well."
      )
    ]
  }
}
