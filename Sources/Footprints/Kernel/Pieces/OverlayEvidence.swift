/// What the kernel met while it added up the areas of two layers: which edges cross, and which rings start inside areas of the
/// other layer. The boundary of any piece follows from it (`outlines`). 8 bytes for each crossing.
package struct OverlayEvidence: Sendable {
  let a: GridLayer
  let b: GridLayer
  /// The edges that cross, as each worker found them.
  let crossings: [[EdgePair]]
  /// The rings that start inside areas of the other layer, as each worker found them.
  let rings: [Contributions]

  /// The boundaries of pieces, one area for each pair, in the order of the pairs, in metres.
  ///
  /// An area's rings are closed walks with the interior on their left, all in one polygon: exteriors
  /// counter-clockwise, holes clockwise, in no order. They are those of the displaced layers with the displacement taken
  /// away: where the two areas only touch, they run to and fro along the border and enclose nothing there. Pieces that
  /// are to be polygons go through `SnapRounding`.
  ///
  /// Throws `fault` where crossings do not fit together, which those of valid areas do. Precondition: each
  /// pair once.
  package func outlines(
    of pairs: [(a: Int, b: Int)], _ kind: PieceKind = .intersection, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let crossings = try CrossingsByPair(WantedPairs(pairs, aCount: a.count), self, jobs: jobs)
    let parts = Pieces(of: pairs.count, minimum: 1, jobs: 16 * jobs)
    let traced = try parallelMap(count: parts.count, jobs: jobs) { part throws(FootprintsError) in
      try trace(parts[part], of: pairs, kind, crossings)
    }
    return MultiPolygonArray(joining: traced.isEmpty ? [MultiPolygonArray()] : traced, jobs: jobs)
  }

  /// The walks of some of the pairs.
  private func trace(
    _ range: Range<Int>, of pairs: [(a: Int, b: Int)], _ kind: PieceKind, _ crossings: CrossingsByPair
  ) throws(FootprintsError) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    let failed: (a: Int, b: Int)? = a.vertices.withUnsafeBufferPointer { aVertices in
      b.vertices.withUnsafeBufferPointer { bVertices in
        let trace = PairTrace(a: a, b: b, aVertices: aVertices, bVertices: bVertices, kind: kind)
        return range.first { place in
          let found = crossings[place].compactMap { PieceCrossing($0, aVertices, bVertices) }
          return !trace.append(pairs[place], found, inside: rings(startingIn: pairs[place]), to: &out)
        }.map { pairs[$0] }
      }
    }
    guard let failed else { return out }
    throw FootprintsError(
      .fault, "the crossings of areas \(failed.a) and \(failed.b) do not fit together",
      remedy: "Unless one of the two is invalid, please report this with both layers.")
  }

  /// The rings of each area of a pair that start inside the other.
  private func rings(startingIn pair: (a: Int, b: Int)) -> (ofA: Set<Int>, ofB: Set<Int>) {
    var found = (ofA: Set<Int>(), ofB: Set<Int>())
    for part in rings {
      part.forEachRing(of: (UInt32(pair.a), UInt32(pair.b)), a, b) { ring, isOfA in
        if isOfA { found.ofA.insert(Int(ring)) } else { found.ofB.insert(Int(ring)) }
      }
    }
    return found
  }
}

/// The crossings of wanted pairs, pair by pair.
private struct CrossingsByPair: Sendable {
  private let offsets: [Int]
  private let crossings: [EdgePair]

  init(_ wanted: WantedPairs, _ evidence: OverlayEvidence, jobs: Int) throws(FootprintsError) {
    let (aOwners, bOwners) = (EdgeOwners(evidence.a), EdgeOwners(evidence.b))
    let places = try parallelMap(count: evidence.crossings.count, jobs: jobs) { part in
      LayerEdges.with(evidence.a, aOwners) { a in
        LayerEdges.with(evidence.b, bOwners) { b in
          evidence.crossings[part].map { edges in
            wanted.place(a.area(of: edges.aEdge), b.area(of: edges.bEdge)) ?? .max
          }
        }
      }
    }
    var offsets = [Int](repeating: 0, count: wanted.count + 1)
    for place in places.joined() where place != .max { offsets[Int(place) + 1] += 1 }
    for place in 0..<wanted.count { offsets[place + 1] += offsets[place] }
    self.offsets = offsets
    crossings = Array(unsafeUninitializedCapacity: offsets[wanted.count]) { buffer, count in
      for (part, places) in places.enumerated() {
        for (edges, place) in zip(evidence.crossings[part], places) where place != .max {
          buffer[offsets[Int(place)]] = edges
          offsets[Int(place)] += 1
        }
      }
      count = buffer.count
    }
  }

  subscript(place: Int) -> ArraySlice<EdgePair> { crossings[offsets[place]..<offsets[place + 1]] }
}
