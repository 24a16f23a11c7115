import Footprints
import Testing

/// Real small areas united into the areas that are published of them.
@Suite(.enabled(if: RealTables.isPresent)) struct RealDissolveTests {
  private static func lookup(_ path: String, _ key: String, _ value: String) throws -> [String: String] {
    try plainCSV("\(RealLayers.england)/\(path)").reduce(into: [String: String]()) {
      $0[$1[key] ?? ""] = $1[value]
    }
  }

  /// The authority of each MSOA by the lookup, and the group of each authority that has one group only.
  private static func groups(of layer: String) throws -> (codes: [String?], units: [String]) {
    let bricks = try RealLayers.brick.get()
    let authority = try lookup("lookup_msoa_ltla.csv", "msoa11_code", "ltla21_code")
    var codes = bricks.codes.map { authority[$0] }
    if layer == "ccg" {
      var groups: [String: Set<String>] = [:]
      for row in try plainCSV("\(RealLayers.england)/lookup_ccg_lad.csv") {
        groups[row["LAD21CD"] ?? "", default: []].insert(row["CCG21CD"] ?? "")
      }
      codes = codes.map { code in code.flatMap { groups[$0] }.flatMap { $0.count == 1 ? $0.first : nil } }
    }
    return (codes, Set(codes.compactMap(\.self)).sorted())
  }

  /// Whole authorities, and those groups that consist of whole authorities, have the size that is published, as far as
  /// their boundaries, generalised by 200 and 500 m each on its own and drawn along different coasts, can tell.
  @Test(arguments: ["ltla", "ccg"]) func unitedAreasAreThePublishedOnes(name: String) throws {
    let bricks = try RealLayers.brick.get()
    let published = try (name == "ltla" ? RealLayers.ltla : RealLayers.ccg).get()
    let (codes, units) = try Self.groups(of: name)
    let positions = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    let dissolved = try bricks.gridded.dissolved(
      into: codes.map { $0.flatMap { positions[$0] } }, count: units.count, jobs: 2)
    #expect(try OverlapKernel.invalidAreas(of: dissolved.gridded, jobs: 2).isEmpty)
    // Few of the published small areas overlap others, by slivers.
    #expect(dissolved.united.count < 20)
    var compared = 0
    for (group, code) in units.enumerated() {
      guard let place = published.index(ofCode: code) else { continue }
      if name == "ccg", try Self.isSplit(code) { continue }
      let (own, other) = (dissolved.geometry.area(of: group), published.area(of: place))
      let tolerance = 0.02 * other + 0.3 * 500 * published.geometry.perimeter(of: place)
      #expect(abs(own - other) < tolerance, "\(code): \(own) and \(other)")
      compared += 1
    }
    #expect(compared > (name == "ltla" ? 300 : 30))
    // Nothing is lost or counted twice, but for the slivers.
    let members = codes.indices.filter { codes[$0] != nil }
    let whole = members.reduce(0.0) { $0 + bricks.area(of: $1) }
    let united = units.indices.reduce(0.0) { $0 + dissolved.geometry.area(of: $1) }
    #expect(abs(whole - united) < 1e-6 * whole)
  }

  /// Whether a group shares an authority with another.
  private static func isSplit(_ code: String) throws -> Bool {
    let rows = try plainCSV("\(RealLayers.england)/lookup_ccg_lad.csv")
    let own = Set(rows.filter { $0["CCG21CD"] == code }.compactMap { $0["LAD21CD"] })
    return rows.contains { $0["CCG21CD"] != code && own.contains($0["LAD21CD"] ?? "") }
  }

  /// The outline of England is the same whether small areas or what they make up is united.
  @Test func unitingInStepsChangesNothing() throws {
    let bricks = try RealLayers.brick.get()
    let authority = try Self.lookup("lookup_msoa_ltla.csv", "msoa11_code", "ltla21_code")
    let units = Set(authority.values).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    let steps = try bricks.gridded.dissolved(
      into: bricks.codes.map { authority[$0].flatMap { positions[$0] } }, count: units.count, jobs: 2
    ).gridded.dissolved(jobs: 2)
    let once = try bricks.gridded.dissolved(jobs: 2)
    #expect(abs(steps.geometry.area(of: 0) - once.geometry.area(of: 0)) < 1)
    #expect(steps.geometry.polygonCount == once.geometry.polygonCount)
  }
}
