// What a comparison of answers holds, field by field.

extension SensitivityResult {
  /// What was asked.
  public static let parameters: [Field<SensitivityResult>] = [
    .text("analysis", "analysis", "the analysis that was asked: overlap, score, impact or profile") {
      $0.analysis
    },
    .text("asked", "asked", "what it was asked about") { $0.asked },
    .texts("vary", "vary", "what was to be varied; everything that there are data for when empty") {
      $0.varied
    },
  ]

  /// The runs, and the conclusions of all.
  public static let fields: [Field<SensitivityResult>] = [
    .records("runs", "the answers that are compared, the question as it was asked first", runFields) {
      result in
      result.runs.indices.map {
        RunRow(name: result.names[$0], run: result.runs[$0], result: result, place: $0)
      }
    },
    .records("not_run", "what could not be asked", notRunFields) { $0.notRun },
    .record("summary", "how many conclusions hold", summaryFields) { $0 },
    .records(
      "conclusions", "every statement, those that flip first, then those within reach, then by people",
      commonFields + [.records("answers", "the answer of every run that has one", answerFields) { $0.told }]
    ) { $0.listed },
  ]

  /// The conclusions.
  public static let tables: [TableDeclaration<SensitivityResult>] = [
    TableDeclaration(
      "conclusions", "one row per conclusion, those that flip first",
      columns: commonFields.map(\.description) + [
        .init(
          name: "answer_of_run", title: "answer_NAME",
          meaning: "the answer of each run, by its name; empty where it says nothing about it", style: .text,
          isMap: true),
        .init(
          name: "value_of_run", title: "value_NAME", meaning: "the number behind it", style: .decimals(3),
          isMap: true),
      ], fields: { rowFields($0.names) }, rows: { $0.listed })
  ]

  /// The columns of the conclusions of some runs.
  static func rowFields(_ names: [String]) -> [Field<Row>] {
    commonFields
      + names.enumerated().map { place, name in
        .text("answer_\(name.column)", name, "its answer") { $0.answers[place]?.answer }
      }
      + names.enumerated().map { place, name in
        .number("value_\(name.column)", "\(name) value", decimals: 3, "its number") {
          $0.answers[place]?.value
        }
      }
  }

  private static let commonFields: [Field<Row>] = [
    .text(
      "kind", "conclusion",
      "relation, best_partner, verdict, most_in_corner, coterminous_count; touched, in_smallest_set, corner, rank, plans_touched, smallest_set_size, configurations, signatories; main_partner, lies_in_one"
    ) { $0.conclusion.kind },
    .text("detail", "of", "the policy test, tier, side or place that it is about; empty where there is none")
    {
      $0.conclusion.detail
    },
    .text("code", "code", "the code of whom it is about") { $0.conclusion.subject.code },
    .text("name", "name", "its name") { $0.conclusion.subject.name },
    .text("other_code", "with", "the code of who else it is about; empty for nobody") {
      $0.conclusion.other?.code
    },
    .text("other_name", "with name", "its name") { $0.conclusion.other?.name },
    .people("population", "people", "the people concerned; null where no run counts them") { $0.people },
    .flag("flips", "flips", "whether not all runs have the same answer") { !$0.flips.isEmpty },
    .texts("flips_in", "flips in", "the runs whose answer differs from the first") { $0.flips.map(\.run) },
    .flag(
      "within_reach", "within reach",
      "whether the answer could be another within what small areas that a border divides, and flows that are not told, leave open"
    ) { $0.conclusion.isWithinReach },
    .number("value", "value", decimals: 3, "the number behind the first answer; null where there is none") {
      $0.conclusion.value
    },
    .number("limit", "limit", decimals: 3, "the number at which that changes; null where there is none") {
      $0.conclusion.limit
    },
    .number("value_low", "least", decimals: 3, "the least that the number can be; null where not known") {
      $0.conclusion.reach?.lowerBound
    },
    .number("value_high", "most", decimals: 3, "the most that it can be; null where not known") {
      $0.conclusion.reach?.upperBound
    },
  ]

  private struct RunRow: Sendable {
    let name: String
    let run: Run
    let result: SensitivityResult
    let place: Int
  }

  private static let runFields: [Field<RunRow>] = [
    .text("run", "run", "its name") { $0.name },
    .text("setting", "setting", "what was set otherwise; null for the question as it was asked") {
      $0.run.setting?.name
    },
    .text("value", "value", "to what") { $0.run.setting?.value },
    .texts("settings", "made by", "what decided the answer") { $0.run.settings.map(\.text) },
    .count("conclusions", "conclusions", "how many statements it makes") { $0.run.conclusions.count },
    .count("flips", "flips", "how many conclusions have another answer than the first run that has one") {
      row in
      row.result.conclusions.count { conclusion in conclusion.flips.contains { $0.run == row.name } }
    },
  ]

  private static let notRunFields: [Field<NotRun>] = [
    .text("run", "run", "what was to be set") { $0.setting.text },
    .text("reason", "reason", "why it could not be asked") { $0.reason },
  ]

  private static let summaryFields: [Field<SensitivityResult>] = [
    .count("conclusions", "conclusions", "how many there are") { $0.conclusions.count },
    .count("flips", "flips", "how many have not the same answer in all runs") { result in
      result.conclusions.count { !$0.flips.isEmpty }
    },
    .count("within_reach", "within reach", "how many others could have another answer") { result in
      result.conclusions.count { $0.flips.isEmpty && $0.conclusion.isWithinReach }
    },
  ]

  private static let answerFields: [Field<Row.Answer>] = [
    .text("run", "run", "the run") { $0.run },
    .text("answer", "answer", "its answer") { $0.answer },
    .text("words", "words", "the same as people read it") { $0.words },
    .number("value", "value", decimals: 3, "the number behind it; null where there is none") { $0.value },
  ]
}

extension SensitivityResult.Row {
  /// The answers that there are.
  var told: [Answer] { answers.compactMap(\.self) }
}

extension String {
  /// The name of a run as a part of a column's: "sliver_width_100" from "sliver-width=100".
  fileprivate var column: String { String(map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "_" }) }
}
