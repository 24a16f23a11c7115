import Footprints
import Testing

/// The demonstration region has a lookup table and bricks that nest in everything, though its layers are
/// generalised: by the largest share everybody is where the lookup says.
@Suite struct RegionMembershipTests {
  private func overlap(_ x: String, _ y: String, _ method: MembershipMethod) throws -> LayerComparison {
    let region = try Study(
      package: DataPackage(PackageFolder(OverlapOracle.packageFolder + "/Boundaries/region")))
    return try region.comparison(x, y, weights: .population, membership: method)
  }

  @Test(arguments: [("ccg", "utla"), ("ccg", "ltla"), ("stp", "utla"), ("utla", "ltla"), ("ltla", "stp")])
  func largestShareAgreesWithTheLookup(x: String, y: String) throws {
    let largest = try overlap(x, y, .largest)
    let lookup = try #require(overlap(x, y, .lookup).population)
    let people = try #require(largest.population)
    #expect(people.matrix == lookup.matrix)
    #expect(people.xOutside == 0 && people.yOutside == 0 && people.xStraddling > 0)
    #expect(largest.slivers.people == 0)
    // Borders run through bricks by a little, so that apportioning moves a few people.
    let apportioned = try #require(overlap(x, y, .apportion).population)
    for cell in lookup.matrix.cells {
      let other = apportioned.matrix.row(cell.x).first { $0.y == cell.y }?.mass ?? 0
      #expect(abs(other - cell.mass) < 0.1 * cell.mass, "\(x) \(cell.x), \(y) \(cell.y)")
    }
  }
}
