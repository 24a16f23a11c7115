import Footprints
import Testing

@Suite struct BricksTests {
  private let squares = TestLayer.rectangles([[(0, 0, 1, 1)], [(1, 0, 2, 1)], [(2, 0, 3, 1)]])

  @Test func peopleFollowTheCodesNotTheOrder() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let bricks = try Bricks(layer, try TestLayer.population(["E3", "E1", "E2"], [3, 1, 2]))
    #expect(bricks.people == [1, 2, 3] && bricks.total == 6 && bricks.notices.isEmpty)
  }

  @Test func aBrickWithoutARowCountsNobodyAndIsNamed() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let bricks = try Bricks(layer, try TestLayer.population(["E1"], [10]))
    #expect(bricks.people == [10, 0, 0])
    #expect(bricks.notices.map(\.code) == ["no-population"])
    #expect(bricks.notices[0].message.contains("E2 and E3"))
  }

  @Test func rowsWithoutABrickAreReportedWithTheirPeople() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let population = try TestLayer.population(["E1", "E2", "E3", "E4", "W1"], [1, 2, 3, 500, 900])
    let bricks = try Bricks(layer, population)
    #expect(bricks.total == 6)
    #expect(bricks.notices.map(\.code) == ["no-brick"])
    #expect(bricks.notices[0].message.hasPrefix("2 codes of population.csv with 1,400 people are"))
  }

  /// A national table against the areas of one country: what was left out on purpose is not missed.
  @Test func codesLeftOutOnPurposeAreNotMissed() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "W1"], codePrefix: ["E"])
    #expect(layer.codes == ["E1", "E2"])
    let population = try TestLayer.population(["E1", "E2", "E4", "W1", "W2"], [1, 2, 500, 900, 900])
    let bricks = try Bricks(layer, population)
    #expect(bricks.people == [1, 2])
    #expect(bricks.notices.map(\.code) == ["no-brick"])
    #expect(bricks.notices[0].message.hasPrefix("1 code of population.csv with 500 people is"))
    let whole = try Bricks(layer, try TestLayer.population(["E1", "E2", "W1"], [1, 2, 900]))
    #expect(whole.notices.isEmpty)
  }

  @Test func peopleOfAProgramNeedNoTable() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let bricks = try Bricks(layer, people: ["E3": 3, "E1": 1, "E2": 2.5])
    #expect(bricks.people == [1, 2.5, 3] && bricks.total == 6.5 && bricks.notices.isEmpty)
    let partly = try Bricks(layer, people: ["E1": 1, "E8": 0.4, "E9": 500.2])
    #expect(partly.people == [1, 0, 0])
    #expect(
      partly.notices == [
        Notice(
          .warning, "no-population",
          "E2 and E3 of b: not in the population; they are counted as having no people", about: ["E2", "E3"]),
        Notice(
          .warning, "no-brick", "2 codes of the population with 501 people are not in b", about: ["E8", "E9"]),
      ])
  }

  /// However many people a table says there are, the program goes on.
  @Test func moreWithoutABrickThanAnyNumberHolds() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let people = ["E1": 1, "E2": 1, "E3": 1, "E8": 1e300, "E9": Double.greatestFiniteMagnitude]
    #expect(
      try Bricks(layer, people: people).notices.map(\.message) == [
        "2 codes of the population with ? people are not in b"
      ])
  }

  @Test func noBrickHoldsMoreThanAllPeople() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let error = #expect(throws: FootprintsError.self) { try Bricks(layer, people: ["E1": 1e300]) }
    #expect(error?.kind == .badData)
    #expect(error?.message.contains("more people than there are") == true)
  }

  @Test func areasWithoutBricksAreNamed() throws {
    let layer = try TestLayer.make("b", squares, codes: ["E1", "E2", "E3"])
    let bricks = try Bricks(layer, people: ["E1": 1, "E2": 1, "E3": 1])
    #expect(bricks.notices(ofAreas: [], in: layer).isEmpty)
    #expect(
      bricks.notices(ofAreas: [0, 2], in: layer) == [
        Notice(
          .warning, "no-bricks",
          "no small area of b belongs to E1 and E3 of b; they count as having no people")
      ])
    let membership = Membership([[.init(unit: 1, share: 1)], []], unitCount: 3)
    #expect(membership.emptyUnits == [0, 2])
  }
}
