/// Merges small units into larger, connected ones: seeds are drawn, then all areas grow at the same pace, one
/// ring of neighbours after the other.
struct Growth {
  /// For each unit, the area it was merged into.
  private(set) var areaOf: [Int]

  /// - Parameters:
  ///   - count: The number of areas.
  ///   - centres: The middle of each unit.
  ///   - neighbours: For each unit, the units next to it.
  init(into count: Int, centres: [Point], neighbours: [[Int]], chance: inout SeededGenerator) {
    areaOf = [Int](repeating: -1, count: centres.count)
    var front = chance.choose(count, below: centres.count)
    for (area, unit) in front.enumerated() { areaOf[unit] = area }
    let seeds = front
    while !front.isEmpty {
      var next: [Int] = []
      for unit in front {
        for neighbour in neighbours[unit] where areaOf[neighbour] == -1 {
          areaOf[neighbour] = areaOf[unit]
          next.append(neighbour)
        }
      }
      front = next
    }
    // An island without a seed goes with the nearest seed across the water.
    for unit in areaOf.indices where areaOf[unit] == -1 {
      let nearest = seeds.indices.min {
        centres[seeds[$0]].squaredDistance(to: centres[unit])
          < centres[seeds[$1]].squaredDistance(to: centres[unit])
      }
      areaOf[unit] = nearest ?? 0
    }
  }
}
