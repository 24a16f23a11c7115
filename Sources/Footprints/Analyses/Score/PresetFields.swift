/// What outputs say about policy tests.
enum PresetFields {
  /// A test with its numbers.
  static let all: [Field<PolicyPreset>] =
    rule { $0 } + [
      .records(
        "numbers", "the numbers of the rule, each of which a request can replace",
        [
          .text("name", "name", "its name") { $0.name },
          .number("value", "value", decimals: 2, "the number: a share, or people") { $0.value },
          .flag("given", "given", "whether it was given in place of the usual one") { $0.isGiven },
        ] as [Field<PolicyPreset.Number>]
      ) { $0.numbers }
    ]

  /// A test that does not apply.
  static let notApplied: [Field<CoterminosityScores.NotApplied>] =
    rule { $0.preset } + [
      .text("because", "because", "why it says nothing about these layers") { $0.reason }
    ]

  private static func rule<Record>(
    _ preset: @escaping @Sendable (Record) -> PolicyPreset
  ) -> [Field<Record>] {
    [
      .text("name", "name", "the test’s name") { preset($0).name },
      .text("rule", "rule", "the rule, with its numbers") { preset($0).text },
      .text("source", "source", "where the rule comes from") { preset($0).source },
    ]
  }
}

extension CoterminosityScores.NotApplied {
  /// Why the test does not apply, a phrase.
  var reason: String {
    switch obstacle {
    case .otherTiers: "it is about \(preset.subject)"
    case .noPeople: "it needs people, and these layers are compared by something else"
    }
  }
}
