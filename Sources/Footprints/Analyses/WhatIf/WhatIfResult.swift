/// The same before and after a scenario.
struct BeforeAfter<Value: Sendable>: Sendable {
  let before: Value
  let after: Value
}

/// What a scenario would do, and what would help.
public struct WhatIfResult: AnalysisResult {
  let request: WhatIfRequest
  let scenario: Scenario?
  /// The layer that changes; nil where none does.
  let layer: String?
  var scores: BeforeAfter<ScoreResult>?
  var impacts: BeforeAfter<ImpactResult>?
  var profiles: BeforeAfter<ProfileResult>?
  var suggestions: [Suggestion] = []
  /// The numbers of the system, those that change first.
  private(set) var measures: [Measure] = []
  /// The areas, those that change first.
  private(set) var units: [Unit] = []

  init(request: WhatIfRequest, scenario: Scenario?, layer: String?) {
    (self.request, self.scenario, self.layer) = (request, scenario, layer)
  }

  /// One number of the system.
  struct Measure: Sendable {
    let name: String
    let before: Double?
    let after: Double?
    var change: Double? { before.flatMap { before in after.map { $0 - before } } }
  }

  /// One area before and after; nil where it is not there.
  struct Unit: Sendable {
    let side: String
    let unit: NamedCode
    let before: UnitScores?
    let after: UnitScores?

    var isChanged: Bool { before != after }
  }

  /// Puts differences first.
  mutating func arrange() {
    guard let scores else { return }
    let (old, new) = (scores.before.systemNumbers, scores.after.systemNumbers)
    let all = old.map { number in
      Measure(
        name: number.name, before: number.value, after: new.first { $0.name == number.name }?.value ?? nil)
    }
    measures = all.filter { $0.before != $0.after } + all.filter { $0.before == $0.after }
    func key(_ unit: UnitScores) -> [String] { [unit.side.rawValue, unit.unit.code] }
    let before = Dictionary(scores.before.units.map { (key($0), $0) }) { a, _ in a }
    let after = Dictionary(scores.after.units.map { (key($0), $0) }) { a, _ in a }
    let keys = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    let units = keys.compactMap { key in
      (after[key] ?? before[key]).map {
        Unit(side: key[0], unit: $0.unit, before: before[key], after: after[key])
      }
    }
    self.units = units.filter(\.isChanged) + units.filter { !$0.isChanged }
  }

  /// The areas.
  public var listable: [NamedCode] { units.map(\.unit) }

  /// The areas that are listed.
  public mutating func list(_ choice: inout RowChoice) {
    units = choice.rows(units, Self.rowFields) { [$0.unit] }
  }

  // MARK: Fields

  static let measureFields: [Field<Measure>] = [
    .text("measure", "measure", "the number, as score has it") { $0.name },
    .number("before", "before", decimals: 3, "what it is") { $0.before },
    .number("after", "after", decimals: 3, "what it would be") { $0.after },
    .number("change", "change", decimals: 3, "the difference") { $0.change },
  ]

  static let rowFields: [Field<Unit>] = [
    .text("side", "side", "x or y: the layer that changes, or the other") { $0.side },
    .text("code", "code", "the area’s code") { $0.unit.code },
    .text("name", "name", "its name") { $0.unit.name },
    .flag("changed", "changed", "whether any number of it changes") { $0.isChanged },
    .mass("mass_before", "people before", "its people before; empty where it was not there") {
      $0.before?.mass
    },
    .mass("mass_after", "people after", "its people after; empty where it is gone") { $0.after?.mass },
    .text("best_partner_before", "best partner before", "the area that has most of it, before") {
      $0.before?.bestPartner?.code
    },
    .text("best_partner_after", "best partner after", "the same after") { $0.after?.bestPartner?.code },
    .share("best_share_before", "share before", "that share before") { $0.before?.bestShare },
    .share("best_share_after", "share after", "that share after") { $0.after?.bestShare },
    .count("partners_before", "partners before", "the areas that share people with it, before") {
      $0.before?.partners
    },
    .count("partners_after", "partners after", "the same after") { $0.after?.partners },
    .texts("verdicts_gained", "tests gained", "the policy tests that it meets after and not before") {
      $0.verdicts($0.after, butNot: $0.before)
    },
    .texts("verdicts_lost", "tests lost", "the policy tests that it met before and not after") {
      $0.verdicts($0.before, butNot: $0.after)
    },
  ]

  static let suggestionFields: [Field<Suggestion>] = [
    .text("change", "change", "the change in words") { $0.sentence },
    .text("kind", "kind", "merge or move") { $0.isMerger ? "merge" : "move" },
    .texts("codes", "codes", "the areas that merge, or the small areas that move") { $0.codes },
    .text("to", "to", "the code of the area that grows") { $0.target },
    .text("measure", "measure", "what it betters: a number of the system, or a policy test") { $0.measure },
    .number("before", "before", decimals: 4, "the number, or how many areas meet the test") { $0.before },
    .number("after", "after", decimals: 4, "the same after the change, from a full run") { $0.after },
    .number("gain", "gain", decimals: 4, "how much better that is") { $0.gain },
    .people("population", "people", "the people who change areas") { $0.people },
  ]

  private static func pair<Result: AnalysisResult>(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (WhatIfResult) -> BeforeAfter<Result>?
  ) -> Field<WhatIfResult> {
    .record(
      name, meaning,
      [
        .record("before", "before the scenario", Result.fields) { $0.before },
        .record("after", "after it", Result.fields) { $0.after },
      ] as [Field<BeforeAfter<Result>>]
    ) { value($0) }
  }

  /// What was asked for.
  public static let parameters: [Field<WhatIfResult>] = [
    .text("scenario", "scenario", "the file of the scenario; null without one") { $0.request.scenario },
    .text("layer", "layer", "the layer that changes") { $0.layer },
    .text("against", "against", "the layer that it is scored against") {
      $0.scores?.before.comparison.y.name ?? $0.request.against
    },
    .share("tolerance", "tolerance", "the share at or above which an area counts as wholly inside another") {
      $0.request.tolerance
    },
    .text("trust", "trust", "the trust whose impact is compared") { $0.request.trust },
    .text("process", "process", "the process that it changes") { $0.request.process },
    .text("profile", "profile", "the organisation whose profile is compared") { $0.request.profile },
    .count("suggest", "suggest", "how many changes are suggested") { $0.request.suggest },
    .text("measure", "measure", "what suggestions are to better; null for a policy test") {
      $0.request.preset == nil ? $0.request.measure : nil
    },
    .text("preset", "policy test", "the policy test that more areas are to meet") { $0.request.preset },
  ]

  /// The scenario, the system, the areas, impact and profile, and suggestions.
  public static let fields: [Field<WhatIfResult>] = [
    .record(
      "scenario", "what changes; null without a scenario",
      [
        .text("name", "name", "what it is called") { $0.name },
        .texts("changes", "changes", "the changes in words") { $0.changes.map(\.sentence) },
      ] as [Field<Scenario>]
    ) { $0.scenario },
    .record(
      "system", "the two layers as a whole, before and after; null where no layer changes",
      [
        .record("before", "before the scenario", ScoreResult.systemFields) { $0.before.scores.system },
        .record("after", "after it", ScoreResult.systemFields) { $0.after.scores.system },
      ] as [Field<BeforeAfter<ScoreResult>>]
    ) { $0.scores },
    .records("measures", "the numbers of the system one by one, those that change first", measureFields) {
      $0.measures
    },
    .records(
      "units", "every area of either layer, those that change first",
      [
        .text("side", "side", "x: the layer that changes, y: the other") { $0.side },
        .text("code", "code", "the area’s code") { $0.unit.code },
        .text("name", "name", "its name") { $0.unit.name },
        .flag("changed", "changed", "whether any number of it changes") { $0.isChanged },
        .record("before", "its scores before; null where it was not there", ScoreResult.unitFields) {
          $0.before
        },
        .record("after", "its scores after; null where it is gone", ScoreResult.unitFields) { $0.after },
      ] as [Field<Unit>]
    ) { $0.units },
    pair("impact", "the impact of a trust’s change of a process; null unless asked for") { $0.impacts },
    pair("profile", "the profile of an organisation; null unless asked for") { $0.profiles },
    .records(
      "suggestions", "single changes that would help, those that do most for the people who move first",
      suggestionFields
    ) {
      $0.suggestions
    },
  ]

  /// The areas, or what is suggested where nothing changes.
  public static let tables: [TableDeclaration<WhatIfResult>] = [
    TableDeclaration(
      TableDeclaration(
        "units",
        "one row per area of either layer, those that change first; what is suggested without a scenario",
        rowFields
      ) { $0.units },
      orElse: TableDeclaration("suggestions", "what is suggested", suggestionFields) { $0.suggestions },
      where: { $0.scenario == nil }),
    TableDeclaration("suggestions", "one row per change that would help", suggestionFields) {
      $0.suggestions
    },
  ]

  /// How areas change.
  public var notes: [Note] {
    var notes = [
      Note(
        "Areas change by whole small areas, each counted where most of it lies, before and after alike."
      )
    ]
    if request.suggest > 0 {
      notes.append(
        Note(
          "Suggested are single changes: two neighbours become one area, or a small area, or a group of them that the other layer cuts off, passes to a neighbour. None tears an area apart."
        ))
    }
    return notes
  }
}

extension WhatIfResult.Unit {
  fileprivate func verdicts(_ one: UnitScores?, butNot other: UnitScores?) -> [String] {
    func met(_ scores: UnitScores?) -> [String] { scores?.verdicts.filter(\.isMet).map(\.preset) ?? [] }
    // An area that is new or gone neither gains nor loses.
    guard one != nil, other != nil else { return [] }
    let had = met(other)
    return met(one).filter { !had.contains($0) }
  }
}

extension Suggestion {
  var isMerger: Bool { if case .merge = change { true } else { false } }

  var codes: [String] {
    switch change {
    case .merge(let codes, _, _): codes
    case .move(let bricks, _): bricks
    default: []
    }
  }

  var target: String? {
    switch change {
    case .merge(let codes, _, _): codes.first
    case .move(_, let code): code
    default: nil
    }
  }
}

extension ScoreResult {
  /// The numbers of the system by their names in the JSON: `rand`, `degree_of_fit.x_to_y`.
  var systemNumbers: [(name: String, value: Double?)] {
    func numbers(_ value: JSONValue, _ name: String) -> [(name: String, value: Double?)] {
      switch value {
      case .object(let members):
        members.flatMap { numbers($0.value, name.isEmpty ? $0.name : "\(name).\($0.name)") }
      case .integer, .number, .decimal: [(name, value.double)]
      case .null, .bool, .string, .array: []
      }
    }
    return numbers(Self.systemFields.object(of: scores.system), "")
  }
}
