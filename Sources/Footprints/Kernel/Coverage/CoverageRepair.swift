/// The areas of a layer with narrow gaps and overlaps between them given to one area each.
///
/// A gap goes to the neighbour with most of its outline. Ground that two areas cover goes to the one with which it has the
/// longer border inside the other, the first of two with equal ones. Both only where no border moves further than it may, and no
/// area loses half of its ground. No vertex moves: borders come to run on the other side of the ground, along vertices that were there, and
/// vertices of one neighbour on an edge of another become its own.
package struct CoverageRepair: Sendable {
  /// What was wrong with a piece of ground.
  package enum Fault: Sendable, Hashable {
    /// It lay in no area.
    case gap
    /// It was a hole in one area.
    case pinhole
    /// It lay in two.
    case overlap
  }

  /// A piece of ground that changed hands.
  package struct Change: Sendable {
    /// What was wrong with it.
    package let fault: Fault
    /// The area that has it now, by position.
    package let to: Int
    /// The area that lost it; nil where nobody had it.
    package let from: Int?
    /// Its size in m2.
    package let area: Double
    /// How far the border of the area that gained or lost it moved at most, in metres.
    package let move: Double
  }

  /// The areas, in metres and on the grid.
  package private(set) var geometry: MultiPolygonArray
  /// The same on the grid.
  package private(set) var gridded: GridLayer
  /// The pieces of ground, in the order in which they changed hands.
  package private(set) var changes: [Change] = []
  /// How far the border of each area moved at most, in metres.
  package private(set) var moves: [Double]
  /// How the areas lie beside each other now.
  package private(set) var coverage: Coverage

  /// Repairs a layer, whose areas must be valid.
  ///
  /// - Parameters:
  ///   - layer: the areas on the grid.
  ///   - distance: how far a border may move, in metres.
  ///   - jobs: how many threads may be used; never changes the result.
  package init(of layer: GridLayer, within distance: Double, jobs: Int) throws(FootprintsError) {
    geometry = layer.multiPolygons(of: 0..<layer.count)
    gridded = layer
    moves = [Double](repeating: 0, count: layer.count)
    coverage = try layer.coverage(inletsWithin: distance, jobs: jobs)
    if coverage.isCrowded {
      throw FootprintsError(
        .badData, "so many areas lie over each other that which of them gives way cannot be worked out",
        remedy: "Repair a layer of areas that are meant to lie beside each other.")
    }
    // Ground in three areas is that of two after the first round, and inlets follow once nothing else is left. What remains after a
    // few rounds cannot be repaired.
    for round in 0..<6 {
      let plan = try RepairPlan(of: coverage, in: gridded, moved: moves, within: distance, jobs: jobs)
      // The first round also gives neighbours the vertices that they lack.
      if plan.changes.isEmpty, round > 0 || coverage.mismatches.isEmpty { break }
      changes += plan.changes
      moves = plan.moved
      geometry = try plan.applied(to: geometry, jobs: jobs)
      gridded = try GridLayer(geometry, grid: layer.grid, jobs: jobs)
      coverage = try gridded.coverage(inletsWithin: distance, jobs: jobs)
    }
  }
}
