/// The people that the units of two layers share, counted through bricks.
public struct PopulationOverlap: Sendable {
  /// The shared people.
  public let matrix: MassMatrix
  /// The part of it that is counted by bricks which a border of X or of Y divides, so that the method decides where it counts.
  public let divided: MassMatrix
  /// What the numbers rest on.
  public let basis: CountBasis
  /// How bricks in more than one unit are counted.
  public let method: MembershipMethod
  /// The number of bricks of which at least 1% lies in a second unit of X.
  public let xStraddling: Int
  /// The same for Y.
  public let yStraddling: Int
  /// People in bricks that are in no unit of X.
  public let xOutside: Double
  /// People in bricks that are in no unit of Y.
  public let yOutside: Double
  /// People counted more than once because units of X overlap each other.
  public let xRepeated: Double
  /// The same for Y.
  public let yRepeated: Double

  /// Counts whole bricks, or bricks of which at least one layer's shares are given by something other than
  /// their common area (a lookup table, flows).
  public init(_ bricks: Bricks, x: Membership, y: Membership, method: MembershipMethod) {
    self.init(bricks, x: x, y: y, method: method, xElsewhere: nil, yElsewhere: nil)
  }

  /// The same where units have people, or patients, outside all bricks; nil for none.
  init(
    _ bricks: Bricks, x: Membership, y: Membership, method: MembershipMethod, xElsewhere: [Double]?,
    yElsewhere: [Double]?, told: [Double]? = nil
  ) {
    let shared = x.shared(with: y, masses: bricks.people, unit: bricks.unit)
    self.init(
      bricks, x: x, y: y, method: method, matrix: shared.addingElsewhere(x: xElsewhere, y: yElsewhere),
      told: told)
  }

  /// Apportions by area: a brick that both layers divide counts in a pair by the area that the three have in
  /// common. `table` holds the pairs of X and Y, `inX` and `inY` are the shares of the bricks in either, worked out
  /// when nil.
  package static func apportioned(
    _ bricks: Bricks, x: PreparedLayer, y: PreparedLayer, inX: Membership? = nil, inY: Membership? = nil,
    table: OverlapTable, jobs: Int
  ) throws(FootprintsError) -> PopulationOverlap {
    func share(_ known: Membership?, in geometry: MultiPolygonArray) throws(FootprintsError) -> Membership {
      if let known { return known }
      return try membership(in: geometry)
    }
    func membership(in geometry: MultiPolygonArray) throws(FootprintsError) -> Membership {
      Membership(
        areas: try OverlapEngine.table(bricks.layer.geometry, geometry, jobs: jobs), method: .apportion)
    }
    let (inX, inY) = (
      try share(inX, in: x.geometry), try share(inY, in: y.geometry)
    )
    let pieces = try OverlapPieces.build(table.pairs, of: table, x: x.geometry, y: y.geometry, jobs: jobs)
    let sums = try membership(in: pieces).totals(bricks.people)
    let matrix = MassMatrix(
      unit: .people, xTotals: inX.totals(bricks.people), yTotals: inY.totals(bricks.people),
      cells: zip(table.pairs, sums).map { MassMatrix.Cell(x: $0.x, y: $0.y, mass: $1) })
    return PopulationOverlap(bricks, x: inX, y: inY, method: .apportion, matrix: matrix)
  }

  private init(
    _ bricks: Bricks, x: Membership, y: Membership, method: MembershipMethod, matrix: MassMatrix,
    told: [Double]? = nil
  ) {
    self.matrix = matrix
    divided = x.divided(with: y, over: bricks)
    basis = CountBasis(bricks, x: x, y: y, told: told)
    self.method = method
    xStraddling = x.straddling
    yStraddling = y.straddling
    let (inX, inY) = (x.coverage(bricks.people), y.coverage(bricks.people))
    (xOutside, xRepeated) = (inX.outside, inX.repeated)
    (yOutside, yRepeated) = (inY.outside, inY.repeated)
  }
}
