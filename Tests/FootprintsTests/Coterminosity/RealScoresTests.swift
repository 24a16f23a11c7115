import Footprints
import Testing

/// CCG by lower-tier authority of April 2021, with census areas of the official lookup as mass. The golden
/// values were computed from the CSV file by an independent program in another language.
@Suite(.enabled(if: RealTables.isPresent)) struct RealScoresTests {
  private func scores() throws -> CoterminosityScores {
    let table = try LookupTable(RealTables.table("england-2021/lookup_lsoa_ccg_stp_ltla.csv"))
    // In the order of the file: the scores must not depend on it.
    func index(_ codes: [String]) -> (units: [NamedCode], place: [String: Int]) {
      var place: [String: Int] = [:]
      var units: [NamedCode] = []
      for code in codes where place[code] == nil {
        place[code] = units.count
        units.append(NamedCode(code: code))
      }
      return (units, place)
    }
    let (x, xPlace) = index(table.codes[1])
    let (y, yPlace) = index(table.codes[3])
    var xTotals = [Double](repeating: 0, count: x.count)
    var yTotals = [Double](repeating: 0, count: y.count)
    var cells: [MassMatrix.Cell] = []
    for (ccg, authority) in zip(table.codes[1], table.codes[3]) {
      let i = try #require(xPlace[ccg])
      let j = try #require(yPlace[authority])
      xTotals[i] += 1
      yTotals[j] += 1
      cells.append(.init(x: i, y: j, mass: 1))
    }
    return try CoterminosityScores(
      MassMatrix(unit: .people, xTotals: xTotals, yTotals: yTotals, cells: cells), x: x, y: y, xRole: "ccg",
      yRole: "ltla")
  }

  @Test func systemMeasuresAgreeWithAnIndependentProgram() throws {
    let scores = try scores()
    let system = scores.system
    let v = try #require(system.vMeasure)
    #expect(agree(v.homogeneity, 0.9909763630654532))
    #expect(agree(v.completeness, 0.7844573408163057))
    #expect(agree(v.value, 0.8757056722337762))
    #expect(agree(system.degreeOfFit.x, 0.48928266958957495))
    #expect(agree(system.degreeOfFit.y, 0.9826147850444525))
    #expect(agree(system.degreeOfHierarchy.x, 0.4339622641509434))
    #expect(agree(system.degreeOfHierarchy.y, 0.9061488673139159))
    #expect(agree(system.weightedBestJaccard.x, 0.4836725089058686))
    #expect(agree(system.weightedBestJaccard.y, 0.4371164941666365))
    #expect(agree(system.mapcurves.x, 0.9646177442246352))
    #expect(agree(system.mapcurves.y, 0.3309044688925933))
    #expect(system.coterminous == .init(count: 43, of: 106, tolerance: 0.95))
    #expect(system.uncoveredShare == .init(x: 0, y: 0))
    #expect(scores.units.reduce(0) { $0 + $1.partners } == 2 * 343)
    let corners = scores.units.filter { $0.side == .y }
    #expect(agree(corners.reduce(0) { $0 + $1.cornerIndex }, 206.75051911218878))
    // The Isles of Scilly, one census area in a county of hundreds.
    let worst = try #require(corners.max { $0.cornerIndex < $1.cornerIndex })
    #expect(worst.unit.code == "E06000053" && agree(worst.cornerIndex, 0.9969418960244648))
  }
}
