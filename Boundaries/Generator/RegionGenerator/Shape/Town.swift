/// A town draws the lattice of bricks together around itself, so that bricks of about equal population
/// become small where people live close together.
struct Town: Sendable {
  /// The middle of the town.
  var centre: Point
  /// How strongly it draws: 0 not at all; below 1, or the map would fold over.
  var pull: Double
  /// The distance, in metres, at which three quarters of the pull are gone.
  var reach: Double

  /// Where a position comes to lie. The distance to the centre grows with the distance before, so the map
  /// is one to one: what was disjoint stays disjoint.
  func draw(_ p: Point) -> Point {
    let fall = 1 + p.squaredDistance(to: centre) / (reach * reach)
    return p.towards(centre, pull / (fall * fall))
  }
}
