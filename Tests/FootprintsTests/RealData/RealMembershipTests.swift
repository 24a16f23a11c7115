import Footprints
import Testing

/// Which authority an MSOA is in: by the boundaries, and by the official lookup.
@Suite(.enabled(if: RealTables.isPresent)) struct RealMembershipTests {
  /// The MSOAs whose largest share is not in the authority that they belong to. Both are small town areas at
  /// the border; the authorities' boundaries, generalised by 500 m, cut through the middle of them: a little
  /// over half of their area falls to the neighbour. No rule on these boundaries can know better, which is
  /// what lookup tables are for.
  static let otherwise: [String: (largest: String, official: String)] = [
    "E02002081": (largest: "E08000025", official: "E08000029"),
    "E02000869": (largest: "E09000012", official: "E09000030"),
  ]

  @Test(arguments: ["utla", "ltla"]) func largestShareIsTheOfficialAuthority(_ name: String) throws {
    let tables = try EnglandTables.shared.get()
    let lower = try plainCSV("\(RealLayers.england)/lookup_msoa_ltla.csv").reduce(into: [String: String]()) {
      $0[$1["msoa11_code"] ?? ""] = $1["ltla21_code"]
    }
    let bricks = try RealLayers.brick.get()
    let layer = try (name == "utla" ? RealLayers.utla : RealLayers.ltla).get()
    let table = try OverlapEngine.table(bricks.geometry, layer.geometry)
    let membership = Membership(areas: table, method: .largest)
    var differing: Set<String> = []
    for (brick, code) in bricks.codes.enumerated() {
      let share = try #require(membership[brick].first, "\(code) is in no area")
      let official = name == "utla" ? tables.upper[code] : lower[code]
      guard layer.codes[share.unit] != official else { continue }
      differing.insert(code)
      // In both tiers these are metropolitan districts and boroughs, whose code is the same in each.
      #expect(layer.codes[share.unit] == Self.otherwise[code]?.largest, "\(code)")
      #expect(official == Self.otherwise[code]?.official, "\(code)")
      let areas = table.pairs.filter { $0.x == brick }
      #expect(areas.map(\.area).max().map { $0 / table.xAreas[brick] < 0.55 } == true, "\(code)")
    }
    #expect(differing == Set(Self.otherwise.keys))
    #expect(bricks.count == 6791)
  }

  /// Nobody is lost or counted twice.
  @Test func everybodyIsCountedOnce() throws {
    let tables = try EnglandTables.shared.get()
    let study = try RealLayers.study()
    let everybody = tables.people.values.reduce(0, +)
    let bricks = try Enquiry(study).bricks()
    #expect(agree(bricks.total, everybody) && everybody > 50_000_000)
    for (x, y) in [("ccg", "utla"), ("stp", "ltla")] {
      for method in [MembershipMethod.largest, .apportion] {
        let analysis = try study.comparison(x, y, weights: .population, membership: method)
        let people = try #require(analysis.population)
        let name = "\(x) \(y) \(method)"
        // Published areas overlap themselves and leave gaps by a few square metres in a hundred million.
        let slack = method == .largest ? 1e-12 : 1e-4
        let inX = people.matrix.xTotals.reduce(0, +)
        let inY = people.matrix.yTotals.reduce(0, +)
        #expect(agree(inX + people.xOutside, everybody, within: slack), "\(name)")
        #expect(agree(inY + people.yOutside, everybody, within: slack), "\(name)")
        #expect(people.matrix.total <= min(inX, inY) * (1 + slack), "\(name)")
        if method == .largest {
          #expect(people.xOutside == 0 && people.yOutside == 0, "\(name)")
          #expect(agree(people.matrix.total, everybody), "\(name)")
        }
        for unit in people.matrix.xTotals.indices {
          let parts = people.matrix.row(unit).reduce(0) { $0 + $1.mass } + people.matrix.xUncovered(unit)
          #expect(agree(parts, people.matrix.xTotals[unit], within: slack), "\(name), \(unit)")
        }
        let listed = analysis.rows.reduce(0) { $0 + ($1.people ?? 0) }
        #expect(agree(listed + analysis.slivers.people, people.matrix.total), "\(name)")
      }
    }
  }

  /// Shares and what is left over make a whole, by area.
  @Test func sharesAndUncoveredPartMakeAWhole() throws {
    let (x, y) = (try RealLayers.ccg.get(), try RealLayers.utla.get())
    let table = try OverlapEngine.table(x.geometry, y.geometry)
    let analysis = try LayerComparison(x: x, y: y, table: table)
    for unit in 0..<x.count {
      let listed = analysis.rows.filter { $0.x == unit }.reduce(0) { $0 + ($1.xShare ?? 0) }
      let dropped = zip(table.pairs, analysis.isSliver).filter { $0.0.x == unit && $0.1 }
        .reduce(0) { $0 + $1.0.area / table.xAreas[unit] }
      let left = analysis.leftovers.filter { $0.x == unit }.reduce(0) { $0 + ($1.xShare ?? 0) }
      #expect(abs(listed + dropped + left - 1) < 1e-6, "\(x.codes[unit])")
    }
  }
}
