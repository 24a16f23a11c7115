import Footprints
import Testing

/// Points of England: trusts in groups and authorities, MSOAs by their centres of gravity.
@Suite(.enabled(if: RealTables.isPresent)) struct RealPointTests {
  private static let trusts = "\(RealLayers.england)/trust_points.geojson"

  /// Shapely and the kernel find the same, and each trust lies in one area of each layer of England, or in none.
  @Test(.enabled(if: OverlapOracle.python != nil)) func trustsLieWhereShapelyHasThem() throws {
    let study = try RealLayers.study()
    let answer = try study.run(
      LocateAnalysis.self, .init(points: Self.trusts, areas: ["ccg", "utla", "ltla", "stp", "msoa", "trust"]))
    let points = answer.result.points
    #expect(points.count > 100 && points.origin.codeField == "nhs_trust22_code")
    for (place, name) in ["ccg", "utla", "ltla", "stp", "msoa", "trust"].enumerated() {
      let layer = try study.layer(name)
      let (inside, onBorder) = try PointOracle.holders(of: points.coordinates, in: layer.geometry)
      let ours = Set(
        (0..<points.count).flatMap { point in
          answer.result.areas(of: point, inLayer: place).map { PointOracle.Holder(point: point, area: $0) }
        })
      #expect(ours == inside && onBorder.isEmpty, "\(name)")
      #expect(ours.count > 100, "\(name)")
    }
  }

  /// Every vertex of a layer of England lies in exactly one of its areas, or on the outside of all of them: where Shapely
  /// finds it on the border of several, one of those has it.
  @Test(.enabled(if: OverlapOracle.python != nil)) func verticesBelongToOneNeighbour() throws {
    let layer = try RealLayers.utla.get()
    // As they are on the grid, so that Shapely sees the same.
    let areas = layer.gridded.multiPolygons(of: 0..<layer.count)
    let vertices = Array(areas.coordinates.prefix(20_000))
    let located = try PointLocator(layer.gridded).locate(vertices, jobs: 2)
    let (inside, onBorder) = try PointOracle.holders(of: vertices, in: areas)
    let all = inside.union(onBorder)
    var several = 0
    for point in vertices.indices {
      for area in located[point] {
        #expect(all.contains(.init(point: point, area: area)), "\(vertices[point])")
      }
      if located[point].count > 1 { several += 1 }
    }
    // Generalised areas overlap their neighbours by slivers in places.
    #expect(several < vertices.count / 100, "\(several)")
  }

  /// How many MSOAs the centre of gravity puts into another authority than the official lookup does.
  @Test(arguments: ["utla", "ltla"]) func centresAreNearlyAlwaysInTheOfficialAuthority(_ name: String) throws
  {
    let tables = try EnglandTables.shared.get()
    let lower = try plainCSV("\(RealLayers.england)/lookup_msoa_ltla.csv").reduce(into: [String: String]()) {
      $0[$1["msoa11_code"] ?? ""] = $1["ltla21_code"]
    }
    let enquiry = Enquiry(try RealLayers.study())
    let bricks = try enquiry.bricks()
    let layer = try enquiry.layer(name)
    let membership = try enquiry.membership(of: bricks, in: layer, method: .centroid)
    var (elsewhere, nowhere): ([String], [String]) = ([], [])
    for (brick, code) in bricks.layer.codes.enumerated() {
      let official = name == "utla" ? tables.upper[code] : lower[code]
      guard let share = membership[brick].first else {
        nowhere.append(code)
        continue
      }
      if layer.codes[share.unit] != official { elsewhere.append(code) }
    }
    #expect(elsewhere == RealPointTests.elsewhere[name], "\(elsewhere)")
    #expect(nowhere == RealPointTests.nowhere[name], "\(nowhere)")
  }

  /// The MSOAs that lie at a border which generalisation has moved over their centre.
  private static let elsewhere: [String: [String]] = [
    "utla": ["E02000869", "E02000897", "E02003651", "E02005921"],
    "ltla": [
      "E02000869", "E02000897", "E02003651", "E02004423", "E02004651", "E02004957", "E02005600", "E02005921",
    ],
  ]

  /// The MSOAs on a coast or the tidal Thames, whose centre lies in the water that the authorities leave out.
  private static let nowhere: [String: [String]] = {
    let coastal = ["E02002638", "E02003986", "E02004572", "E02004583", "E02006781", "E02006928"]
    return ["utla": coastal, "ltla": coastal]
  }()
}
