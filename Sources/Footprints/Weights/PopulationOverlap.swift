/// The people whom the units of two layers share, counted through bricks.
public struct PopulationOverlap: Sendable {
  /// The shared people.
  public let matrix: MassMatrix
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

  /// Counts whole bricks, or bricks of which at least one layer's shares are given by something else than
  /// their common area (a lookup table, flows).
  public init(_ bricks: Bricks, x: Membership, y: Membership, method: MembershipMethod) {
    self.init(bricks, x: x, y: y, method: method, matrix: x.shared(with: y, masses: bricks.people))
  }

  /// Apportions by area: a brick that both layers divide counts in a pair by the area of the three-way
  /// intersection, `areas` being the bricks (X) against the common parts of `pairs` (Y).
  init(_ bricks: Bricks, x: Membership, y: Membership, parts areas: OverlapTable, pairs: [OverlapTable.Pair])
  {
    let sums = Membership(areas: areas, method: .apportion).totals(bricks.people)
    let matrix = MassMatrix(
      xTotals: x.totals(bricks.people), yTotals: y.totals(bricks.people),
      cells: zip(pairs, sums).map { MassMatrix.Cell(x: $0.x, y: $0.y, mass: $1) })
    self.init(bricks, x: x, y: y, method: .apportion, matrix: matrix)
  }

  private init(_ bricks: Bricks, x: Membership, y: Membership, method: MembershipMethod, matrix: MassMatrix) {
    self.matrix = matrix
    self.method = method
    xStraddling = x.straddling
    yStraddling = y.straddling
    xOutside = max(0, bricks.total - x.totals(bricks.people).reduce(0, +))
    yOutside = max(0, bricks.total - y.totals(bricks.people).reduce(0, +))
  }
}
