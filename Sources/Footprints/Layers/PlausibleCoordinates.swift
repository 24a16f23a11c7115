/// Whether a layer's numbers can be what its reference system says they are.
struct PlausibleCoordinates {
  private let box: Box

  init(_ geometry: MultiPolygonArray, jobs: Int) { self.init(geometry.box(jobs: jobs)) }

  /// Of everything in a box.
  init(_ box: Box) { self.box = box }

  /// Whether every number can be a longitude or latitude.
  var canBeDegrees: Bool {
    box.isEmpty || box.min.x >= -360 && box.max.x <= 360 && box.min.y >= -90 && box.max.y <= 90
  }

  /// Refuses numbers that cannot be degrees, and positions outside the part of the world that the working system is
  /// for, with a guess at what went wrong. `isGuess` says that the system was not stated.
  func check(
    in source: ReferenceSystem, isGuess: Bool, working: ReferenceSystem,
    swapRemedy: String = "GeoJSON has longitude first: swap the two in the file."
  ) throws(FootprintsError) {
    guard !box.isEmpty else { return }
    let extent =
      "x from \(short(box.min.x)) to \(short(box.max.x)), y from \(short(box.min.y)) to \(short(box.max.y))"
    if source.isGeographic {
      if !canBeDegrees {
        throw FootprintsError(
          .badData,
          isGuess
            ? "does not say its reference system, and its numbers cannot be degrees (\(extent))"
            : "its numbers cannot be degrees in \(source.name) (\(extent))",
          remedy: britishGrid ? "They look like metres of the British National Grid." : nil,
          reason: .notDegrees(looksBritish: britishGrid))
      }
      if let area = working.areaOfUse, !Self.meet(box, area) {
        let swapped = Box(min: Coordinate(box.min.y, box.min.x), max: Coordinate(box.max.y, box.max.x))
        throw FootprintsError(
          .badData,
          Self.meet(swapped, area)
            ? "latitude comes before longitude (\(extent))"
            : "lies wholly outside the area of use of \(working.name) (\(extent))",
          remedy: Self.meet(swapped, area) ? swapRemedy : nil,
          reason: Self.meet(swapped, area) ? .latitudeFirst : .outsideWorkingArea)
      }
    } else if isDegrees, source.metresPerUnit == 1 {
      throw FootprintsError(
        .badData, "its numbers look like degrees but its reference system is \(source.name) (\(extent))",
        reason: .looksLikeDegrees)
    }
  }

  /// The areas that lie outside the part of the world that the working system is for, where others lie in it: their
  /// coordinates are of another kind than those of the rest, such as latitude first.
  func areasOutside(
    _ working: ReferenceSystem, in source: ReferenceSystem, of geometry: MultiPolygonArray
  ) -> [Int] {
    guard source.isGeographic, !box.isEmpty, let area = working.areaOfUse else { return [] }
    // A degree beyond it is the sea off a coast; nearly always the whole layer is inside.
    let wide = area.grown(by: 1)
    if wide.intersection(box) == box { return [] }
    return (0..<geometry.count).filter { place in
      var own = Box.empty
      for vertex in geometry.vertices(ofArea: place) { own.extend(to: geometry.coordinates[vertex]) }
      return !own.isEmpty && !Self.meet(own, wide)
    }
  }

  /// Refuses a layer that was projected from another projected system, or stated to be in the working one, to
  /// a place wholly outside the working system's area of use: its numbers are in yet another system.
  func checkProjected(
    from source: ReferenceSystem, working: ReferenceSystem
  ) throws(FootprintsError) {
    guard !box.isEmpty, let area = try working.projectedAreaOfUse() else { return }
    if box.intersects(area) { return }
    throw FootprintsError(
      .badData,
      "lies wholly outside the area of use of \(working.name) when its numbers are taken for \(source.name)",
      reason: .outsideWorkingAreaAsStated)
  }

  /// Whether two boxes in degrees share a place, which may be counted once more round the Earth in one of them.
  private static func meet(_ a: Box, _ b: Box) -> Bool {
    [-360.0, 0, 360].contains { turn in
      a.intersects(Box(min: Coordinate(b.min.x + turn, b.min.y), max: Coordinate(b.max.x + turn, b.max.y)))
    }
  }

  /// Whether everything lies within the extent of the British National Grid in metres.
  var britishGrid: Bool {
    box.min.x >= -100_000 && box.max.x <= 800_000 && box.min.y >= -100_000 && box.max.y <= 1_400_000
  }

  /// Whether everything lies within the degrees of the British Isles, a box that in metres would be a few
  /// metres around a false origin.
  private var isDegrees: Bool {
    box.min.x >= -15 && box.max.x <= 10 && box.min.y >= 45 && box.max.y <= 65
  }

  private func short(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
