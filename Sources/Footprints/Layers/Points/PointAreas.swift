extension PreparedLayer {
  /// Points as areas without ground, for small areas of which only a point is known: with code and name, and in the order
  /// of their codes like any other layer, but overlapping nothing.
  ///
  /// Throws `badData` where two points have one code.
  init(_ points: PointLayer, jobs: Int) throws(FootprintsError) {
    var first: [String: Int] = [:]
    first.reserveCapacity(points.count)
    for (point, code) in points.codes.enumerated() {
      if let earlier = first.updateValue(point, forKey: code) {
        throw FootprintsError(
          .badData, "two points have the code '\(code)'", file: points.origin.files.first?.name,
          place: "points \(earlier + 1) and \(point + 1)",
          remedy: "Keep one of them, or name another column of codes.")
      }
    }
    let origin = points.origin
    let none = MultiPolygonArray(
      coordinates: [], ringOffsets: [0], polygonOffsets: [0],
      areaOffsets: Array(repeating: 0, count: points.count + 1))
    try self.init(
      Layer(
        name: points.name, role: points.role, resolution: Resolution(named: "0"), codes: points.codes,
        names: points.codes.indices.map { points.unit($0).name }, geometry: none,
        origin: LayerOrigin(
          files: origin.files, format: origin.format, codeField: origin.codeField,
          nameField: origin.nameField, codePrefix: origin.codePrefix, features: points.count, vertices: 0,
          transformation: origin.transformation, isFictional: origin.isFictional,
          approximation: origin.approximation),
        notices: points.notices), jobs: jobs)
  }
}
