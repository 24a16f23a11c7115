extension Enquiry {
  /// The processes and what they touch in a plan: those given, else the package's own table, else the default list.
  /// Throws `badData` for a table that cannot be used.
  public func processMap() throws(FootprintsError) -> ProcessMap {
    if let map = study.given.processes {
      note(map.notices)
      return map
    }
    guard let table = try table(role: "process-map") else { return .standard }
    let map = try study.kept.value("process map") { () throws(FootprintsError) in try ProcessMap(table) }
    note(map.notices)
    return map
  }

  /// The Better Care Fund plans. Throws `usage` when there are none.
  public func plans() throws(FootprintsError) -> BetterCareFundPlans {
    if let plans = study.given.plans {
      note(plans.notices)
      return plans
    }
    guard let table = try table(role: "bcf-plans") else {
      throw FootprintsError(
        .usage, "the data package has no table of role 'bcf-plans'", file: study.package?.files.name,
        remedy: "Add the plans, or choose another package.")
    }
    let (partners, contributions) = (
      try self.table(role: "bcf-partners"), try self.table(role: "bcf-contributions")
    )
    let (schemes, metrics) = (try self.table(role: "bcf-schemes"), try self.table(role: "bcf-metrics"))
    let aliases = try aliases()
    let names = context("the names of organisations") { () throws(FootprintsError) in
      try organisationNames()
    }
    let plans = try study.kept.value("plans") { () throws(FootprintsError) in
      try BetterCareFundPlans(
        plans: table, partners: partners, contributions: contributions, schemes: schemes, metrics: metrics,
        aliases: aliases, names: names ?? [:])
    }
    note(plans.notices)
    note(
      [
        ("bcf-schemes", schemes, "no plan has a scheme"),
        ("bcf-partners", partners, "no plan has a signatory"),
      ]
      .filter { $0.1 == nil }.map { role, _, consequence in
        Notice(.warning, "table-missing", "the package has no table of role '\(role)': \(consequence)")
      })
    return plans
  }

  /// The layer whose areas plans belong to: the boards' own, else the upper-tier authorities. Throws `usage` when
  /// there is neither.
  public func boards() throws(FootprintsError) -> PreparedLayer {
    try requiredLayer(role: study.hasLayer(role: "hwb") ? "hwb" : "utla")
  }

  /// The names of organisations by their codes; none without such a table. Throws `badData` for one that cannot be
  /// used.
  public func organisationNames() throws(FootprintsError) -> [String: String] {
    guard let table = try table(role: "organisations") else { return [:] }
    let organisations = try study.kept.value("organisations") { () throws(FootprintsError) in
      try OrganisationTable(table)
    }
    note(organisations.notices)
    return organisations.names
  }
}
