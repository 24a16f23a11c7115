/// Which areas of a layer hold each of many points.
///
/// Most points lie in one area, many in none, and where areas overlap each other the same few of them lie over many
/// points. So every point has the number of a set, and the sets are listed once: no area, each area alone, and then
/// those combinations that occur.
package struct LocatedPoints: Sendable {
  /// The set of each point.
  package let setOfPoint: [UInt32]
  /// The sets, each in ascending order: none, then area `a` alone as set `a + 1`, then several, in lexical order.
  package let sets: [[Int]]

  /// The areas that hold a point, in ascending order.
  package subscript(_ point: Int) -> [Int] { sets[Int(setOfPoint[point])] }

  /// The number of points.
  package var count: Int { setOfPoint.count }

  /// How many points lie in each set.
  package var counts: [Int] {
    var counts = [Int](repeating: 0, count: sets.count)
    for set in setOfPoint { counts[Int(set)] += 1 }
    return counts
  }

  /// Puts together what workers found. `setOfPoint` has the points in no area or in one; `several` the others, worker by
  /// worker, in combinations that each worker has numbered for itself.
  init(_ setOfPoint: consuming [UInt32], areaCount: Int, several: [PointCombinations]) {
    var number: [[UInt32]: UInt32] = [:]
    let all = Set(several.flatMap(\.combinations)).sorted { $0.lexicographicallyPrecedes($1) }
    for (place, combination) in all.enumerated() { number[combination] = UInt32(areaCount + 1 + place) }
    for found in several {
      let numbers = found.combinations.map { number[$0] ?? 0 }
      for (point, combination) in found.points { setOfPoint[Int(point)] = numbers[Int(combination)] }
    }
    self.setOfPoint = setOfPoint
    sets = [[]] + (0..<areaCount).map { [$0] } + all.map { $0.map(Int.init) }
  }
}

/// The points that a worker found in several areas at once.
struct PointCombinations: Sendable {
  /// Each combination that occurs, in ascending order of areas.
  private(set) var combinations: [[UInt32]] = []
  /// The points, each with the position of its combination.
  private(set) var points: [(point: UInt32, combination: UInt32)] = []
  private var places: [[UInt32]: UInt32] = [:]

  /// Adds a point with its areas in ascending order.
  mutating func add(_ point: UInt32, _ areas: [UInt32]) {
    let place: UInt32
    if let known = places[areas] {
      place = known
    } else {
      place = UInt32(combinations.count)
      combinations.append(areas)
      places[areas] = place
    }
    points.append((point, place))
  }
}
