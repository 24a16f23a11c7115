/// Every pair of areas of two layers that have area in common, with the masses that need no geometry.
public struct OverlapTable: Sendable {
  /// One pair.
  public struct Pair: Sendable, Equatable {
    /// The position of the area in layer X.
    public let x: Int
    /// The position of the area in layer Y.
    public let y: Int
    /// The common area in m2, above 0.
    public let area: Double
    /// The perimeter of the common part in metres, its holes included.
    public let perimeter: Double
    /// The centre of gravity of the common part; nil where it has not been worked out.
    public let centroid: Coordinate?

    /// Makes a pair.
    public init(x: Int, y: Int, area: Double, perimeter: Double, centroid: Coordinate? = nil) {
      self.x = x
      self.y = y
      self.area = area
      self.perimeter = perimeter
      self.centroid = centroid
    }

    /// Twice the area over the perimeter, in metres: the width of a strip of that area and outline.
    public var meanWidth: Double { perimeter > 0 ? 2 * area / perimeter : 0 }
  }

  /// The pairs by ascending x, then y.
  public let pairs: [Pair]
  /// The area of each area of X, m2.
  public let xAreas: [Double]
  /// The area of each area of Y, m2.
  public let yAreas: [Double]

  /// What the boundaries of common parts are traced from; nil in a table that does not come from the kernel.
  package let evidence: OverlayEvidence?

  /// Makes a table. Precondition: pairs in order.
  public init(pairs: [Pair], xAreas: [Double], yAreas: [Double]) {
    self.init(pairs: pairs, xAreas: xAreas, yAreas: yAreas, evidence: nil)
  }

  init(pairs: [Pair], xAreas: [Double], yAreas: [Double], evidence: OverlayEvidence?) {
    self.pairs = pairs
    self.xAreas = xAreas
    self.yAreas = yAreas
    self.evidence = evidence
  }

  /// The same table without the pairs that are not wanted.
  public func selecting(_ isWanted: (Pair) -> Bool) -> OverlapTable {
    OverlapTable(pairs: pairs.filter(isWanted), xAreas: xAreas, yAreas: yAreas, evidence: evidence)
  }

  /// The masses as a matrix of areas in m2.
  public var matrix: MassMatrix { matrix(nil) }

  /// The same where areas of one layer may overlap each other.
  func matrix(_ repeated: RepeatedAreas?) -> MassMatrix {
    MassMatrix(
      unit: .squareMetres, xTotals: xAreas, yTotals: yAreas,
      cells: pairs.map { MassMatrix.Cell(x: $0.x, y: $0.y, mass: $0.area) }, xRepeated: repeated?.x,
      yRepeated: repeated?.y)
  }

  /// The masses of a matrix of the same layers without the pairs that are slivers, which are set aside.
  func settingAside(_ isSliver: [Bool], in matrix: MassMatrix) -> MassMatrix {
    // Both are in the order of (x, y).
    var slivers = zip(pairs, isSliver).lazy.filter(\.1).map { ($0.0.x, $0.0.y) }.makeIterator()
    var sliver = slivers.next()
    return matrix.settingAside { cell in
      while let next = sliver, next < (cell.x, cell.y) { sliver = slivers.next() }
      return sliver.map { $0 == (cell.x, cell.y) } ?? false
    }
  }
}

extension OverlapTable: Equatable {
  /// Whether two tables have the same pairs and areas.
  public static func == (left: OverlapTable, right: OverlapTable) -> Bool {
    left.pairs == right.pairs && left.xAreas == right.xAreas && left.yAreas == right.yAreas
  }
}
