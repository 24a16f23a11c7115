/// Finds how segments lie to the segments of a tree: one worker's.
///
/// Along a stretch the nearest segment of the tree changes from place to place. The one nearest to the middle gives a
/// bound for the distance everywhere on the stretch, and only segments that are nearer than it somewhere matter. Where
/// many would have to be looked at, the stretch is halved.
final class DisplacementSearch {
  private let tree: SegmentTree
  private let reach: Double
  private let coincidence: Double
  /// How many nodes and segments were looked at since this was last set.
  var steps = 0
  private let stack = Scratch<Entry>()
  private let functions = Scratch<DistanceFunction>()
  private let numbers = Scratch<UInt32>()
  /// The segment found last, which is near the next one more often than not.
  private var last: UInt32 = 0

  private struct Entry: BitwiseCopyable {
    let bound: Double
    let level: Int32
    let node: Int32
  }

  /// How many segments of leaves are looked at before a stretch is halved.
  private static let mostLooks = 256
  /// How many segments a stretch may have to itself.
  private static let mostFunctions = 48

  /// Searches a tree; see `DisplacementSum` for the two distances.
  init(_ tree: SegmentTree, reach: Double, coincidence: Double) {
    (self.tree, self.reach, self.coincidence) = (tree, reach, coincidence)
  }

  /// Forgets what was found, so that nothing depends on it.
  func restart() { last = 0 }

  /// How a segment lies to those of the tree.
  ///
  /// Exact up to rounding, but where more than 48 segments are nearest in turn within a millimetre, or a millionth of their
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
    numbers.reset(count: 0)
    functions.append(own)
    numbers.append(last)
    // The distance from one segment is convex: nowhere larger than at the ends.
    let ends = max(own.square(at: stretch.from), own.square(at: stretch.to)).squareRoot()
    let bound = min(ends, distance + stretch.length / 2)
    if bound <= 1e-9 || gather(within: bound, of: stretch, nearest: own) {
      DistanceEnvelope(functions.elements, scale: distance + stretch.length)
        .add(from: stretch.from, to: stretch.to, into: &sum)
    } else if stretch.length <= max(1e-3, 1e-6 * distance) {
      sum.add(distance, from: stretch.from, to: stretch.to)
    } else {
      add(SegmentStretch(stretch, from: stretch.from, to: middle), of: segment, into: &sum)
      add(SegmentStretch(stretch, from: middle, to: stretch.to), of: segment, into: &sum)
    }
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
    let first = numbers[0]
    let scale = bound + stretch.length
    let tolerance = 1e-12 + 4e-15 * scale * scale
    // The bound itself is rounded.
    let reach = bound + 1e-9 * (1 + bound)
    var looks = 0
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
        looks &+= 1
        steps &+= 1
        if looks > Self.mostLooks { return false }
        if tree.hasParts, numbers.elements.contains(item) { continue }
        let other = DistanceFunction(of: tree.segments[Int(item)], from: stretch)
        if own.firstNearer(other, rightOf: stretch.from, to: stretch.to, tolerance) < stretch.to {
          if functions.count == Self.mostFunctions { return false }
          functions.append(other)
          numbers.append(item)
        }
      }
    }
    return true
  }
}
