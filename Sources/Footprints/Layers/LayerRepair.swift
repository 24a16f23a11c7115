/// Finds areas whose rings cross and replaces them by valid ones, because every measure of an overlap relies
/// on the interior being on one side of each edge.
enum LayerRepair {
  /// Repairs a layer in place and notes each repair with its reason and the change of area.
  static func repair(_ layer: inout Layer, jobs: Int) throws(FootprintsError) {
    let geometry = layer.geometry
    let repairs = try parallelMap(count: geometry.count, jobs: jobs, makeWorker: GEOSContext.init) {
      context, area throws(FootprintsError) in
      try repaired(area, geometry, context)
    }
    guard repairs.contains(where: { $0 != nil }) else { return }
    var whole = MultiPolygonArray()
    whole.reserve(coordinates: geometry.coordinates.count)
    for (area, repair) in repairs.enumerated() {
      if let repair {
        whole.appendArea(0, of: repair.geometry)
        layer.notices.append(repair.notice(layer.codes[area]))
      } else {
        whole.appendArea(area, of: geometry)
      }
    }
    layer.geometry = whole
  }

  private struct Repair: Sendable {
    let geometry: MultiPolygonArray
    let reason: String
    let before: Double
    let after: Double

    func notice(_ code: String) -> Notice {
      let change = after - before
      let size =
        abs(change) < 1 ? "by less than 1 m2" : "from \(Int(before.rounded())) to \(Int(after.rounded())) m2"
      return Notice(
        .warning, "repaired", "\(code) was invalid (\(reason)) and was repaired; its area changed \(size)")
    }
  }

  private static func repaired(
    _ area: Int, _ geometry: MultiPolygonArray, _ context: GEOSContext
  ) throws(FootprintsError) -> Repair? {
    if geometry.polygons(of: area).isEmpty { return nil }
    let original = try GEOSGeometry(area: area, of: geometry, in: context)
    guard let reason = try original.invalidReason() else { return nil }
    let valid = try original.madeValid()
    var out = MultiPolygonArray()
    try valid.appendArea(to: &out)
    return Repair(geometry: out, reason: reason, before: try original.area(), after: try valid.area())
  }
}
