/// The catchments of trusts.
public struct CatchmentResult: AnalysisResult {
  let request: CatchmentAnalysis.Request
  /// The catchments by the method asked for, then by the others where methods are compared.
  let sets: [CatchmentSet]
  /// What is known of patients; nil without flows.
  let patients: CatchmentPatients?
  let bricks: Bricks
  let jobs: Int
  /// The rows that are listed: those of the method asked for.
  private(set) var catchments: [CatchmentSet.Row]
  /// The rows of all methods by the codes of trusts; empty unless methods are compared.
  private(set) var comparison: [CatchmentSet.Row]

  init(
    request: CatchmentAnalysis.Request, sets: [CatchmentSet], patients: CatchmentPatients?, bricks: Bricks,
    jobs: Int
  ) throws(FootprintsError) {
    var sets = sets
    for index in sets.indices.dropFirst() { sets[index].compare(with: sets[0], people: bricks.people) }
    var all: [CatchmentSet.Row] = sets.flatMap(\.rows)
    // A trust may be known to one method and not to another.
    var units: [NamedCode] = []
    for row in all where !units.contains(where: { $0.code == row.trust.code }) { units.append(row.trust) }
    if !request.trusts.isEmpty {
      let wanted = try request.trusts.map { (text) throws(FootprintsError) in
        units[try units.position(of: text, kind: ("trust", "trusts"))].code
      }
      all = all.filter { wanted.contains($0.trust.code) }
    }
    let main = sets[0].method
    catchments = all.filter { $0.method == main }
    let order = Dictionary(zip(sets.map(\.method), sets.indices)) { first, _ in first }
    comparison =
      sets.count < 2
      ? []
      : all.sorted {
        ($0.trust.code, order[$0.method] ?? 0) < ($1.trust.code, order[$1.method] ?? 0)
      }
    (self.request, self.sets, self.patients, self.bricks, self.jobs) = (request, sets, patients, bricks, jobs)
  }

  /// How catchments are made.
  public var method: CatchmentMethod { sets[0].method }

  /// The trusts.
  public var listable: [NamedCode] { catchments.map(\.trust) }

  /// The trusts that are listed.
  public mutating func list(_ choice: inout RowChoice) {
    catchments = choice.rows(catchments, Self.rowFields, main: "population") { [$0.trust] }
    if !comparison.isEmpty {
      comparison = choice.rows(comparison, Self.rowFields, main: "population") { [$0.trust] }
    }
  }

  /// The rows that a table and a file of shapes have.
  var rows: [CatchmentSet.Row] { comparison.isEmpty ? catchments : comparison }

  // MARK: Fields

  static let rowFields: [Field<CatchmentSet.Row>] = [
    .text("trust_code", "code", "the trust’s code") { $0.trust.code },
    .text("trust_name", "trust", "its name; the code where none is known") { $0.trust.name },
    .text("method", "method", "how the catchment is made") { $0.method.rawValue },
    .number(
      "threshold", "threshold", unit: .share, decimals: 2,
      "the proportion of patients at or above which a small area belongs to it; null for other methods"
    ) { $0.threshold },
    .count("bricks", "small areas", "how many small areas belong to it, in whole or in part") { $0.bricks },
    .count(
      "shared_bricks", "shared", "how many of them belong to catchments of other trusts as well"
    ) { $0.sharedBricks },
    .people("population", "people", "the people who live in it; by shares where small areas count in part") {
      $0.people
    },
    .area("area_m2", "area", "how large it is; null where the method makes no polygon") { $0.area },
    .count("parts", "parts", "how many polygons it consists of; null where there are none") { $0.parts },
    .count("holes", "holes", "how many holes they have; null where there are none") { $0.holes },
    .people(
      "patients", "patients", "all patients of the trust; null where the flows do not count them"
    ) { $0.patients },
    .share(
      "own_patients_share", "own patients",
      "the share of the trust’s patients who live in its catchment, people by proportions where patients are not counted; null for proportional catchments and without flows"
    ) { $0.ownPatientsShare },
    .share(
      "agreement", "agreement",
      "the people of both this catchment and the trust’s by the method asked for, of those in either; null for that method itself"
    ) { $0.agreement },
    .people(
      "population_low", "least people",
      "the fewest people it can have, given flows that are suppressed or rounded; null where no flows are used"
    ) { $0.bounds?.lowerBound },
    .people("population_high", "most people", "the most people it can have") { $0.bounds?.upperBound },
  ]

  static let otherFields: [Field<CatchmentPatients.Other>] = [
    .people("population", "people", "the people that the missing proportions stand for") { $0.people },
    .share("share", "share", "their share of the people of small areas with flows") { $0.share },
    .count("bricks", "small areas", "the small areas whose proportions sum to less than 1") { $0.bricks },
  ]

  /// What was asked for.
  public static let parameters: [Field<CatchmentResult>] = [
    .texts("trusts", "trusts", "the trusts asked for; all when empty") { $0.request.trusts },
    .text("method", "method", "how catchments are made") { $0.method.rawValue },
    .number("threshold", "threshold", unit: .share, decimals: 2, "the threshold of catchments by threshold") {
      result in
      result.sets.contains { $0.method == .threshold } ? result.request.threshold : nil
    },
    .text("sites", "sites", "the points of hospitals asked for; null for those of the package") {
      $0.request.sites
    },
    .text("membership", "membership", "how small areas in several areas of the trust layer count") {
      $0.request.membership.rawValue
    },
    .flag("compare", "compare", "whether all methods are put side by side") { $0.request.compare },
  ]

  /// The catchments.
  public static let fields: [Field<CatchmentResult>] = [
    .records("catchments", "the catchments by the method asked for, by the codes of trusts", rowFields) {
      $0.catchments
    },
    .records(
      "comparison", "every trust by every method there are data for; empty unless methods are compared",
      rowFields
    ) { $0.comparison },
    .record(
      "other", "patients whose trust is not told, because small flows are suppressed; null without flows",
      otherFields
    ) { $0.patients?.other },
  ]

  /// The catchments.
  public static let tables: [TableDeclaration<CatchmentResult>] = [
    TableDeclaration(
      "catchments", "one row per trust; where methods are compared, one per trust and method", rowFields
    ) { $0.rows }
  ]

  /// How the catchments came about.
  public var notes: [Note] {
    var notes = sets.map { set in
      Note("\(set.method.rawValue): \(set.method.explanation(threshold: request.threshold)).")
    }
    guard let patients else { return notes }
    let other = patients.other
    if other.bricks > 0 {
      notes.append(
        Note(
          "Small flows are suppressed: what is missing of the proportions of \(Wording.plural(other.bricks, "small area")) stands for \(Wording.people(other.people)), \(Wording.percent(other.share)) of those with flows, whose trusts are not told (“other”)."
        ))
    }
    if !patients.areCounted {
      notes.append(
        Note(
          "The flows do not count patients: shares of own patients take every small area’s people by its proportions."
        ))
    }
    return notes
  }
}
