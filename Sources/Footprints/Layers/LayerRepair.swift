/// Finds areas whose rings cross and replaces them by valid ones, because every measure of an overlap relies
/// on the interior being on one side of each edge.
enum LayerRepair {
  /// Repairs a layer in place and notes each repair with its reason and the change of area.
  ///
  /// The kernel's index tells which areas are invalid; GEOS repairs those, by the structure method.
  static func repair(_ layer: inout Layer, jobs: Int) throws(FootprintsError) {
    let geometry = layer.geometry
    let gridded = try GridLayer(geometry, grid: IntegerGrid(sharedBy: geometry, jobs: jobs), jobs: jobs)
    let invalid = try OverlapKernel.invalidAreas(of: gridded, jobs: jobs)
    if invalid.isEmpty {
      layer.gridded = gridded
      return
    }
    let repaired = try parallelMap(count: invalid.count, jobs: jobs, makeWorker: { GEOSContext() }) {
      context, index throws(FootprintsError) in
      var out = MultiPolygonArray()
      try GEOSGeometry(area: invalid[index].area, of: geometry, in: context).madeValid().appendArea(to: &out)
      return out
    }
    for (item, valid) in zip(invalid, repaired) {
      layer.notices.append(
        notice(
          layer.codes[item.area], item.reason, before: geometry.area(of: item.area), after: valid.area(of: 0))
      )
    }
    layer.geometry = geometry.replacing(invalid.map(\.area), with: repaired)
    layer.gridded = try GridLayer(layer.geometry, grid: gridded.grid, jobs: jobs)
  }

  private static func notice(_ code: String, _ reason: String, before: Double, after: Double) -> Notice {
    let change =
      abs(after - before) < 1
      ? "by less than 1 m2" : "from \(Int(before.rounded())) to \(Int(after.rounded())) m2"
    return Notice(
      .warning, "repaired",
      "\(code) was invalid (\(reason)) and was repaired; its area changed \(change)")
  }
}
