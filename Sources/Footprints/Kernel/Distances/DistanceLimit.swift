import Synchronization

/// How much searching a pair of borders is worth, so that no input makes it endless: what its own share of work cannot
/// explain is refused. Whether the limit is passed depends on the sum of all steps alone, and so never on threads.
final class DistanceLimit: Sendable {
  private let most: Int
  private let taken = Atomic(0)

  /// The limit for a number of segments searched for. Published boundaries need about 20 steps for each.
  init(segments: Int) { most = (1 << 28) + 128 * segments }

  /// Adds steps taken, and sets them to 0. Throws `badData` where the limit is passed.
  func check(_ steps: inout Int) throws(FootprintsError) {
    let all = taken.wrappingAdd(steps, ordering: .relaxed).newValue
    steps = 0
    guard all <= most else {
      throw FootprintsError(
        .badData,
        "the borders have so many edges that lie across each other, or equally far away, that comparing them would take too long",
        remedy: "Leave out areas whose outlines run to and fro like rays or scribbles.")
    }
  }
}
