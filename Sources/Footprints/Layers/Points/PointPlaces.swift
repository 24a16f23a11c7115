/// The positions of points on their way from the numbers of a file to the working reference system.
struct PointPlaces {
  /// One for each point; not a number where it is nowhere.
  private(set) var coordinates: [Coordinate]
  /// Points of Northern Ireland, whose numbers are of another grid than the others.
  private(set) var irish: [Int] = []
  /// Points that cannot be projected.
  private(set) var unprojected: [Int] = []
  /// Points far from where the working system is meant for, where others are not.
  private var elsewhere: [Int] = []
  private var referenceNotices: [Notice] = []
  private var working: ReferenceSystem?

  init(_ coordinates: [Coordinate]) {
    self.coordinates = coordinates.map { $0.x.isFinite && $0.y.isFinite ? $0 : .none }
  }

  /// The points that are nowhere.
  var missing: [Int] { coordinates.indices.filter { !coordinates[$0].x.isFinite } }

  /// Around all points that are somewhere.
  var box: Box {
    coordinates.reduce(into: .empty) { box, place in if place.x.isFinite { box.extend(to: place) } }
  }

  /// The reference system of the numbers, from what the package, the user, the file, the names of the columns or else the
  /// numbers themselves say. What the user says goes before all but the package, except that degrees stay degrees when a
  /// projected system is named.
  mutating func reference(
    of table: PointTable, _ request: LayerRequest, _ working: ReferenceSystem
  ) throws(FootprintsError) -> ReferenceSystem {
    if let packaged = request.sourceReference { return try ReferenceSystem(packaged) }
    let own = try ownReference(of: table, isOverruled: request.fallbackReference != nil)
    guard let given = request.fallbackReference else {
      return try ReferenceSystem(own ?? ReferenceSystem.longitudeLatitude)
    }
    let system = try ReferenceSystem(given)
    if let own, !system.isGeographic {
      let stated = try ReferenceSystem(own)
      if stated.isGeographic, PlausibleCoordinates(box).canBeDegrees {
        referenceNotices.append(
          Notice(
            .information, "reference-not-used",
            "\(given) was not used: the numbers are longitudes and latitudes"))
        return stated
      }
    }
    return system
  }

  private func ownReference(of table: PointTable, isOverruled: Bool) throws(FootprintsError) -> String? {
    switch table.reference {
    case .definition(let text), .formatDefault(let text): return text
    case .missing: break
    }
    switch table.kind {
    case .degrees: return ReferenceSystem.longitudeLatitude
    case .metres: return ReferenceSystem.britishNationalGrid
    case .unknown:
      var plain = self
      plain.removePlaceholders(areDegrees: nil)
      let plausible = PlausibleCoordinates(plain.box)
      if plain.box.isEmpty || plausible.canBeDegrees { return ReferenceSystem.longitudeLatitude }
      if plausible.britishGrid { return ReferenceSystem.britishNationalGrid }
      if isOverruled { return nil }
      let names = table.fields.map { "\($0.x) and \($0.y)" } ?? "the coordinates"
      throw FootprintsError(
        .badData,
        "\(names) are neither degrees nor metres of the British National Grid, and nothing says what they are",
        reason: .notDegrees(looksBritish: false))
    }
  }

  /// Takes away what files write where they know no place: both 0; 999999 for an easting or northing, 99.999999 for a
  /// latitude, as the directories of the Office for National Statistics do. Any of these where it is not known what the
  /// numbers are.
  mutating func removePlaceholders(areDegrees: Bool?) {
    for point in coordinates.indices {
      let place = coordinates[point]
      let isNowhere =
        place.x == 0 && place.y == 0
        || areDegrees != true
          && (place.x == 999_999 || place.y == 999_999 || place.x == 9_999_999 || place.y == 9_999_999)
        || areDegrees != false && place.y >= 99.999 && place.y < 100
      if isNowhere { coordinates[point] = .none }
    }
  }

  /// Takes away the coordinates of postcodes of Northern Ireland, which are of the Irish grid in a directory whose others
  /// are of the British one.
  mutating func removeIrishGrid(_ postcodes: [String]) {
    for (point, code) in postcodes.enumerated() where code.hasPrefix("BT") && coordinates[point].x.isFinite {
      irish.append(point)
      coordinates[point] = .none
    }
  }

  /// Refuses numbers that cannot be what they are taken for, and remembers points far from the others.
  mutating func check(in source: ReferenceSystem, working: ReferenceSystem) throws(FootprintsError) {
    let box = box
    guard !box.isEmpty else {
      throw FootprintsError(.badData, "has no point with coordinates")
    }
    try PlausibleCoordinates(box).check(
      in: source, isGuess: false, working: working,
      swapRemedy: "Their columns are mixed up: name them, or rename them in the file.")
    self.working = working
    guard source.isGeographic, let area = working.areaOfUse else { return }
    let wide = area.grown(by: 1)
    if wide.intersection(box) == box { return }
    elsewhere = coordinates.indices.filter { point in
      let place = coordinates[point]
      return place.x.isFinite
        && ![-360.0, 0, 360].contains { turn in
          wide.intersects(
            Box(min: Coordinate(place.x + turn, place.y), max: Coordinate(place.x + turn, place.y)))
        }
    }
  }

  /// Brings all points into the working reference system, through the lattice unless they are to go through PROJ itself.
  /// Returns how well that was done when an approximation did it.
  mutating func project(
    _ entry: TransformationCatalogue.Entry, exact: Bool, jobs: Int
  ) throws(FootprintsError) -> Transformation.Approximation? {
    let before = coordinates
    var approximation: Transformation.Approximation?
    if exact {
      try entry.transformation.apply(to: &coordinates, jobs: jobs)
    } else {
      approximation = try entry.transformation.apply(to: &coordinates, by: entry.lattice, jobs: jobs)
    }
    for point in coordinates.indices where !coordinates[point].x.isFinite || !coordinates[point].y.isFinite {
      if before[point].x.isFinite { unprojected.append(point) }
      coordinates[point] = .none
    }
    // Points that are nowhere went through PROJ in vain.
    approximation?.exactVertices -= before.count { !$0.x.isFinite }
    return approximation
  }

  /// What a reader must know of points without a place.
  func notices(_ codes: [String]) -> [Notice] {
    func list(_ points: [Int]) -> String { "\(CodeList(points.map { codes[$0] }))" }
    func counted(_ points: [Int]) -> String {
      "\(Wording.grouped(points.count)) of \(Wording.plural(codes.count, "point"))"
    }
    var notices = referenceNotices
    let others = Set(irish + unprojected)
    let blank = others.isEmpty ? missing : missing.filter { !others.contains($0) }
    if !blank.isEmpty {
      notices.append(
        Notice(
          .warning, "no-coordinates",
          "\(counted(blank)) \(Wording.form(blank.count, "has", "have")) no coordinates and \(Wording.form(blank.count, "lies", "lie")) in no area: \(list(blank))"
        ))
    }
    if !irish.isEmpty {
      notices.append(
        Notice(
          .warning, "irish-grid",
          "\(counted(irish)) \(Wording.form(irish.count, "is a postcode", "are postcodes")) of Northern Ireland, whose coordinates are of the Irish grid; \(Wording.form(irish.count, "it lies", "they lie")) in no area: \(list(irish))"
        ))
    }
    if !unprojected.isEmpty {
      notices.append(
        Notice(
          .warning, "not-projected",
          "\(counted(unprojected)) cannot be transformed to \(working?.name ?? "the working system") and \(Wording.form(unprojected.count, "lies", "lie")) in no area: \(list(unprojected))"
        ))
    }
    if !elsewhere.isEmpty {
      notices.append(
        Notice(
          .warning, "points-elsewhere",
          "\(counted(elsewhere)) \(Wording.form(elsewhere.count, "lies", "lie")) outside the area of use of \(working?.name ?? "the working system"), and the others do not: \(list(elsewhere))"
        ))
    }
    return notices
  }
}
