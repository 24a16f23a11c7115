import Footprints
import Testing

@Suite struct CountingPeopleTests {
  let folder = Region.folder

  @Test func methods() throws {
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    // example: request
    var request = ComparisonRequest(x: "trust", y: "utla")
    request.weights = .population
    request.membership = .apportion
    let answer = try study.run(OverlapAnalysis.self, request)
    // end
    #expect(answer.result.comparison.population != nil)
    // example: reported
    guard let population = answer.result.comparison.population else { return }
    let shared = population.matrix.total
    let divided = (population.xStraddling, population.yStraddling)
    let outside = (population.xOutside, population.yOutside)
    // end
    #expect(shared > 1e6 && divided.0 > 0 && outside.1 < 0.01 * shared)
    let lines = answer.report.lines
    #expect(lines.contains { $0.contains("each small area counts in every area by the share of its own") })
  }

  @Test func ownBricks() throws {
    let trusts = try Study(package: DataPackage(PackageFolder(folder))).layer("trust")
    let utla = try Study(package: DataPackage(PackageFolder(folder))).layer("utla")
    let wards = try Study(package: DataPackage(PackageFolder(folder))).layer("bricks")
    let census = Dictionary(uniqueKeysWithValues: wards.codes.map { ($0, 1000.0) })
    // example: bricks
    let bricks = try Bricks(wards, people: census)
    let study = try Study(given: Study.Given(layers: [trusts, utla], bricks: bricks))
    let answer = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "trust", y: "utla"))
    // end
    #expect(answer.result.comparison.unit == .people && bricks.notices.isEmpty)
    // example: membership
    let membership = Membership(
      areas: try OverlapEngine.table(bricks.layer, utla), method: .largest)
    let residents = membership.totals(bricks.people)
    // end
    #expect(residents.reduce(0, +) == bricks.total)
  }
}
