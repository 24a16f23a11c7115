/// Adds up what was found for each pair of areas, area by area of the layer that has more of them: an area's
/// edges lie together in memory.
struct PairSummation: Sendable {
  let x: SummedLayer
  let y: SummedLayer
  /// What all workers found; chains by the same layer in each.
  let findings: [Findings]
  private let isByX: Bool

  init(_ x: SummedLayer, _ y: SummedLayer, _ findings: [Findings]) {
    self.x = x
    self.y = y
    self.findings = findings
    isByX = Findings.isByX(xCount: x.layer.count, yCount: y.layer.count)
  }

  /// The masses of the pairs that have one, by x, then y.
  func masses(jobs: Int) throws(FootprintsError) -> [PairMass] {
    let areas = Pieces(of: isByX ? x.layer.count : y.layer.count, minimum: 1, jobs: 4 * jobs)
    let otherCount = isByX ? y.layer.count : x.layer.count
    var parts = try parallelMap(
      count: areas.count, jobs: jobs, makeWorker: { PairAdder(isByX: isByX, otherCount: otherCount) }
    ) { adder, piece throws(FootprintsError) in
      let outcome = LayerSums.with(x) { x in
        LayerSums.with(y) { y in
          Result { () throws(FootprintsError) in try sums(of: areas[piece], x, y, &adder) }
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
    if !isByX { masses.sort { ($0.x, $0.y) < ($1.x, $1.y) } }
    return masses
  }

  private func sums(
    of areas: Range<Int>, _ x: LayerSums, _ y: LayerSums, _ adder: inout PairAdder
  ) throws(FootprintsError) -> [PairMass] {
    var masses: [PairMass] = []
    for area in areas {
      for found in findings { addAll(found, of: UInt32(area), x, y, to: &adder) }
      try adder.removeAll { sum throws(FootprintsError) in
        if let mass = try PairMass(sum, grid: self.x.layer.grid) { masses.append(mass) }
      }
    }
    return masses
  }

  /// Adds everything in the chains of an area.
  private func addAll(
    _ found: Findings, of area: UInt32, _ x: LayerSums, _ y: LayerSums, to adder: inout PairAdder
  ) {
    found.sums.forEach(of: Int(area)) { adder.add($0) }
    found.xRings.forEach(of: Int(area)) { ring in
      let other = isByX ? ring.area : self.x.layer.areaOfRing[Int(ring.ring)]
      add(ring, of: self.x.layer, x, area, other, to: &adder)
    }
    found.yRings.forEach(of: Int(area)) { ring in
      let other = isByX ? self.y.layer.areaOfRing[Int(ring.ring)] : ring.area
      add(ring, of: self.y.layer, y, area, other, to: &adder)
    }
  }

  private func add(
    _ ring: Findings.Ring, of layer: GridLayer, _ sums: LayerSums, _ area: UInt32, _ other: UInt32,
    to adder: inout PairAdder
  ) {
    let edges = layer.edges(of: Int(ring.ring))
    let whole = sums.sums(along: edges)
    let start = sums.vertices[edges.lowerBound]
    adder.update(of: area, with: other) { $0.addRing(whole, from: start, times: ring.times) }
  }
}
