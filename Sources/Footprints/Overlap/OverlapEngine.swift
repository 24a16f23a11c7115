/// Finds the overlap table of two layers.
public enum OverlapEngine {
  /// The areas and perimeters of all common parts. Areas must be valid (`LayerRepair`).
  public static func table(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, jobs: Int = availableJobs
  ) throws(FootprintsError) -> OverlapTable {
    try GEOSOverlap.table(x, y, jobs: jobs)
  }
}
