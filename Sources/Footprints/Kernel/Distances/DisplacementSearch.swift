/// Finds how segments lie to the segments of a tree: one worker's.
///
/// Along a stretch the nearest segment of the tree changes from place to place. The one nearest to the middle gives a
/// bound for the distance everywhere on the stretch, and only segments that are nearer than it somewhere matter. Where
/// those are many, the stretch is halved: each half takes those that matter to it, and only where they are very many
/// does it ask the tree again.
final class DisplacementSearch {
  private let tree: SegmentTree
  private let reach: Double
  private let coincidence: Double
  /// How many nodes and segments were looked at since this was last set.
  var steps = 0
  private let stack = Scratch<Entry>()
  private let functions = Scratch<DistanceFunction>()
  /// The segments gathered, where a tree has them in several places.
  private var numbers: Set<UInt32> = []
  /// The segment found last, which is near the next one more often than not.
  private var last: UInt32 = 0

  private struct Entry: BitwiseCopyable {
    let bound: Double
    let level: Int32
    let node: Int32
  }

  /// How many segments that matter are gathered for a stretch; where there are more it is halved first.
  private static let mostGathered = 4096
  /// How many of them are followed at once.
  private static let mostFollowed = 16

  /// Searches a tree; see `DisplacementSum` for the two distances.
  init(_ tree: SegmentTree, reach: Double, coincidence: Double) {
    (self.tree, self.reach, self.coincidence) = (tree, reach, coincidence)
  }

  /// Forgets what was found, so that nothing depends on it.
  func restart() { last = 0 }

  /// How a segment lies to those of the tree.
  ///
  /// Exact up to rounding, but where more than 16 segments are nearest in turn within a millimetre, or a millionth of their
  /// distance: there the distance in the middle counts, which is off by half of that at most.
  func displacement(of segment: LineSegment) -> EdgeDisplacement {
    let length = segment.length
    var sum = DisplacementSum(length: length, reach: reach, coincidence: coincidence)
    let stretch = SegmentStretch(of: segment, length: length, from: 0, to: length)
    add(stretch, of: segment, into: &sum)
    return sum.result
  }

  private func add(_ stretch: SegmentStretch, of segment: LineSegment, into sum: inout DisplacementSum) {
    let middle = stretch.from + stretch.length / 2
    let square = findNearest(to: stretch.point(at: middle))
    if tree.segments[Int(last)] == segment { return sum.coincide() }
    let distance = square.squareRoot()
    let own = DistanceFunction(of: tree.segments[Int(last)], from: stretch)
    functions.reset(count: 0)
    functions.append(own)
    // The distance from one segment is convex: nowhere larger than at the ends.
    let ends = max(own.square(at: stretch.from), own.square(at: stretch.to)).squareRoot()
    let bound = min(ends, distance + stretch.length / 2)
    if bound <= 1e-9 || gather(within: bound, of: stretch, nearest: own) {
      follow(0..<functions.count, from: stretch.from, to: stretch.to, into: &sum)
    } else if Self.isShort(stretch.length, distance) {
      sum.add(distance, from: stretch.from, to: stretch.to)
    } else {
      add(SegmentStretch(stretch, from: stretch.from, to: middle), of: segment, into: &sum)
      add(SegmentStretch(stretch, from: middle, to: stretch.to), of: segment, into: &sum)
    }
  }

  /// Whether the distance in the middle of a range will do for all of it.
  private static func isShort(_ length: Double, _ distance: Double) -> Bool {
    length <= max(1e-3, 1e-6 * distance)
  }

  /// Adds up the distance from the nearest of the segments gathered in some places, on a range.
  private func follow(_ places: Range<Int>, from: Double, to: Double, into sum: inout DisplacementSum) {
    steps &+= places.count
    if places.count <= Self.mostFollowed {
      let envelope = DistanceEnvelope(UnsafeBufferPointer(rebasing: functions.elements[places]))
      steps &+= envelope.add(from: from, to: to, into: &sum)
      return
    }
    let middle = from + (to - from) / 2
    let whole = nearest(of: places, at: middle)
    let distance = functions[whole].square(at: middle).squareRoot()
    if Self.isShort(to - from, distance) { return sum.add(distance, from: from, to: to) }
    for (low, high) in [(from, middle), (middle, to)] {
      // What matters to one half comes after all that is there, and goes again.
      let begin = functions.count
      let own = functions[nearest(of: places, at: low + (high - low) / 2)]
      functions.append(own)
      for place in places {
        let other = functions[place]
        if own.firstNearer(other, rightOf: low, to: high) < high { functions.append(other) }
      }
      follow(begin..<functions.count, from: low, to: high, into: &sum)
      functions.removeLast(functions.count - begin)
    }
  }

  /// The place of the segment nearest to a point of the stretch.
  private func nearest(of places: Range<Int>, at point: Double) -> Int {
    var (best, least) = (places.lowerBound, Double.infinity)
    for place in places {
      let square = functions[place].square(at: point)
      if square < least { (best, least) = (place, square) }
    }
    return best
  }

  /// Finds the segment nearest to a point, and returns the square of its distance.
  private func findNearest(to point: Coordinate) -> Double {
    var best = tree.segments[Int(last)].squaredDistance(from: point)
    stack.reset(count: 0)
    let root = tree.levels.count - 1
    stack.append(Entry(bound: 0, level: Int32(root), node: 0))
    var height = 1
    while height > 0 {
      height &-= 1
      let entry = stack[height]
      if entry.bound >= best { continue }
      steps &+= 1
      let level = Int(entry.level)
      let bounds = tree.nodes[tree.levels[level].lowerBound + Int(entry.node)].squaredDistances(from: point)
      if level == 0 {
        for lane in 0..<8 where bounds[lane] < best {
          let item = tree.items[Int(entry.node) &* 8 &+ lane]
          let square = tree.segments[Int(item)].squaredDistance(from: point)
          if square < best { (best, last) = (square, item) }
        }
        continue
      }
      // The nearest child on top.
      let base = height
      for lane in 0..<8 where bounds[lane] < best {
        let child = Entry(
          bound: bounds[lane], level: entry.level &- 1, node: entry.node &* 8 &+ Int32(lane))
        var place = height
        if stack.count == height { stack.append(child) }
        while place > base, stack[place &- 1].bound < child.bound {
          stack[place] = stack[place &- 1]
          place &-= 1
        }
        stack[place] = child
        height &+= 1
      }
    }
    return best
  }

  /// Gathers the segments that are nearer than one somewhere on a stretch on which nothing that matters is further than a
  /// bound. Returns false where there are many to look at.
  private func gather(within bound: Double, of stretch: SegmentStretch, nearest own: DistanceFunction) -> Bool
  {
    let first = last
    if tree.hasParts { numbers.removeAll(keepingCapacity: true) }
    // The bound itself is rounded.
    let reach = bound + 1e-9 * (1 + bound)
    stack.reset(count: 0)
    stack.append(Entry(bound: 0, level: Int32(tree.levels.count - 1), node: 0))
    var height = 1
    while height > 0 {
      height &-= 1
      let entry = stack[height]
      steps &+= 1
      let level = Int(entry.level)
      let lanes = tree.nodes[tree.levels[level].lowerBound + Int(entry.node)].lanes(
        within: reach, of: stretch)
      for lane in 0..<8 where lanes[lane] {
        let place = Int(entry.node) &* 8 &+ lane
        if level > 0 {
          let child = Entry(bound: 0, level: entry.level &- 1, node: Int32(truncatingIfNeeded: place))
          if stack.count == height { stack.append(child) } else { stack[height] = child }
          height &+= 1
          continue
        }
        let item = tree.items[place]
        if item == first { continue }
        steps &+= 1
        let segment = tree.segments[Int(item)]
        if stretch.isSurelyFurther(than: reach, from: segment) { continue }
        let other = DistanceFunction(of: segment, from: stretch)
        if own.firstNearer(other, rightOf: stretch.from, to: stretch.to) < stretch.to {
          if tree.hasParts, !numbers.insert(item).inserted { continue }
          if functions.count == Self.mostGathered { return false }
          functions.append(other)
        }
      }
    }
    return true
  }
}
