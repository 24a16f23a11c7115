/// Who fails which policy test.
public struct AuditResult: AnalysisResult {
  let request: AuditRequest
  /// The tests that were held against layers.
  var tests: [Tested] = []
  /// The areas that fail, test by test.
  private(set) var failures: [Failure] = []
  /// The same, all of them.
  private var all: [Failure] = []
  /// Tests that could not be held against a layer, and why.
  var skipped: [(test: PolicyPreset, layer: String, reason: String)] = []

  /// A test held against a layer.
  struct Tested: Sendable {
    let test: PolicyPreset
    let x, y: PreparedLayer
    let unit: MassUnit
    let met: Int
    /// The people, or the ground, of those that fail.
    let mass: Double
  }

  /// An area that fails.
  struct Failure: Sendable {
    let test: PolicyPreset
    let layer, against: String
    let unit: NamedCode
    let mass: Double
    let massUnit: MassUnit
    let value: Double
    let best: NamedCode?
    let shortfall: Double
    let move: PolicyMove?
  }

  init(request: AuditRequest) { self.request = request }

  /// Adds areas that fail a test, by what they fall short.
  mutating func add(_ failures: [Failure]) {
    all += failures.sorted { ($1.shortfall, $0.unit.code) < ($0.shortfall, $1.unit.code) }
    self.failures = all
  }

  /// The areas that were judged.
  public var listable: [NamedCode] { tests.flatMap(\.x.units) }

  /// Areas that fail.
  public mutating func list(_ choice: inout RowChoice) {
    failures = choice.rows(failures, Self.failureFields) { [$0.unit] }
  }

  /// What was asked for.
  public static let parameters: [Field<AuditResult>] = [
    .texts("layers", "layers", "the two layers; empty for the package") { $0.request.layers },
    .texts("presets", "tests", "the tests asked for; empty for all") { $0.request.presets },
    .number("tolerance", "tolerance", decimals: 2, "the share at or above which an area counts as inside") {
      $0.request.tolerance
    },
    .text("membership", "membership", "how a small area in more than one area is counted") {
      $0.request.membership.rawValue
    },
  ]

  static let testFields: [Field<Tested>] = [
    .text("preset", "test", "the test’s name") { $0.test.name },
    .text("rule", "rule", "its rule, with its numbers") { $0.test.text },
    .text("source", "source", "where the rule comes from") { $0.test.source },
    .text("layer", "layer", "whose areas are judged") { $0.x.name },
    .text("against", "against", "by what") { $0.y.name },
    .count("areas", "areas", "how many there are") { $0.x.count },
    .count("met", "pass", "how many pass") { $0.met },
    .people("failing_population", "people of those that fail", "their people; null by area") {
      $0.unit == .people ? $0.mass : nil
    },
  ]

  static let failureFields: [Field<Failure>] = [
    .text("preset", "test", "the test that it fails") { $0.test.name },
    .text("layer", "layer", "the layer that it is an area of") { $0.layer },
    .text("against", "against", "the layer that it is judged by") { $0.against },
    .text("code", "code", "its code") { $0.unit.code },
    .text("name", "name", "its name") { $0.unit.name },
    .people("population", "people", "its people; null by area") { $0.massUnit == .people ? $0.mass : nil },
    .number("value", "value", decimals: 3, "the number that the rule asks about: a share, or people") {
      $0.value
    },
    .number("limit", "limit", decimals: 3, "the number from which on it passes; null where there are two") {
      $0.test.rule.limit
    },
    .people("short", "short", "the people by which it falls short; null by area") {
      $0.massUnit == .people ? $0.shortfall : nil
    },
    .number("short_m2", "short", decimals: 0, "the ground in m2 by which it falls short; null by people") {
      $0.massUnit == .people ? nil : $0.shortfall
    },
    .text("best_code", "best partner", "the code of the area that holds most of it") { $0.best?.code },
    .text("best_name", "best partner", "its name") { $0.best?.name },
    .text(
      "move", "smallest change that passes",
      "the change of fewest people after which it passes, and nobody else fails who passed; null where no single change will do, or none was looked for"
    ) { $0.move?.sentence },
    .people("move_population", "people moved", "the people who would change areas") { $0.move?.people },
  ]

  /// The tests, then who fails.
  public static let fields: [Field<AuditResult>] = [
    .records("tests", "the tests that were held against layers", testFields) { $0.tests },
    .records("failures", "the areas that fail, those that fall short most first", failureFields) {
      $0.failures
    },
  ]

  /// Who fails, and the tests.
  public static let tables: [TableDeclaration<AuditResult>] = [
    TableDeclaration("failures", "one row per area and test that it fails", failureFields) {
      (result: AuditResult) in result.failures
    },
    TableDeclaration("tests", "one row per test and layer", testFields) { (result: AuditResult) in
      result.tests
    },
  ]

  /// What a shortfall is.
  public var notes: [Note] {
    [
      Note(
        "short: how many more people would have to be where the rule wants them. A change is one merger of neighbours, or small areas on a border given to the neighbour, of either layer."
      )
    ]
      + skipped.map { Note("\($0.test.name) was not held against \($0.layer): \($0.reason).") }
  }
}

extension AuditResult: DocumentedResult {
  /// Test by test: how many pass, who does not.
  public var document: Document {
    let areas = tests.reduce(0) { $0 + $1.x.count }
    let met = tests.reduce(0) { $0 + $1.met }
    var blocks: [Document.Block] = [
      .paragraph(
        "\(Wording.plural(tests.count, "test")) held against layers; \(Wording.grouped(met)) of \(Wording.plural(areas, "verdict")) \(Wording.form(met, "is", "are")) that the area passes."
      ),
      .table(
        Table("tests", Self.testFields, rows: tests).selecting([
          "preset", "layer", "against", "areas", "met", "failing_population",
        ])),
    ]
    for tested in tests {
      let own = failures.filter {
        $0.test == tested.test && $0.layer == tested.x.name && $0.against == tested.y.name
      }
      blocks += [
        .heading("\(tested.test.name): \(tested.x.heading) against \(tested.y.heading)"),
        .paragraph("\(Wording.sentence(tested.test.text)). Source: \(tested.test.source)."),
      ]
      if tested.met == tested.x.count {
        blocks.append(.paragraph("All pass."))
      } else if !own.isEmpty {
        let table = Table("failures", Self.failureFields, rows: own)
        let counts = tested.unit == .people
        let hasMoves = own.contains { $0.move != nil }
        blocks.append(
          .table(
            table.selecting(
              ["code", "name"] + (counts ? ["population"] : []) + ["value", "limit"]
                + (counts ? ["short"] : ["short_m2"]) + ["best_name"]
                + (hasMoves ? ["move", "move_population"] : [])
            ).showing(leavingOut: ["best_name", "limit"])))
      }
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "Policy audit", blocks: blocks)
  }
}
