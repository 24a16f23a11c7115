/// Finds the overlap table of two layers.
public enum OverlapEngine {
  /// The areas and perimeters of all common parts, by the overlap kernel. Areas must be valid
  /// (see ``PreparedLayer``).
  ///
  /// Coordinates are rounded once to a grid of a micrometre (`IntegerGrid`); on the rounded ones areas are
  /// exact except for the rounding of crossing points to a fraction of the grid.
  package static func table(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int = availableJobs
  ) throws(FootprintsError) -> OverlapTable {
    let grid = IntegerGrid(covering: x, y, jobs: jobs)
    return try table(GridLayer(x, grid: grid, jobs: jobs), GridLayer(y, grid: grid, jobs: jobs), jobs)
  }

  /// The areas and perimeters of all common parts of two layers in the same reference system, by the overlap kernel
  /// (<doc:OverlapKernel>).
  ///
  /// A study keeps the tables that its analyses ask for (``Enquiry/overlap(_:_:)``); this makes a new one.
  ///
  /// Throws `fault` where the kernel's own checks fail.
  public static func table(
    _ x: PreparedLayer, _ y: PreparedLayer, jobs: Int = availableJobs
  ) throws(FootprintsError) -> OverlapTable {
    if x.gridded.grid == y.gridded.grid { return try table(x.gridded, y.gridded, jobs) }
    return try table(x.geometry, y.geometry, jobs: jobs)
  }

  private static func table(_ x: GridLayer, _ y: GridLayer, _ jobs: Int) throws(FootprintsError)
    -> OverlapTable
  {
    let result = try OverlapKernel.overlap(a: x, b: y, jobs: jobs)
    return OverlapTable(
      pairs: result.pairs.map {
        OverlapTable.Pair(x: $0.a, y: $0.b, area: $0.area, perimeter: $0.perimeter, centroid: $0.centroid)
      },
      xAreas: result.aAreas, yAreas: result.bAreas, evidence: result.evidence)
  }
}
