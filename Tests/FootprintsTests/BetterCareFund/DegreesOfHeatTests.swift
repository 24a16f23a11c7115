import Footprints
import Testing

/// How far plans have come, on small cases by hand.
@Suite struct DegreesOfHeatTests {
  private func scheme(
    _ maturity: String = "", start: String = "", pence: Int64? = nil
  ) -> BetterCareFundPlan.Scheme {
    .init(
      id: "s", type: "t", fundingLines: [.init(source: "ibcf", amount: pence.map { Money(pence: $0) })],
      startDate: start, maturity: maturity)
  }

  private func plan(
    _ id: String, share: Double = 0.5, people: Double? = 100, _ schemes: [BetterCareFundPlan.Scheme]
  ) -> PlanHeat {
    PlanHeat(
      BetterCareFundPlan(id: id, boards: ["B"], name: "Plan \(id)"), schemes: schemes, share: share,
      population: people)
  }

  @Test(arguments: [
    ("notYetEstablished", MaturityLevel.notYetEstablished), ("Not yet established", .notYetEstablished),
    ("PLANS IN PLACE", .plansInPlace), ("plans-in-place", .plansInPlace), ("Established ", .established),
    ("mature", .mature), ("Exemplary", .exemplary), ("", nil), ("maturing", nil), ("4", nil), ("n/a", nil),
  ])
  func levelsAreReadHoweverTheyAreWritten(text: String, level: MaturityLevel?) {
    #expect(MaturityLevel(text) == level)
  }

  /// A: levels 2 and 4; B: 5 and one that does not say; C: nothing known.
  @Test func whatIsUnknownIsCounted() {
    let heat = DegreesOfHeat([
      plan("A", share: 0.2, [scheme("plansInPlace", start: "2018-07-01", pence: 10_000), scheme("mature")]),
      plan(
        "B", share: 0.7,
        [
          scheme("exemplary", start: "01/10/2017", pence: 60_000),
          scheme("nearly", start: "soon", pence: 5000),
        ]),
      plan("C", share: 0.1, people: 0, [scheme()]),
    ])
    #expect(heat.plans.map(\.plan.code) == ["B", "A", "C"])
    #expect(MaturityLevel.allCases.map(heat.schemes) == [0, 1, 0, 1, 1])
    #expect(heat.unknownMaturity == 2 && heat.unknownStarts == 3 && heat.schemesWithoutAmount == 2)
    #expect(heat.maturity.least.map(\.plan.code) == ["A"] && heat.maturity.most.map(\.plan.code) == ["B"])
    #expect(heat.levelsApart == 2)
    #expect(heat.starts.least.map(\.plan.code) == ["B"] && heat.starts.most.map(\.plan.code) == ["A"])
    #expect(heat.monthsApart == 9)
    // £100 and £650 over 100 people; nobody lives in C.
    #expect(heat.plans.map(\.poundsPerHead) == [6.5, 1, nil])
    #expect(heat.poundsPerHead.most.map(\.plan.code) == ["B"] && heat.poundsRatio == 6.5)
  }

  @Test func plansThatAreAlikeAreAllBoth() {
    let heat = DegreesOfHeat([
      plan("B", [scheme("mature", start: "2018", pence: 100)]),
      plan("A", [scheme("established"), scheme("exemplary", start: "2018", pence: 100)]),
    ])
    #expect(!heat.maturity.differ && heat.maturity.least.map(\.plan.code) == ["A", "B"])
    #expect(heat.levelsApart == 0 && !heat.starts.differ && heat.poundsRatio == 1)
    // A year has no month.
    #expect(heat.monthsApart == nil)
  }

  @Test func nothingKnownIsNothing() {
    let heat = DegreesOfHeat([plan("A", people: nil, [scheme(pence: 100)]), plan("B", people: nil, [])])
    #expect(heat.maturity.least.isEmpty && heat.maturity.most.isEmpty && !heat.maturity.differ)
    #expect(heat.levelsApart == nil && heat.monthsApart == nil && heat.poundsRatio == nil)
    #expect(heat.plans.map(\.amount) == [Money(pence: 100), nil])
    #expect(heat.unknownMaturity == 1 && heat.unknownStarts == 1)
    #expect(DegreesOfHeat([]).plans.isEmpty)
  }

  /// The first scheme of a plan says when it began.
  @Test func firstAndLastSchemes() {
    let heat = plan(
      "A",
      [
        scheme(start: "2019-04-01"), scheme(start: "2017-10-01"), scheme(start: "2020-01-15"), scheme(),
      ])
    #expect(heat.firstStart == "2017-10-01" && heat.lastStart == "2020-01-15" && heat.unknownStarts == 1)
  }

  @Test func theOrderOfPlansChangesNothing() {
    let plans = [
      plan("A", share: 0.1, [scheme("mature")]), plan("B", share: 0.3, [scheme("mature")]),
      plan("C", share: 0.3, [scheme("exemplary")]),
    ]
    #expect(DegreesOfHeat(plans) == DegreesOfHeat(plans.reversed()))
    #expect(DegreesOfHeat(plans).maturity.least.map(\.plan.code) == ["A", "B"])
  }
}
