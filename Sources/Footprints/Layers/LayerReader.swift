/// Makes a layer from a feature table: chooses the fields, leaves out what was not asked for, checks the codes,
/// and projects.
package struct LayerReader: Sendable {
  /// The working reference system.
  package let working: ReferenceSystem
  /// How many threads may be used.
  package let jobs: Int
  /// Whether every vertex goes through PROJ itself rather than its checked approximation.
  package let exactProjection: Bool
  let catalogue: TransformationCatalogue

  /// Makes a reader for one job.
  package init(working: ReferenceSystem, jobs: Int = availableJobs, exactProjection: Bool = false) {
    self.working = working
    self.jobs = jobs
    self.exactProjection = exactProjection
    catalogue = TransformationCatalogue(to: working)
  }

  /// Gives up what is remembered of individual positions, once all layers of the job are read; more can be read
  /// all the same.
  func forgetPositions() { catalogue.forgetPositions() }

  /// The layer of a table that was read from `files`. Errors name the first file.
  package func layer(
    _ table: consuming FeatureTable, from files: [FileBytes], format: String, request: LayerRequest
  ) throws(FootprintsError) -> Layer {
    let file = files.first?.name ?? request.name
    do throws(FootprintsError) {
      return try make(table, files, format, request)
    } catch {
      throw error.inFile(file)
    }
  }

  private func make(
    _ table: consuming FeatureTable, _ files: [FileBytes], _ format: String, _ request: LayerRequest
  ) throws(FootprintsError) -> Layer {
    try checkShapes(copy table)
    let identity = try AreaIdentity(copy table, request)
    var notices = table.notices + identity.notices
    // Taken out of the table, so that projecting in place needs no second copy.
    var geometry = table.takeGeometry()
    let features = geometry.count
    if identity.kept.count < features {
      geometry = geometry.selecting(identity.kept)
      notices.append(
        Notice(
          .information, "left-out",
          "\(Wording.grouped(features - identity.kept.count)) of \(Wording.plural(features, "area")) left out: codes that do not begin with "
            + "\(CodeList(request.codePrefix ?? [], joinedBy: "or"))"))
    }
    let vertices = geometry.coordinates.count
    let source = try self.source(table.reference, request, geometry, identity.codes, &notices)
    let entry = try catalogue.entry(from: source)
    let shapes = identity.kept.map { table.shapes[$0] }
    let approximation = try LayerProjection(entry, exact: exactProjection, jobs: jobs)
      .apply(to: &geometry, codes: identity.codes)
    if !source.isGeographic {
      try PlausibleCoordinates(geometry, jobs: jobs).checkProjected(from: source, working: working)
    }
    notices += Self.withoutGeometry(shapes, identity.codes)
    var layer = Layer(
      name: request.name, role: request.role, vintage: request.vintage,
      resolution: request.resolution ?? files.first.flatMap {
        Resolution(inName: VectorPath($0.name).baseName)
      }
        ?? Resolution(measuring: geometry, jobs: jobs), codes: identity.codes,
      names: identity.names,
      geometry: geometry,
      origin: LayerOrigin(
        files: files, format: format, codeField: identity.codeField, nameField: identity.nameField,
        codePrefix: request.codePrefix, features: features, vertices: vertices,
        transformation: entry.transformation, isFictional: request.isFictional,
        approximation: approximation),
      notices: notices)
    layer.groups = identity.groups
    layer.features = identity.kept
    return layer
  }

  /// A layer needs at least one polygon.
  private func checkShapes(_ table: FeatureTable) throws(FootprintsError) {
    if table.shapes.contains(.polygon) { return }
    if table.shapes.isEmpty { throw FootprintsError(.badData, "has no features") }
    for case .other(let type) in table.shapes {
      throw FootprintsError(
        .badData, "has no polygons, only geometries such as \(type)",
        remedy: "Overlaps need areas: give a file of polygons.",
        reason: type == "Point" || type == "MultiPoint" ? .onlyPoints : nil)
    }
    throw FootprintsError(
      .badData, "has no polygons: all \(table.shapes.count) features are without geometry",
      reason: .noGeometries)
  }

  /// The reference system of the file, from what the user, the package, the file or the format says.
  ///
  /// What the user says goes before what the file says, except that degrees stay degrees when the user names a
  /// projected system: with several files, it is meant for another.
  private func source(
    _ stated: StatedReference, _ request: LayerRequest, _ geometry: MultiPolygonArray, _ codes: [String],
    _ notices: inout [Notice]
  ) throws(FootprintsError) -> ReferenceSystem {
    let plausible = PlausibleCoordinates(geometry, jobs: jobs)
    let own: String? =
      switch stated {
      case .definition(let text), .formatDefault(let text): text
      case .missing: nil
      }
    let source: ReferenceSystem
    if let packaged = request.sourceReference {
      source = try ReferenceSystem(packaged)
    } else if let given = request.fallbackReference {
      let system = try ReferenceSystem(given)
      if let own, !system.isGeographic, plausible.canBeDegrees,
        let degrees = try? ReferenceSystem(own), degrees.isGeographic
      {
        source = degrees
        notices.append(
          Notice(
            .information, "reference-not-used",
            "\(given) was not used: the numbers are longitudes and latitudes"))
      } else {
        source = system
        if case .definition(let own) = stated, !Self.areSame(own, system) {
          notices.append(
            Notice(
              .warning, "reference-overruled",
              "the file states the reference system '\(own.prefix(80))'; \(given) was used instead, as asked")
          )
        }
      }
    } else {
      source = try ReferenceSystem(own ?? ReferenceSystem.longitudeLatitude)
      if let own, own.contains("["), source.definition != own {
        notices.append(
          Notice(
            .information, "reference-recognised",
            "the reference system that the file defines was taken for \(source.name) by its projection"))
      }
    }
    let isGuess = request.sourceReference == nil && request.fallbackReference == nil && own == nil
    try plausible.check(in: source, isGuess: isGuess, working: working)
    let outside = plausible.areasOutside(working, in: source, of: geometry)
    if !outside.isEmpty {
      notices.append(
        Notice(
          .warning, "areas-elsewhere",
          "\(CodeList(outside.map { codes[$0] })) \(Wording.form(outside.count, "lies", "lie")) outside the area of use of \(working.name), and the others do not: is latitude before longitude there?",
          about: outside.map { codes[$0] }))
    }
    return source
  }

  /// Whether a definition is one of a system.
  private static func areSame(_ definition: String, _ system: ReferenceSystem) -> Bool {
    guard let own = try? ReferenceSystem(definition) else { return false }
    return own == system || (try? Transformation(from: own, to: system))?.operation == "none"
  }

  private static func withoutGeometry(_ shapes: [FeatureTable.Shape], _ codes: [String]) -> [Notice] {
    var none: [String] = []
    var others: [String] = []
    var otherCodes: [String] = []
    for (shape, code) in zip(shapes, codes) {
      switch shape {
      case .polygon: break
      case .none: none.append(code)
      case .other(let type):
        others.append("\(code) (\(type))")
        otherCodes.append(code)
      }
    }
    var notices: [Notice] = []
    if !none.isEmpty {
      notices.append(
        Notice(
          .warning, "no-geometry",
          "\(CodeList(none)) \(Wording.form(none.count, "has no geometry and overlaps", "have no geometry and overlap")) nothing",
          about: none))
    }
    if !others.isEmpty {
      notices.append(
        Notice(
          .warning, "not-polygons",
          "\(CodeList(others)) \(Wording.form(others.count, "is not made of polygons and overlaps", "are not made of polygons and overlap")) nothing",
          about: otherCodes))
    }
    return notices
  }
}
