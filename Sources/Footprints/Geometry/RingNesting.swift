/// Which ring lies directly inside which other, for rings that may touch but should not cross.
///
/// A horizontal line sweeps upwards over all edges. For each ring one test point is looked up: the middle
/// of the leftmost edge that starts at the ring's lowest vertex, below every other vertex of the ring. All
/// that is to its left is outside the ring, and it is not a vertex, so that a ring touching another at a
/// vertex is not a special case. The nearest edge to the left belongs to some ring R. Either the point is
/// inside R, and R is the parent, or R is a sibling, and its parent is the parent.
///
/// O(n log n) for n vertices and any input. Rings that cross can be given a wrong parent near the
/// crossing; the result is a forest all the same, and the same on every run.
package struct RingNesting {
  /// The parent of each ring: the smallest ring around it, nil when there is none.
  package private(set) var parents: [Int?]
  /// The rings from the largest to the smallest, every one after its parent.
  package private(set) var order: [Int]

  /// Finds the parents. `rings` are ranges of `coordinates`, each closed and at least four long;
  /// `doubleAreas` their signed areas times two, positive for counter-clockwise.
  package init(coordinates: ArraySlice<Coordinate>, rings: [Range<Int>], doubleAreas: [Double]) {
    // Links only ever lead to a ring earlier in this order, which is what makes the result a forest even
    // where crossing or identical rings each seem to be inside the other.
    order = rings.indices.sorted { a, b in
      let (first, second) = (doubleAreas[a].magnitude, doubleAreas[b].magnitude)
      return first == second ? a < b : first > second
    }
    var rank = Array(repeating: 0, count: rings.count)
    for (position, ring) in order.enumerated() { rank[ring] = position }

    var sweep = RingSweep(coordinates: coordinates, rings: rings, doubleAreas: doubleAreas)
    let neighbours = sweep.run()
    parents = Array(repeating: nil, count: rings.count)
    resolve(neighbours, rank)
  }

  /// Follows siblings to a ring whose inside is known.
  private mutating func resolve(_ neighbours: [RingSweep.Neighbour?], _ rank: [Int]) {
    var state = Array(repeating: State.open, count: parents.count)
    var chain: [Int] = []
    for start in parents.indices where state[start] == .open {
      var ring = start
      while state[ring] == .open {
        state[ring] = .visiting
        chain.append(ring)
        guard let next = neighbours[ring], !(next.isInside && rank[next.ring] < rank[ring]) else { break }
        ring = next.ring
      }
      while let ring = chain.popLast() {
        if let next = neighbours[ring] {
          let contains = next.isInside && rank[next.ring] < rank[ring]
          let candidate =
            contains ? next.ring : state[next.ring] == .done ? parents[next.ring] : nil
          parents[ring] = ancestor(of: candidate, before: ring, rank)
        }
        state[ring] = .done
      }
    }
  }

  /// How much is known about a ring's parent.
  private enum State { case open, visiting, done }

  /// The first of a ring and its ancestors that is larger than `ring`. Only crossing rings need a step;
  /// the limit keeps each hostile one from making it a long climb.
  private func ancestor(of candidate: Int?, before ring: Int, _ rank: [Int]) -> Int? {
    var candidate = candidate
    for _ in 0..<64 {
      guard let larger = candidate, rank[larger] >= rank[ring] else { return candidate }
      candidate = parents[larger]
    }
    return nil
  }
}
