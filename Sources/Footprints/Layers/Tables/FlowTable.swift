/// Which part of each small area's hospital patients goes to which trust.
///
/// Source of the layout: OHID, "NHS Acute (Hospital) Trust Catchment Populations" (experimental). Small flows
/// are suppressed there, so the proportions of an area may sum to less than 1; the rest is "other".
package struct FlowTable: Sendable {
  /// The flow from one small area to one trust.
  package struct Flow: Sendable, Equatable {
    /// The code of the small area.
    package var brick: String
    /// The code of the trust.
    package var trust: String
    /// The part of the area's patients that the trust treats, 0...1.
    package var proportion: Double
    /// The patients, where the file gives them.
    package var patients: Double?

    /// Puts the parts together.
    package init(brick: String, trust: String, proportion: Double, patients: Double? = nil) {
      self.brick = brick
      self.trust = trust
      self.proportion = proportion
      self.patients = patients
    }
  }

  /// The flows, each pair of area and trust once, in the order of its first row.
  package let flows: [Flow]
  /// All patients of each small area, whichever trust treats them, where the file says so.
  package let patients: [String: Double]
  /// The file, for messages.
  package let file: String
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads the flows.
  ///
  /// A file of several years or admission types is cut to its latest year and to all admissions by
  /// ``FlowSelection``. Rows with the same area and trust are merged by ``FlowMerging``; codes that differ in letter
  /// case and padding alone are the same. A row of all trusts together is left out. The notices report everything.
  ///
  /// Throws `badData`: a missing column, a proportion outside 0...1, something that is not a number, several kinds of
  /// flows and none of all.
  package init(_ table: CSVTable, bricks: CodeIndex? = nil) throws(FootprintsError) {
    let columns = try Columns(table, bricks)
    var notices = table.notices
    let selection = try FlowSelection(table, columns)
    notices += selection.notices
    let rows = selection.rows
    let (brickWords, trustWords) = (
      rows.map { table.word($0, columns.brick) }, rows.map { table.word($0, columns.trust) }
    )
    let brickCodes = CodeSpellings(brickWords, of: bricks)
    let trustCodes = CodeSpellings(trustWords)
    notices += Notice.respelt(brickCodes.respeltForIndex, in: table.file, of: "the small areas")
    notices += Notice.spelling(brickCodes, in: table.file) + Notice.spelling(trustCodes, in: table.file)
    var flows: [FlowMerging.Row] = []
    flows.reserveCapacity(rows.count)
    var incomplete: [Int] = []
    var totals: [String: Double] = [:]
    for (place, row) in rows.enumerated() {
      let brick = brickCodes.code(brickWords[place])
      let trust = trustCodes.code(trustWords[place])
      guard !brick.isEmpty, !trust.isEmpty else {
        incomplete.append(row)
        continue
      }
      let patients = try Self.number(table, row, columns.patients)
      if let total = try Self.number(table, row, columns.totalPatients), total > totals[brick] ?? 0 {
        totals[brick] = total
      }
      guard let proportion = try columns.proportion(table, row) else {
        incomplete.append(row)
        continue
      }
      flows.append(
        .init(
          row: row, flow: Flow(brick: brick, trust: trust, proportion: proportion, patients: patients)))
    }
    notices += table.leftOut(incomplete, without: "area, trust or proportion")
    let merged = FlowMerging.merge(flows, table: table, details: selection.details, notices: &notices)
    let sums = Self.sums(of: merged)
    self.flows = FlowTotals.leftOut(of: merged, sums: sums, file: table.file, notices: &notices)
    self.patients = totals
    file = table.file
    Self.check(
      self.flows.count == merged.count ? sums : Self.sums(of: self.flows), file: table.file, notices: &notices
    )
    self.notices = notices
  }

  /// Puts the parts together. Precondition: each pair of area and trust once.
  package init(_ flows: [Flow], patients: [String: Double] = [:], of file: String, notices: [Notice] = []) {
    (self.flows, self.patients, self.file, self.notices) = (flows, patients, file, notices)
  }

  struct Columns {
    let brick: Int
    let trust: Int
    let share: Int?
    let patients: Int?
    let totalPatients: Int?

    init(_ table: CSVTable, _ bricks: CodeIndex?) throws(FootprintsError) {
      let trustField = FieldDetection.codeField(among: table.header, role: "trust")
      guard let trust = trustField.flatMap(table.header.firstIndex) else {
        throw table.missingColumn("trust_code")
      }
      let others = table.header.enumerated().filter { $0.offset != trust }
      let brickField = FieldDetection.codeField(among: others.map(\.element), role: "brick")
      let named = others.first(where: { $0.element == brickField })?.offset
      guard let brick = bricks.flatMap({ table.column(holding: $0, preferred: named) }) ?? named else {
        throw table.missingColumn("msoa_code")
      }
      self.brick = brick
      self.trust = trust
      share = table.column(named: "proportion", "share", "prop", "proportion_patients")
      patients = table.column(named: "patients")
      totalPatients = table.column(named: "total_patients", "msoa_total_patients")
      if share == nil, patients == nil || totalPatients == nil { throw table.missingColumn("proportion") }
    }

    /// The columns that are used.
    var used: Set<Int> { Set([brick, trust, share, patients, totalPatients].compactMap(\.self)) }

    /// The proportion, given or computed; nil where the row leaves it open.
    func proportion(_ table: CSVTable, _ row: Int) throws(FootprintsError) -> Double? {
      var value: Double?
      if let share {
        value = try FlowTable.number(table, row, share)
      } else if let patients = try FlowTable.number(table, row, patients),
        let total = try FlowTable.number(table, row, totalPatients), total > 0
      {
        value = patients / total
      }
      if let value, value > 1 {
        throw table.failure(
          "the proportion \(value) is above 1", row: row, remedy: "Give proportions, not percentages.")
      }
      return value
    }
  }

  private static func number(
    _ table: CSVTable, _ row: Int, _ column: Int?
  ) throws(FootprintsError) -> Double? {
    let text = table.word(row, column)
    guard !text.isEmpty, let column else { return nil }
    guard let number = NumberText.double(text), number >= 0 else {
      throw table.failure("\(table.header[column]) is \(text), not a number of 0 or more", row: row)
    }
    return number
  }

  /// The sum of the proportions of each small area.
  static func sums(of flows: [Flow]) -> [String: Double] {
    var sums: [String: Double] = [:]
    // Files list the flows of a small area together, so that it need not be looked up for each.
    var (brick, sum) = ("", 0.0)
    for flow in flows {
      if flow.brick != brick {
        if !brick.isEmpty { sums[brick, default: 0] += sum }
        (brick, sum) = (flow.brick, 0)
      }
      sum += flow.proportion
    }
    if !brick.isEmpty { sums[brick, default: 0] += sum }
    return sums
  }

  private static func check(_ sums: [String: Double], file: String, notices: inout [Notice]) {
    // Ten thousand rounded proportions cannot add up to more than this.
    let above = sums.filter { $0.value > 1 + 1e-6 }
    guard let worst = above.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    notices.append(
      Notice(
        .warning, "proportions-above-one",
        "\(file): the proportions of \(Wording.plural(above.count, "small area")) sum to more than 100%, the most those of \(worst.key) with \(Wording.number(worst.value * 100))%",
        about: above.keys.sorted())
    )
  }
}
