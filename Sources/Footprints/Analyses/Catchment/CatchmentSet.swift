/// The catchments that one method makes, with what is said of each.
struct CatchmentSet: Sendable {
  /// One trust's catchment.
  struct Row: Sendable {
    let trust: NamedCode
    let method: CatchmentMethod
    let threshold: Double?
    let bricks: Int
    /// The small areas that other catchments have as well.
    let sharedBricks: Int
    let people: Double
    /// Between which numbers its people lie, given what its flows leave open; nil where no flows are used.
    let bounds: ClosedRange<Double>?
    let area: Double?
    let parts: Int?
    let holes: Int?
    let patients: Double?
    let ownPatientsShare: Double?
    /// How far it agrees with the trust's catchment by the method asked for; nil for that method itself.
    var agreement: Double?
    /// The position of its shape.
    let place: Int
  }

  let method: CatchmentMethod
  /// By the codes of the trusts; trusts without a small area are among them.
  var rows: [Row]
  /// One area per trust of the set, in metres; nil where the method makes none.
  let shapes: MultiPolygonArray?
  /// The share that each catchment has of each of its small areas.
  private let shares: [String: [Int: Double]]

  init(
    _ catchments: Catchments, over bricks: Bricks, shapes: MultiPolygonArray?, threshold: Double,
    patients: CatchmentPatients?, flows: FlowBounds? = nil
  ) {
    let membership = catchments.membership
    var shares = [[Int: Double]](repeating: [:], count: catchments.trusts.count)
    var shared = [Int](repeating: 0, count: catchments.trusts.count)
    for brick in 0..<membership.brickCount {
      let members = membership[brick].filter { $0.share > 0 }
      for member in members {
        shares[member.unit][brick, default: 0] += member.share
        if members.count > 1 { shared[member.unit] += 1 }
      }
    }
    let people = membership.totals(bricks.people)
    let bounds = catchments.trusts.map { trust -> ClosedRange<Double>? in
      guard let flows, let place = flows.trusts.firstIndex(of: trust.code) else { return nil }
      let (low, high) = flows.shares(of: place, by: catchments.method, threshold: threshold)
      func sum(_ shares: [Double]) -> Double { zip(shares, bricks.people).reduce(0) { $0 + $1.0 * $1.1 } }
      return min(sum(low), sum(high))...sum(high)
    }
    method = catchments.method
    self.shapes = shapes
    rows = catchments.trusts.enumerated().map { trust, unit in
      let polygons = shapes?.polygons(of: trust).count
      return Row(
        trust: unit, method: catchments.method, threshold: catchments.method == .threshold ? threshold : nil,
        bricks: shares[trust].count, sharedBricks: shared[trust], people: people[trust],
        bounds: bounds[trust], area: shapes.map { $0.area(of: trust) }, parts: polygons,
        holes: shapes.map { $0.rings(ofArea: trust).count - $0.polygons(of: trust).count },
        patients: patients?.count(unit.code),
        ownPatientsShare: catchments.method == .proportional
          ? nil : patients?.ownShare(unit.code, in: shares[trust]),
        place: trust)
    }
    self.shares = Dictionary(zip(catchments.trusts.map(\.code), shares)) { first, _ in first }
  }

  /// Says of every catchment how far it agrees with that of another method: the people of both, of those in either; where
  /// small areas count in part, the smaller share of the larger.
  mutating func compare(with other: CatchmentSet, people: [Double]) {
    for row in rows.indices {
      let code = rows[row].trust.code
      let (own, its) = (shares[code] ?? [:], other.shares[code] ?? [:])
      var (both, either) = (0.0, 0.0)
      for brick in Set(own.keys).union(its.keys).sorted() {
        let (a, b) = (own[brick] ?? 0, its[brick] ?? 0)
        both += people[brick] * min(a, b)
        either += people[brick] * max(a, b)
      }
      rows[row].agreement = either > 0 ? both / either : nil
    }
  }
}
