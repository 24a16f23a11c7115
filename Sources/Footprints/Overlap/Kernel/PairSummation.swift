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
    var parts = try parallelMap(count: areas.count, jobs: jobs) { piece throws(FootprintsError) in
      let outcome = LayerSums.with(x) { x in
        LayerSums.with(y) { y in
          Result { () throws(FootprintsError) in
            var worker = Worker(self, x, y)
            return try worker.masses(of: areas[piece])
          }
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

  /// Adds up on one thread.
  private struct Worker {
    let summation: PairSummation
    let x: LayerSums
    let y: LayerSums
    var adder: PairAdder

    init(_ summation: PairSummation, _ x: LayerSums, _ y: LayerSums) {
      self.summation = summation
      self.x = x
      self.y = y
      adder = PairAdder(
        isByX: summation.isByX,
        otherCount: summation.isByX ? summation.y.layer.count : summation.x.layer.count)
    }

    mutating func masses(of areas: Range<Int>) throws(FootprintsError) -> [PairMass] {
      var masses: [PairMass] = []
      for area in areas {
        for found in summation.findings { addAll(found, of: UInt32(area)) }
        try adder.removeAll { sum throws(FootprintsError) in
          if let mass = try PairMass(sum, grid: summation.x.layer.grid) { masses.append(mass) }
        }
      }
      return masses
    }

    /// Adds everything in the chains of an area.
    private mutating func addAll(_ found: Findings, of area: UInt32) {
      let isByX = summation.isByX
      found.sums.forEach(of: Int(area)) { adder.add($0) }
      found.xRings.forEach(of: Int(area)) { ring in
        let other = isByX ? ring.area : summation.x.layer.areaOfRing[Int(ring.ring)]
        add(ring, x, summation.x.layer, area, other)
      }
      found.yRings.forEach(of: Int(area)) { ring in
        let other = isByX ? summation.y.layer.areaOfRing[Int(ring.ring)] : ring.area
        add(ring, y, summation.y.layer, area, other)
      }
    }

    private mutating func add(
      _ ring: Findings.Ring, _ sums: LayerSums, _ layer: GridLayer, _ area: UInt32, _ other: UInt32
    ) {
      let edges = layer.edges(of: Int(ring.ring))
      let whole = sums.sums(along: edges)
      let start = sums.vertices[edges.lowerBound]
      adder.update(of: area, with: other) { $0.addRing(whole, from: start, times: ring.times) }
    }
  }
}
