/// Which bricks belong to which areas of a layer by one point of each, and what a reader must know of that.
struct PointMembership: Sendable {
  let membership: Membership
  let notices: [Notice]

  /// A brick belongs wholly to the area that holds its point; where areas overlap each other, to each that does.
  ///
  /// - Parameters:
  ///   - bricks: the bricks.
  ///   - places: the point of each in metres of the working system; nil where it has none.
  ///   - layer: the areas.
  ///   - jobs: how many threads may be used; never changes the result.
  init(
    _ bricks: Bricks, at places: [Coordinate?], in layer: PreparedLayer, jobs: Int
  ) throws(FootprintsError) {
    let located = try PointLocator(layer.gridded).locate(places.map { $0 ?? .none }, jobs: jobs)
    membership = Membership(
      (0..<located.count).map { brick in located[brick].map { Membership.Share(unit: $0, share: 1) } },
      unitCount: layer.count)
    notices =
      Self.withoutPlace(bricks, places) + BrickFit.overlapping(membership, bricks: bricks, layer: layer)
      + bricks.notices(ofAreas: membership.emptyUnits, in: layer)
  }

  private static func withoutPlace(_ bricks: Bricks, _ places: [Coordinate?]) -> [Notice] {
    let without = places.indices.filter { places[$0] == nil && bricks.people[$0] > 0 }
    if without.isEmpty { return [] }
    let people = without.reduce(0) { $0 + bricks.people[$1] }
    return [
      Notice(
        .warning, "no-place",
        "\(CodeList(without.map { bricks.layer.codes[$0] })) of \(bricks.layer.name) \(Wording.form(without.count, "has", "have")) no point, and \(Wording.form(without.count, "its", "their")) \(Wording.people(people)) are in no area"
      )
    ]
  }
}

/// The points of bricks by which they count.
struct BrickPlaces: Sendable {
  /// The point of each brick, in the order of the bricks; nil where it has none.
  let places: [Coordinate?]
  /// What was noticed while bringing both together.
  let notices: [Notice]

  /// The centres of gravity of bricks that are areas, and the places of those that are points.
  init(_ bricks: Bricks) {
    let shapes = bricks.layer.geometry
    places = bricks.places ?? (0..<bricks.layer.count).map { shapes.centroid(of: $0) }
    notices = []
  }

  /// Points with the codes of the bricks, such as population-weighted centroids; the centre of gravity of a brick that
  /// has none among them.
  ///
  /// Throws `badData` where no point has the code of a brick, or two of different places do.
  init(_ bricks: Bricks, _ points: PointLayer) throws(FootprintsError) {
    let file = points.origin.files.first?.name ?? points.name
    let matches = bricks.layer.codeIndex.positions(of: points.codes)
    if matches.count == 0, let first = points.codes.first, let brick = bricks.layer.codes.first {
      throw .nothingMatches(file, first, bricks.layer.name, brick)
    }
    var found = [Coordinate?](repeating: nil, count: bricks.layer.count)
    for (point, brick) in matches.positions.enumerated() {
      guard let brick, points.isPlaced(point) else { continue }
      if let other = found[brick], other != points.coordinates[point] {
        throw FootprintsError(
          .badData, "two points have the code '\(points.codes[point])'", file: file,
          remedy: "Keep one of them.")
      }
      found[brick] = points.coordinates[point]
    }
    let missing = found.indices.filter { found[$0] == nil }
    let shapes = bricks.layer.geometry
    for brick in missing { found[brick] = shapes.centroid(of: brick) }
    places = found
    notices =
      Notice.respelt(matches.respelt, in: file, of: bricks.layer.name)
      + (missing.isEmpty
        ? []
        : [
          Notice(
            .warning, "no-brick-point",
            "\(CodeList(missing.map { bricks.layer.codes[$0] })) of \(bricks.layer.name): not in \(file); the centre of gravity is used"
          )
        ])
  }
}
