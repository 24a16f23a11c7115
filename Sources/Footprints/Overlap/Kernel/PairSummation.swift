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
    /// The sums of the area at hand with others.
    var sums: [PairSum] = []
    /// Those others.
    var others: [UInt32] = []
    /// One more than the position of each other area in `sums`, or 0.
    var places: [UInt32]

    init(_ summation: PairSummation, _ x: LayerSums, _ y: LayerSums) {
      self.summation = summation
      self.x = x
      self.y = y
      places = [UInt32](
        repeating: 0, count: summation.isByX ? summation.y.layer.count : summation.x.layer.count)
    }

    mutating func masses(of areas: Range<Int>) throws(FootprintsError) -> [PairMass] {
      var masses: [PairMass] = []
      for area in areas {
        for found in summation.findings { addAll(found, of: area) }
        others.sort()
        for other in others {
          let sum = sums[Int(places[Int(other)]) - 1]
          if let mass = try PairMass(sum, grid: summation.x.layer.grid) { masses.append(mass) }
          places[Int(other)] = 0
        }
        sums.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
      }
      return masses
    }

    /// Adds everything in the chains of an area.
    private mutating func addAll(_ found: Findings, of area: Int) {
      let (x, y, isByX) = (x, y, summation.isByX)
      found.sums.forEach(of: area) { sum in
        sums[place(of: isByX ? sum.y : sum.x, area)].add(sum)
      }
      found.xRings.forEach(of: area) { ring in
        let other = isByX ? ring.area : summation.x.layer.areaOfRing[Int(ring.ring)]
        add(ring, x, summation.x.layer, to: place(of: other, area))
      }
      found.yRings.forEach(of: area) { ring in
        let other = isByX ? summation.y.layer.areaOfRing[Int(ring.ring)] : ring.area
        add(ring, y, summation.y.layer, to: place(of: other, area))
      }
    }

    private mutating func add(_ ring: Findings.Ring, _ sums: LayerSums, _ layer: GridLayer, to place: Int) {
      let edges = layer.edges(of: Int(ring.ring))
      self.sums[place].addRing(
        sums.sums(along: edges), from: sums.vertices[edges.lowerBound], times: ring.times)
    }

    /// Where the sums of the area at hand with another are.
    @inline(__always)
    private mutating func place(of other: UInt32, _ area: Int) -> Int {
      if places[Int(other)] == 0 {
        sums.append(
          summation.isByX ? PairSum(x: UInt32(area), y: other) : PairSum(x: other, y: UInt32(area)))
        others.append(other)
        places[Int(other)] = UInt32(sums.count)
      }
      return Int(places[Int(other)]) - 1
    }
  }
}
