/// The Better Care Fund plans of a data package, from its five tables, or of a program.
public struct BetterCareFundPlans: Sendable {
  /// The plans, in the order of the file.
  public private(set) var plans: [BetterCareFundPlan]
  /// What the reader had to say.
  public private(set) var notices: [Notice]

  private var places: [String: Int]

  /// Reads the tables; only `plans` is needed.
  ///
  /// Words for which the field has code lists are kept as they are: an unknown kind of organisation, scheme
  /// type or maturity is never an error. Partners without a name take that of their code in `names`.
  ///
  /// Throws `badData`, with file and line: a missing column, a repeated plan, a row of a plan that is not in
  /// `plans` (with the nearest ones), an amount that is not money, an HICM number that is not one.
  package init(
    plans table: CSVTable, partners: CSVTable? = nil, contributions: CSVTable? = nil,
    schemes: CSVTable? = nil, metrics: CSVTable? = nil, aliases: AliasTable? = nil,
    names: [String: String] = [:]
  ) throws(FootprintsError) {
    plans = []
    notices = table.notices
    places = [:]
    try readPlans(table)
    if let partners { try readPartners(partners, names: names) }
    if let contributions { try readContributions(contributions) }
    if let schemes { try readSchemes(schemes) }
    if let metrics { try readMetrics(metrics) }
    identifyPartners(aliases: aliases)
  }

  /// Gives a plan other partners. One that takes part in some plan already is the same organisation there.
  mutating func setPartners(_ partners: [BetterCareFundPlan.Partner], ofPlanAt place: Int) {
    let known = Dictionary(plans.flatMap(\.partners).map { ($0.organisation.code.codeKey, $0.identity) }) {
      a, _ in a
    }
    plans[place].partners = partners.map { partner in
      var copy = partner
      copy.identity = known[partner.organisation.code.codeKey] ?? partner.identity
      return copy
    }
  }

  /// Makes one organisation of several, in every plan that any of them takes part in.
  mutating func mergePartners(_ codes: [String], into organisation: NamedCode) {
    let merged = Set(codes.map(\.codeKey))
    for place in plans.indices {
      let own = plans[place].partners.filter { merged.contains($0.organisation.code.codeKey) }
      guard let first = own.first else { continue }
      var partner = BetterCareFundPlan.Partner(
        organisation: organisation, kind: first.kind, isSignatory: own.contains(where: \.isSignatory))
      partner.identity = organisation.code.codeKey
      var kept: [BetterCareFundPlan.Partner] = []
      for other in plans[place].partners {
        guard merged.contains(other.organisation.code.codeKey) else {
          kept.append(other)
          continue
        }
        if !kept.contains(partner) { kept.append(partner) }
      }
      plans[place].partners = kept
    }
  }

  private mutating func identifyPartners(aliases: AliasTable? = nil) {
    let identities = PartnerIdentities(plans.map(\.partners), aliases: aliases)
    for plan in plans.indices {
      for partner in plans[plan].partners.indices {
        plans[plan].partners[partner].identity = identities.identity(of: plans[plan].partners[partner])
      }
    }
    notices += (aliases?.notices ?? []) + identities.notices
  }

  /// Takes plans that a program has put together.
  ///
  /// A board with several plans makes a notice. Throws `badData`: a repeated or empty identifier, a plan without
  /// a board, amounts that are too large to add up.
  ///
  /// - Parameter plans: the plans, in the order in which they are to be listed.
  public init(_ plans: [BetterCareFundPlan]) throws(FootprintsError) {
    self.plans = plans
    notices = []
    places = [:]
    var owners: [String: BetterCareFundPlan] = [:]
    var (contributed, spent) = (MoneyCheck(), MoneyCheck())
    for (place, plan) in plans.enumerated() {
      guard !plan.id.isEmpty else {
        throw FootprintsError(
          .badData, "a plan has no identifier", place: "plan \(place)", remedy: "Give it one.")
      }
      guard !plan.boards.isEmpty else {
        throw FootprintsError(
          .badData, "plan \(plan.id) has no board", remedy: "Give it the code of at least one.")
      }
      guard places.updateValue(place, forKey: plan.id) == nil else {
        throw FootprintsError(
          .badData, "plan \(plan.id) appears twice", remedy: "Give every plan an identifier of its own.")
      }
      let fits =
        plan.contributions.allSatisfy { contributed.add($0.amount) }
        && plan.schemes.flatMap(\.fundingLines).compactMap(\.amount).allSatisfy { spent.add($0) }
      guard fits else {
        throw FootprintsError(
          .badData, "the amounts are too large to add up", place: "plan \(plan.id)",
          remedy: "Amounts are pence: check that none is given in a smaller unit.")
      }
      noteSharedBoards(of: plan, &owners, source: "")
    }
    notePeriods(source: "")
    identifyPartners()
  }

  /// The plan with an identifier, or an error that offers the nearest ones.
  public func plan(_ id: String) throws(FootprintsError) -> BetterCareFundPlan {
    if let place = places[id] { return plans[place] }
    throw FootprintsError(
      .usage, "there is no plan \(id)",
      remedy: suggestion(for: id, among: plans.map(\.id), kind: "plans"))
  }

  private mutating func readPlans(_ table: CSVTable) throws(FootprintsError) {
    let id = try table.requiredColumn(PlanColumns.plan)
    let boards = try table.requiredColumn(PlanColumns.boards)
    let name = table.column(PlanColumns.planName)
    let start = table.column(PlanColumns.periodStart)
    let end = table.column(PlanColumns.periodEnd)
    let status = table.column(PlanColumns.status)
    var owners: [String: BetterCareFundPlan] = [:]
    for row in 0..<table.count {
      let plan = BetterCareFundPlan(
        id: table.word(row, id), boards: table.word(row, boards).listParts, name: table.word(row, name),
        periodStart: table.word(row, start), periodEnd: table.word(row, end),
        status: table.word(row, status))
      guard !plan.id.isEmpty else { throw table.failure("a plan has no plan_id", row: row) }
      guard !plan.boards.isEmpty else { throw table.failure("plan \(plan.id) has no hwb_code", row: row) }
      guard places.updateValue(plans.count, forKey: plan.id) == nil else {
        throw table.failure("plan \(plan.id) appears twice", row: row, remedy: "Keep one row for each plan.")
      }
      noteSharedBoards(of: plan, &owners, source: "\(table.file): ")
      plans.append(plan)
    }
    notePeriods(source: "\(table.file): ")
  }

  /// Warns of plans that begin in different years: people, money and signatures of one year do not add to those of
  /// another.
  private mutating func notePeriods(source: String) {
    var starts: [String: Int] = [:]
    for plan in plans where plan.isInForce {
      if let year = plan.startYear { starts[year, default: 0] += 1 }
    }
    guard starts.count > 1 else { return }
    let words = starts.sorted { $0.key < $1.key }.map { "\($0.key) (\(Wording.plural($0.value, "plan")))" }
    notices.append(
      Notice(
        .warning, "plans-of-several-periods",
        "\(source)plans begin in different years and count together: \(CodeList(words))"))
  }

  /// Warns of boards that belong to an earlier plan too; `owners` are the plans of the boards seen so far.
  private mutating func noteSharedBoards(
    of plan: BetterCareFundPlan, _ owners: inout [String: BetterCareFundPlan], source: String
  ) {
    guard plan.isInForce else {
      notices.append(
        Notice(
          .warning, "plan-not-in-force",
          "\(source)plan \(plan.id) is left out: its status is '\(plan.status)'"))
      return
    }
    for board in plan.boards {
      if let other = owners.updateValue(plan, forKey: board), other.id != plan.id {
        let starts = [other.startYear, plan.startYear].compactMap(\.self)
        let years = Set(starts).count < 2 ? "" : ", from \(starts[0]) and from \(starts[1])"
        notices.append(
          Notice(
            .warning, "board-with-several-plans",
            "\(source)the board \(board) has the plans \(other.id) and \(plan.id)\(years); its people count in both, and the money of both counts"
          ))
      }
    }
  }

  private mutating func readPartners(
    _ table: CSVTable, names: [String: String]
  ) throws(FootprintsError) {
    notices += table.notices
    let id = try table.requiredColumn(PlanColumns.plan)
    let code = try table.requiredColumn(PlanColumns.organisation)
    let kind = table.column(PlanColumns.kind)
    let name = table.column(PlanColumns.organisationName)
    let signatory = table.column(PlanColumns.signatory)
    if let notice = table.missing(
      PlanColumns.signatory, read: PlanColumns.partners, isUsual: true, "all partners are taken to sign")
    {
      notices.append(notice)
    }
    var (unsaid, nameless) = ([Int](), [Int]())
    for row in 0..<table.count {
      let place = try place(table, row, id)
      if table.word(row, code).isEmpty, table.word(row, name).isEmpty {
        nameless.append(row)
        continue
      }
      let text = table.word(row, signatory).lowercased()
      // A file without the column lists those who signed.
      let isSaid = signatory.map { table.has($0, in: row) } ?? false
      let signs = !isSaid || ["true", "yes", "y", "1", "t"].contains(text)
      guard signs || ["false", "no", "n", "0", "f", ""].contains(text) else {
        throw table.failure("signatory is \(text)", row: row, remedy: "Write true or false.")
      }
      if isSaid, text.isEmpty { unsaid.append(row) }
      var organisation = NamedCode(code: table.word(row, code), name: table.word(row, name))
      if organisation.name.isEmpty {
        organisation.name = names[organisation.code] ?? names[organisation.code.codeKey] ?? ""
      }
      plans[place].partners.append(
        .init(
          organisation: organisation,
          kind: table.word(row, kind), isSignatory: signs))
    }
    if !unsaid.isEmpty {
      notices.append(
        Notice(
          .warning, "signatory-unsaid",
          "\(table.file): \(Wording.plural(unsaid.count, "partner")) of whom it is not said whether they sign \(Wording.form(unsaid.count, "is", "are")) taken not to (\(table.lines(of: unsaid)))"
        ))
    }
    if !nameless.isEmpty {
      notices.append(
        Notice(
          .warning, "partner-without-name",
          "\(table.file): \(Wording.plural(nameless.count, "row")) with neither code nor name of a partner left out (\(table.lines(of: nameless)))"
        ))
    }
    let unsigned = plans.filter { plan in !plan.partners.contains(where: \.isSignatory) }
    if !unsigned.isEmpty {
      notices.append(
        Notice(
          .warning, "plan-without-signatory",
          "\(table.file): nobody signs \(Wording.plural(unsigned.count, "plan")): \(CodeList(unsigned.map(\.id)))",
          about: unsigned.map(\.id)))
    }
  }

  private mutating func readContributions(_ table: CSVTable) throws(FootprintsError) {
    notices += table.notices
    let id = try table.requiredColumn(PlanColumns.plan)
    let code = try table.requiredColumn(PlanColumns.organisation)
    let kind = try table.requiredColumn(named: "kind")
    let amount = try table.requiredColumn(PlanColumns.amount)
    var sum = MoneyCheck()
    for row in 0..<table.count {
      let place = try place(table, row, id)
      guard let money = try sum.money(table, row, amount) else {
        throw table.failure("a contribution has no amount", row: row)
      }
      plans[place].contributions.append(
        .init(organisation: table.word(row, code), kind: table.word(row, kind), amount: money))
    }
  }

  private mutating func readSchemes(_ table: CSVTable) throws(FootprintsError) {
    notices += table.notices
    var schemes = try SchemeTable(table)
    for row in 0..<table.count {
      try schemes.read(row, plan: try place(table, row, schemes.plan))
    }
    for (place, scheme) in schemes.schemes(notices: &notices) { plans[place].schemes.append(scheme) }
  }

  private mutating func readMetrics(_ table: CSVTable) throws(FootprintsError) {
    notices += table.notices
    let id = try table.requiredColumn(PlanColumns.plan)
    let metric = try table.requiredColumn(PlanColumns.metric)
    let baseline = table.column(PlanColumns.baseline)
    let target = table.column(PlanColumns.target)
    let unit = table.column(PlanColumns.unit)
    var withoutNumber: [Int] = []
    for row in 0..<table.count {
      let place = try place(table, row, id)
      let texts = [table.word(row, baseline), table.word(row, target)]
      let numbers = texts.map(NumberText.double)
      if zip(texts, numbers).contains(where: { !$0.isEmpty && $1 == nil }) { withoutNumber.append(row) }
      plans[place].metrics.append(
        .init(
          metric: table.word(row, metric), baseline: numbers[0], target: numbers[1],
          unit: table.word(row, unit)))
    }
    if !withoutNumber.isEmpty {
      notices.append(
        Notice(
          .warning, "metric-without-number",
          "\(table.file): a baseline or target that is not a number is left out "
            + "(\(table.lines(of: withoutNumber)))"))
    }
  }

  private func place(_ table: CSVTable, _ row: Int, _ column: Int) throws(FootprintsError) -> Int {
    let id = table.word(row, column)
    if let place = places[id] { return place }
    throw table.failure(
      "there is no plan \(id)", row: row, remedy: suggestion(for: id, among: plans.map(\.id), kind: "plans"))
  }
}
