/// What outputs say about degrees of heat, wherever they are told.
enum HeatFields {
  static let all: [Field<DegreesOfHeat>] = [
    .record("maturity", "how mature the schemes are in the High Impact Change Model", maturity) { $0 },
    .record("start_dates", "when the schemes began", starts) { $0 },
    .record(
      "pounds_per_head",
      "what the schemes cost a head of the plan’s area; numbers are null where people are not counted",
      pounds
    ) { $0 },
    .records("plans", "plan by plan, the one that holds most first", plans) { $0.plans },
  ]

  private static let maturity: [Field<DegreesOfHeat>] = [
    .record(
      "levels", "how many schemes there are at each level",
      [
        .count("not_yet_established", "not yet established", "not yet established") {
          $0.schemes(at: .notYetEstablished)
        },
        .count("plans_in_place", "plans in place", "plans in place") { $0.schemes(at: .plansInPlace) },
        .count("established", "established", "established") { $0.schemes(at: .established) },
        .count("mature", "mature", "mature") { $0.schemes(at: .mature) },
        .count("exemplary", "exemplary", "exemplary") { $0.schemes(at: .exemplary) },
      ] as [Field<DegreesOfHeat>]
    ) { $0 },
    .count("unknown", "unknown", "how many schemes give no level, or a word that is none") {
      $0.unknownMaturity
    },
    .number(
      "levels_apart", "levels apart", decimals: 1,
      "how many levels lie between the means of the slowest and the fastest plan; null where none is known"
    ) { $0.levelsApart },
    .records("slowest", "the plans with the lowest mean level", extreme) { $0.maturity.least },
    .records("fastest", "the plans with the highest mean level", extreme) { $0.maturity.most },
  ]

  private static let starts: [Field<DegreesOfHeat>] = [
    .count("known", "known", "how many schemes give a date") { heat in
      heat.plans.reduce(0) { $0 + $1.schemes } - heat.unknownStarts
    },
    .count("unknown", "unknown", "how many give none, or what is no date") { $0.unknownStarts },
    .count(
      "months_apart", "months apart",
      "how many months the first scheme of the slowest plan began after that of the fastest; null where a month is not known"
    ) { $0.monthsApart },
    .records("slowest", "the plans whose first scheme began last", extreme) { $0.starts.most },
    .records("fastest", "the plans whose first scheme began first", extreme) { $0.starts.least },
  ]

  private static let pounds: [Field<DegreesOfHeat>] = [
    .number(
      "ratio", "ratio", decimals: 1, "how many times as many pounds a head the highest has as the lowest"
    ) { $0.poundsRatio },
    .count("schemes_without_amount", "without amount", "how many schemes give no amount") {
      $0.schemesWithoutAmount
    },
    .records("lowest", "the plans with the fewest pounds a head", extreme) { $0.poundsPerHead.least },
    .records("highest", "the plans with the most pounds a head", extreme) { $0.poundsPerHead.most },
  ]

  private static let extreme: [Field<PlanHeat>] = identity + values

  private static let identity: [Field<PlanHeat>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.code },
    .text("name", "name", "what it is called") { $0.plan.name },
  ]

  private static let values: [Field<PlanHeat>] = [
    .number(
      "mean_level", "mean level", decimals: 2,
      "the mean level of its schemes, 1 (not yet established) to 5 (exemplary); null where none is known"
    ) { $0.meanLevel },
    .text("first_start", "first began", "when the first of its schemes began; null where none gives a date") {
      $0.firstStart
    },
    .number(
      "pounds_per_head", "pounds a head", unit: .pounds, decimals: 2,
      "what its schemes cost over the people of its area; null where either is not known"
    ) { $0.poundsPerHead },
  ]

  static let plans: [Field<PlanHeat>] =
    identity + [
      .share("share", "share", "the share of the organisation that the plan holds") { $0.share },
      .count("schemes", "schemes", "how many of its schemes are meant") { $0.schemes },
    ] + values + [
      .text("lowest_level", "lowest", "the level of the least mature of them") {
        $0.levels.first.map { "\($0)" }
      },
      .text("highest_level", "highest", "the level of the most mature of them") {
        $0.levels.last.map { "\($0)" }
      },
      .count("maturity_unknown", "maturity unknown", "how many of them give no level") { $0.unknownMaturity },
      .text("last_start", "last began", "when the last of them began") { $0.lastStart },
      .count("start_unknown", "start unknown", "how many of them give no date") { $0.unknownStarts },
      .money("amount_gbp", "cost", "what those cost that give an amount; null where none does") { $0.amount },
      .count("schemes_without_amount", "without amount", "how many of them give no amount") {
        $0.schemesWithoutAmount
      },
    ]
}
