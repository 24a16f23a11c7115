/// Puts together what was found for each pair of areas, area by area of the layer that has more of them: an area's
/// edges lie together in memory.
struct PairAssembly: Sendable {
  let a: IntegratedLayer
  let b: IntegratedLayer
  /// What all workers found; chains by the same layer in each.
  let contributions: [Contributions]
  private let isByA: Bool

  init(_ a: IntegratedLayer, _ b: IntegratedLayer, _ contributions: [Contributions]) {
    self.a = a
    self.b = b
    self.contributions = contributions
    isByA = Contributions.isByA(aCount: a.layer.count, bCount: b.layer.count)
  }

  /// The masses of the pairs that have one, by a, then b.
  func masses(jobs: Int) throws(FootprintsError) -> [PairMass] {
    let areas = Pieces(of: isByA ? a.layer.count : b.layer.count, minimum: 1, jobs: 4 * jobs)
    let otherCount = isByA ? b.layer.count : a.layer.count
    var parts = try parallelMap(
      count: areas.count, jobs: jobs, makeWorker: { AreaPairs(isByA: isByA, otherCount: otherCount) }
    ) { pairs, piece throws(FootprintsError) in
      let outcome = a.withIntegrals { a in
        b.withIntegrals { b in
          Result { () throws(FootprintsError) in try assemble(areas[piece], a, b, &pairs) }
        }
      }
      return try outcome.get()
    }
    if parts.count == 1 { return parts[0] }
    var masses: [PairMass] = []
    masses.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts.indices {
      masses += parts[part]
      parts[part] = []
    }
    if !isByA { masses.sort { ($0.a, $0.b) < ($1.a, $1.b) } }
    return masses
  }

  private func assemble(
    _ areas: Range<Int>, _ a: IntegratedEdges, _ b: IntegratedEdges, _ pairs: inout AreaPairs
  ) throws(FootprintsError) -> [PairMass] {
    var masses: [PairMass] = []
    for area in areas {
      for found in contributions { addAll(found, of: UInt32(area), a, b, to: &pairs) }
      try pairs.removeAll { pair throws(FootprintsError) in
        if let mass = try PairMass(pair, grid: self.a.layer.grid) { masses.append(mass) }
      }
    }
    return masses
  }

  /// Adds everything in the chains of an area.
  private func addAll(
    _ found: Contributions, of area: UInt32, _ a: IntegratedEdges, _ b: IntegratedEdges,
    to pairs: inout AreaPairs
  ) {
    found.parts.forEach(of: Int(area)) { pairs.add($0) }
    found.aRings.forEach(of: Int(area)) { ring in
      let other = isByA ? ring.area : self.a.layer.areaOfRing[Int(ring.ring)]
      add(ring, of: self.a.layer, a, area, other, to: &pairs)
    }
    found.bRings.forEach(of: Int(area)) { ring in
      let other = isByA ? self.b.layer.areaOfRing[Int(ring.ring)] : ring.area
      add(ring, of: self.b.layer, b, area, other, to: &pairs)
    }
  }

  private func add(
    _ ring: Contributions.Ring, of layer: GridLayer, _ edges: IntegratedEdges, _ area: UInt32,
    _ other: UInt32, to pairs: inout AreaPairs
  ) {
    let range = layer.edges(of: Int(ring.ring))
    let whole = edges.integrals(along: range)
    let start = edges.vertices[range.lowerBound]
    pairs.update(of: area, with: other) { $0.addRing(whole, from: start, times: ring.times) }
  }
}
