/// How many times the boundary of each area (or ring) winds around a moving point: the areas that hold it,
/// for valid areas each once. Adding, listing and undoing cost nothing for all the others.
struct WindingCounts {
  /// An area or ring with its winding number, which is not 0.
  struct Member: Equatable {
    let label: UInt32
    var winding: Int32
  }

  /// The labels with a winding number other than 0, in no particular order.
  private(set) var members: [Member] = []
  /// One more than the position in `members`, or 0.
  private var places: [UInt32]
  /// The changes since `mark`, in order.
  private var changes: [Member] = []

  /// Starts outside all of `count` labels.
  init(count: Int) { places = [UInt32](repeating: 0, count: count) }

  /// Changes the winding number of a label.
  mutating func add(_ label: UInt32, _ change: Int32) {
    changes.append(Member(label: label, winding: change))
    apply(label, change)
  }

  /// Begins a run of changes that can be undone.
  mutating func mark() { changes.removeAll(keepingCapacity: true) }

  /// Takes back all changes since `mark`: where they are few, sooner done than `restore`.
  mutating func undo() {
    for change in changes { apply(change.label, -change.winding) }
    changes.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func apply(_ label: UInt32, _ change: Int32) {
    let place = Int(places[Int(label)])
    if place == 0 {
      members.append(Member(label: label, winding: change))
      places[Int(label)] = UInt32(members.count)
      return
    }
    members[place - 1].winding += change
    guard members[place - 1].winding == 0 else { return }
    places[Int(label)] = 0
    let last = members.removeLast()
    if place <= members.count {
      members[place - 1] = last
      places[Int(last.label)] = UInt32(place)
    }
  }

  /// Goes back to an earlier list of members.
  mutating func restore(_ earlier: [Member]) {
    for member in members { places[Int(member.label)] = 0 }
    members = earlier
    for (position, member) in earlier.enumerated() { places[Int(member.label)] = UInt32(position + 1) }
  }
}
