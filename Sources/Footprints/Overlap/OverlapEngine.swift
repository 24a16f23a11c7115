/// Finds the overlap table of two layers.
public enum OverlapEngine {
  /// The areas and perimeters of all common parts, by the overlap kernel. Areas must be valid
  /// (`LayerRepair`).
  ///
  /// Coordinates are rounded once to a grid of 7.6 micrometres; on the rounded ones areas are exact but for the
  /// rounding of crossing points to a fraction of the grid.
  public static func table(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int = availableJobs
  ) throws(FootprintsError) -> OverlapTable {
    let grid = try IntegerGrid(covering: x, y, jobs: jobs)
    let result = try OverlapKernel.overlap(
      x: GridLayer(x, grid: grid, jobs: jobs), y: GridLayer(y, grid: grid, jobs: jobs), jobs: jobs)
    return OverlapTable(
      pairs: result.pairs.map { OverlapTable.Pair(x: $0.x, y: $0.y, area: $0.area, perimeter: $0.perimeter) },
      xAreas: result.xAreas, yAreas: result.yAreas)
  }
}
