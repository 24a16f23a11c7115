/// Which parts of a plan each process touches: the default list, or the user's own table.
public struct ProcessMap: Sendable, Equatable {
  /// The processes, in the order of the list.
  public let processes: [ProcessChange]
  /// What the reader of a table had to say.
  public let notices: [Notice]

  /// The default list. It is general knowledge of the field rather than a published standard, a starting
  /// point that a `process-map` table replaces.
  public static let standard = ProcessMap(
    processes: [
      ProcessChange(
        "expected-date-of-discharge",
        also: ["edd", "expected discharge date", "early discharge planning"],
        summary: "every patient has a date to go home by, set on admission",
        changes: [1],
        schemeTypes: ["HICM", "Integrated Care Planning and Navigation"],
        metrics: ["DTOC", "length of stay"],
        conditions: ["NC4"]),
      ProcessChange(
        "patient-flow-monitoring",
        also: ["patient flow", "flow monitoring"],
        summary: "beds, demand and delays are watched together in one system",
        changes: [2], schemeTypes: ["HICM", "Enablers for Integration"],
        metrics: ["DTOC", "length of stay"], conditions: ["NC4"]),
      ProcessChange(
        "integrated-discharge-team",
        also: ["idt", "discharge team", "multi-disciplinary discharge team"],
        summary: "hospital, community and social care staff plan discharge in one team",
        changes: [3],
        schemeTypes: ["HICM", "Integrated Care Planning and Navigation"],
        metrics: ["DTOC", "length of stay"],
        conditions: ["NC4"]),
      ProcessChange(
        "discharge-to-assess",
        also: ["d2a", "home first", "discharge 2 assess"],
        summary:
          "people leave once they no longer need a hospital bed, and are assessed at home or in a place to recover",
        changes: [4],
        schemeTypes: ["HICM", "Intermediate Care", "Home Care", "Personalised Care at Home"],
        metrics: ["DTOC", "reablement", "residential admissions"], conditions: ["NC4"]),
      ProcessChange(
        "seven-day-discharge",
        also: ["7-day discharge", "seven-day services", "7-day services"],
        summary: "people are discharged, and services take them on, on all seven days",
        changes: [5], schemeTypes: ["HICM", "Home Care", "Residential Placements"],
        metrics: ["DTOC", "length of stay"], conditions: ["NC4"]),
      ProcessChange(
        "trusted-assessor",
        also: ["ta", "trusted assessors", "trusted assessment"],
        summary: "one assessment counts for all providers, so that nobody waits for a second",
        changes: [6], schemeTypes: ["HICM", "Care Act", "Residential Placements"],
        metrics: ["DTOC", "residential admissions"], conditions: ["NC4"]),
      ProcessChange(
        "choice-policy",
        also: ["choice", "choice protocol", "focus on choice", "patient choice"],
        summary: "patients and families choose a home or care in time, by a rule that all partners share",
        changes: [7], schemeTypes: ["HICM", "Residential Placements"], metrics: ["DTOC"],
        conditions: ["NC4"]),
      ProcessChange(
        "care-home-in-reach",
        also: ["in-reach", "ehch", "enhanced health in care homes"],
        summary: "hospital and community staff go into care homes to keep residents well",
        changes: [8], schemeTypes: ["HICM", "Community Based Schemes"],
        metrics: ["NEA"], conditions: ["NC4"]),
      ProcessChange(
        "step-down-beds",
        also: ["step-down", "step-down care"],
        summary: "people recover in a bed outside the hospital before they go home",
        changes: [4], schemeTypes: ["Intermediate Care Services"],
        metrics: ["DTOC", "reablement"], conditions: ["NC3", "NC4"]),
      ProcessChange(
        "admission-avoidance",
        also: ["admissions avoidance", "ucr", "urgent community response"],
        summary: "people get urgent help at home instead of being admitted",
        changes: [],
        schemeTypes: ["Intermediate Care Services", "Community Based Schemes", "Prevention"],
        metrics: ["NEA"], conditions: ["NC3"]),
      ProcessChange(
        "equipment-and-adaptations",
        also: ["equipment", "adaptations", "community equipment"],
        summary: "aids, adaptations and housing are arranged so that people can go home and stay there",
        changes: [9],
        schemeTypes: ["Assistive Technologies", "DFG Related", "Housing Related"],
        metrics: ["DTOC", "residential admissions"], conditions: ["NC4"]),
    ])

  /// Makes a map from processes.
  public init(processes: [ProcessChange]) {
    self.processes = processes
    notices = []
  }

  /// Reads a `process-map` table: process, also, summary, hicm, scheme_type, metric, condition, lists joined by
  /// semicolons. Rows of the same process are combined.
  ///
  /// Throws `badData`: no column `process`, a row without one, an HICM number that is not one.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let columns = PlanColumns.Process.self
    let name = try table.requiredColumn(columns.name)
    let also = table.column(columns.also)
    let summary = table.column(columns.summary)
    let changes = table.column(columns.changes)
    let types = table.column(columns.types)
    let metrics = table.column(columns.metrics)
    let conditions = table.column(columns.conditions)
    var processes: [ProcessChange] = []
    var places: [String: Int] = [:]
    // What each process has of each list: a cell can hold tens of thousands.
    var known: [[Set<String>]] = []
    for row in 0..<table.count {
      let process = table.word(row, name)
      guard !process.isEmpty else { throw table.failure("a row names no process", row: row) }
      let place = places[process.fieldKey] ?? processes.count
      if place == processes.count {
        places[process.fieldKey] = place
        known.append([[], [], [], []])
        processes.append(
          ProcessChange(
            process, summary: table.word(row, summary), changes: [], schemeTypes: [], metrics: [],
            conditions: []))
      }
      processes[place].changes =
        Set(processes[place].changes + (try table.changeNumbers(row, changes))).sorted()
      func new(_ list: Int, _ column: Int?) -> [String] {
        table.word(row, column).listParts.filter { known[place][list].insert($0).inserted }
      }
      processes[place].schemeTypes += new(0, types)
      processes[place].metrics += new(1, metrics)
      processes[place].conditions += new(2, conditions)
      processes[place].also += new(3, also)
    }
    self.processes = processes
    notices =
      table.notices + Self.missing(table, processes)
      + Self.unseparated(table, [types, metrics, conditions].compactMap(\.self))
  }

  /// What a reader must know of columns that are missing, and of processes that touch nothing.
  private static func missing(_ table: CSVTable, _ processes: [ProcessChange]) -> [Notice] {
    let columns = PlanColumns.Process.self
    var notices = [
      table.missing(columns.changes, read: columns.all, isUsual: true, "no scheme matches by its change"),
      table.missing(columns.types, read: columns.all, isUsual: true, "no scheme matches by its type"),
    ].compactMap(\.self)
    let empty = processes.filter { $0.changes.isEmpty && $0.schemeTypes.isEmpty }.map(\.name)
    if !empty.isEmpty {
      notices.append(
        Notice(
          .warning, "process-without-schemes",
          "\(table.file): \(CodeList(empty)) \(Wording.form(empty.count, "has", "have")) neither hicm nor scheme_type, so that no scheme matches"
        ))
    }
    return notices
  }

  /// A warning about cells that look like lists joined by something else: they count as one value each, which nothing
  /// matches.
  private static func unseparated(_ table: CSVTable, _ columns: [Int]) -> [Notice] {
    let known = PhraseTree(standard.processes.flatMap { $0.schemeTypes + $0.metrics + $0.conditions })
    let rows = (0..<table.count).filter { row in
      columns.contains { column in
        table.word(row, column).listParts.contains { value in
          // Types have commas of their own; two that are known are a list.
          value.split { ",|/".contains($0) }.count { known.sharesBeginning(with: String($0).phrase) } > 1
        }
      }
    }
    if rows.isEmpty { return [] }
    return [
      Notice(
        .warning, "list-not-separated",
        "\(table.file): values that look like several are taken as one (\(table.lines(of: rows))); join them by ;"
      )
    ]
  }

  /// The process with a name, its own or another that it has, whatever the letter case, spaces and punctuation; or an
  /// error that offers the nearest ones.
  public func process(named name: String) throws(FootprintsError) -> ProcessChange {
    let key = name.processKey
    if let process = processes.first(where: { $0.name.processKey == key }) { return process }
    let meant = processes.filter { $0.also.map(\.processKey).contains(key) }
    if meant.count == 1 { return meant[0] }
    if meant.count > 1 {
      throw FootprintsError(
        .usage, "'\(name)' is another name of \(Wording.list(meant.map(\.name)))",
        remedy: "Say which by its own name.")
    }
    // Nearly every short text is near a short name.
    let near = nearestNames(
      to: name, among: processes.flatMap { $0.also.filter { $0.count > 4 } + [$0.name] })
    let names = processes.filter { near.contains($0.name) || $0.also.contains(where: near.contains) }.map(
      \.name)
    throw FootprintsError(
      .usage, "unknown process '\(name)'",
      remedy: names.isEmpty
        ? suggestion(for: name, among: processes.map(\.name), kind: "processes")
        : "Did you mean \(names.joined(separator: ", "))?")
  }
}

extension String {
  /// The name of a process without what varies between people who type it: letter case, spaces and punctuation.
  fileprivate var processKey: String {
    String(lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
