/// What changed between vintages of a layer.
public struct DiffResult: AnalysisResult {
  let request: DiffAnalysis.Request
  /// What changed from each vintage to the next.
  public let steps: [LayerChanges]
  /// The rows that are listed, step by step.
  private(set) var rows: [Row]

  /// A change with the names of its areas.
  struct Row: Sendable {
    /// The position of the step.
    let step: Int
    let from: String
    let to: String
    let old: NamedCode?
    let new: NamedCode?
    let change: LayerChanges.Row
    /// The pieces of ground of this row that changed hands are all but what stayed.
    var values: LayerComparison.Row { change.values }
  }

  init(request: DiffAnalysis.Request, steps: [LayerChanges]) throws(FootprintsError) {
    (self.request, self.steps) = (request, steps)
    let all = steps.enumerated().flatMap { place, step in
      step.rows.map { row in
        Row(
          step: place, from: step.comparison.x.name, to: step.comparison.y.name,
          old: row.old.map(step.comparison.x.unit), new: row.new.map(step.comparison.y.unit), change: row)
      }
    }
    rows =
      try request.place.map { (place) throws(FootprintsError) in
        try Self.timeLine(of: place, in: all, steps)
      } ?? all
  }

  /// The rows about what a place came from and what became of it.
  private static func timeLine(
    of place: String, in rows: [Row], _ steps: [LayerChanges]
  ) throws(FootprintsError) -> [Row] {
    let layers = steps.prefix(1).map(\.comparison.x) + steps.map(\.comparison.y)
    // The areas of each vintage that are meant, or lead to or from one that is.
    var codes: [Set<String>] = layers.map { layer in
      Set(layer.units.filter { $0.code.lowercased() == place.lowercased() }.map(\.code))
    }
    if codes.allSatisfy(\.isEmpty) {
      let units = layers.flatMap(\.units)
      let meant = Set(try units.positions(of: place, kind: ("area", "areas")).map { units[$0].code })
      codes = layers.map { layer in meant.intersection(layer.codes) }
    }
    let named = codes
    var kept: Set<Int> = []
    for step in steps.indices {
      for (index, row) in rows.enumerated() where row.step == step {
        guard let old = row.old?.code, codes[step].contains(old) else { continue }
        kept.insert(index)
        if let new = row.new?.code { codes[step + 1].insert(new) }
      }
    }
    codes = named
    for step in steps.indices.reversed() {
      for (index, row) in rows.enumerated() where row.step == step {
        guard let new = row.new?.code, codes[step + 1].contains(new) else { continue }
        kept.insert(index)
        if let old = row.old?.code { codes[step].insert(old) }
      }
    }
    return kept.sorted().map { rows[$0] }
  }

  /// The areas of all vintages.
  public var listable: [NamedCode] { steps.flatMap { $0.comparison.x.units + $0.comparison.y.units } }

  /// The changes that are listed.
  public mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(
      rows, Self.rowFields, showing: conditions, main: countsPeople ? "population" : "area_m2"
    ) {
      [$0.old, $0.new]
    }
  }

  var countsPeople: Bool { steps.contains { $0.comparison.population != nil } }

  var conditions: Set<Condition> { countsPeople ? [.people] : [] }

  /// How many rows there are of each kind, all of them.
  func count(_ kind: LayerChanges.Kind) -> Int {
    steps.reduce(0) { $0 + $1.rows.count { $0.kind == kind } }
  }

  // MARK: Fields

  static let rowFields: [Field<Row>] = [
    .text("from", "from", "the older layer") { $0.from },
    .text("to", "to", "the newer layer") { $0.to },
    .text("old_code", "old code", "code of the older area; empty for ground that was in none") {
      $0.old?.code
    },
    .text("old_name", "old name", "its name") { $0.old?.name },
    .text("new_code", "new code", "code of the newer area; empty for ground that is in none") {
      $0.new?.code
    },
    .text("new_name", "new name", "its name") { $0.new?.name },
    .text(
      "kind", "kind",
      "same, renamed, recoded (another code, the same border), moved (the border of an area that goes on, or ground that passed between two), split, merged, new, gone"
    ) { $0.change.kind.rawValue },
    .share(
      "old_share", "of old", "the share of the older area, by people where they are counted, else by area"
    ) {
      $0.values.xPeopleShare ?? $0.values.xShare
    },
    .share("new_share", "of new", "the share of the newer area") {
      $0.values.yPeopleShare ?? $0.values.yShare
    },
    .area("area_m2", "area", "the ground that both have, or that is in one alone") { $0.values.area },
    .people("population", "people", "the people who live there") { $0.values.people }.when(.people),
  ]

  /// What was asked for.
  public static let parameters: [Field<DiffResult>] = [
    .texts("vintages", "vintages", "the layers, oldest first") { result in
      result.steps.prefix(1).map(\.comparison.x.name) + result.steps.map(\.comparison.y.name)
    },
    .text("place", "place", "the place that is followed; null for all") { $0.request.place },
    .text("weights", "weights", "what shares are of: population or area") {
      $0.countsPeople ? MassUnit.people.rawValue : MassUnit.squareMetres.rawValue
    },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) {
      $0.countsPeople ? $0.request.membership.rawValue : nil
    },
    .number(
      "sliver_width_m", "sliver width", unit: .metres, decimals: 1,
      "ground narrower than this is the same border drawn otherwise; the widest of all steps"
    ) { $0.steps.map(\.comparison.sliverRule.width).max() },
  ]

  /// Counts, then every change.
  public static let fields: [Field<DiffResult>] = [
    .counts("summary", "how many rows there are of each kind") { result in
      LayerChanges.Kind.allCases.map { ($0.rawValue, result.count($0)) }
    },
    .records("areas", "what became of every area", rowFields, showing: { $0.conditions }) { $0.rows },
  ]

  /// The changes.
  public static let tables: [TableDeclaration<DiffResult>] = [
    TableDeclaration(
      "areas",
      "one row per pair of an older and a newer area with ground in common, and for what is in one alone",
      rowFields, showing: { $0.conditions }, rows: { $0.rows })
  ]

  /// What counts as moved.
  public var notes: [Note] {
    steps.map { step in
      let comparison = step.comparison
      return Note(
        "\(comparison.x.name) to \(comparison.y.name): ground narrower than \(Wording.decimal(comparison.sliverRule.width, 1)) m (\(comparison.sliverRule.reason)) is the same border drawn otherwise: \(Wording.plural(comparison.slivers.count, "sliver")), \(Wording.area(comparison.slivers.area)) in all."
      )
    }
  }
}
