extension PreparedLayer {
  /// A layer of areas that a program has, prepared for analysis as one from a file is.
  ///
  /// ```swift
  /// let trusts = try PreparedLayer(
  ///   "trusts", role: "trust", codes: ["RXA", "RXB"], names: ["Northside", "Southside"], areas: areas)
  /// ```
  ///
  /// Rings that cross are repaired, and ``repairs`` says so. The origin's format is `memory`; it names no files.
  ///
  /// Throws `badData`: not one code and one name per area, an empty code or one that appears twice, an unknown reference
  /// system, positions that it cannot have or that cannot be projected, no polygon at all.
  ///
  /// - Parameters:
  ///   - name: what the layer is called in results, and by which a study finds it.
  ///   - role: what the areas are: `ccg`, `utla`, `trust`, `brick` ...; by which a study finds it too.
  ///   - vintage: the month the boundaries were in force, such as `2021-04`.
  ///   - resolution: how far generalisation may have moved the boundaries; measured from the areas when nil.
  ///   - codes: one code per area; no two are equal.
  ///   - names: one name per area; the codes when nil, the code where one is empty.
  ///   - areas: the areas, in metres or degrees of their reference system, x before y.
  ///   - reference: the reference system of the areas, such as `EPSG:4326`; the working one when nil.
  ///   - working: the reference system to work in, projected in metres: that of the study that the layer is for.
  ///   - jobs: how many threads may be used; never changes the layer.
  public init(
    _ name: String, role: String? = nil, vintage: String? = nil, resolution: Resolution? = nil,
    codes: [String], names: [String]? = nil, areas: MultiPolygonArray, reference: String? = nil,
    working: String = ReferenceSystem.britishNationalGrid, jobs: Int = availableJobs
  ) throws(FootprintsError) {
    try Self.check(name, codes, names, count: areas.count)
    var request = LayerRequest(name: name)
    request.role = role
    request.vintage = vintage
    request.resolution = resolution
    request.codeField = GivenAttributes.code
    let table = FeatureTable(
      geometry: areas,
      shapes: (0..<areas.count).map { areas.polygons(of: $0).isEmpty ? .none : .polygon },
      attributes: GivenAttributes(codes: codes, names: names),
      reference: .definition(reference ?? working))
    let reader = LayerReader(working: try .working(working), jobs: jobs)
    var layer = try reader.layer(table, from: [], format: LayerOrigin.memory, request: request)
    layer.origin.codeField = nil
    layer.origin.nameField = nil
    try self.init(layer, jobs: jobs)
  }

  private static func check(
    _ name: String, _ codes: [String], _ names: [String]?, count: Int
  ) throws(FootprintsError) {
    func refused(_ message: String, _ place: String? = nil, _ remedy: String) -> FootprintsError {
      FootprintsError(.badData, message, file: name, place: place, remedy: remedy)
    }
    guard codes.count == count else {
      throw refused(
        "\(codes.count) codes for \(count) areas", nil, "Give one code per area, in the same order.")
    }
    if let names, names.count != count {
      throw refused(
        "\(names.count) names for \(count) areas", nil, "Give one name per area, in the same order.")
    }
    var first: [String: Int] = [:]
    for (area, code) in codes.enumerated() {
      if code.isEmpty { throw refused("a code is empty", "area \(area + 1)", "Give every area a code.") }
      if let earlier = first.updateValue(area, forKey: code) {
        throw refused(
          "two areas have the code '\(code)'", "areas \(earlier + 1) and \(area + 1)",
          "Combine them into one area, or give them codes of their own.")
      }
    }
  }
}

/// Codes and names that a program has.
private struct GivenAttributes: FeatureAttributes {
  static let code = "code"

  let codes: [String]
  let names: [String]?

  var fields: [String] { names == nil ? [Self.code] : [Self.code, "name"] }

  func values(of field: String) throws(FootprintsError) -> [String?] {
    field == Self.code ? codes : names ?? codes.map { _ in nil }
  }
}
