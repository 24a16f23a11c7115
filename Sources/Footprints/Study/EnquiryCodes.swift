extension Enquiry {
  /// The package's tables of aliases as one; nil where it has none. Throws `badData` for one that cannot be used.
  func aliases() throws(FootprintsError) -> AliasTable? {
    let tables = try tables(role: "aliases")
    if tables.isEmpty { return nil }
    let all = try study.kept.value("aliases") { () throws(FootprintsError) in
      AliasTable(joining: try tables.map { (table) throws(FootprintsError) in try AliasTable(table) })
    }
    note(all.notices)
    return all
  }

  /// A layer whose areas are known by further codes of the package, and, where it is of trusts and has their codes only, as layers of
  /// catchments do, by the names of organisations.
  func identified(_ layer: PreparedLayer) -> PreparedLayer {
    var layer = layer
    if study.hasTable(role: "aliases") {
      let others = context("other codes of \(layer.name)") { () throws(FootprintsError) in
        let aliases = try aliases()
        return try study.kept.value("other codes") { () throws(FootprintsError) in aliases?.others ?? [:] }
      }
      if let others { layer = layer.known(by: others) }
    }
    guard layer.role == "trust", zip(layer.codes, layer.names).contains(where: ==) else { return layer }
    let names = context("the names of trusts") { () throws(FootprintsError) in try organisationNames() }
    return names.map(layer.naming) ?? layer
  }
}

extension Enquiry {
  /// The package's tables of successions as one. Throws `usage` where there is none, `badData` for one that cannot be used.
  func successions() throws(FootprintsError) -> SuccessionTable {
    guard let table = try table(role: "succession") else {
      throw FootprintsError(
        .usage, "the data package has no table of role 'succession'", file: study.package?.files.name,
        remedy:
          "Add one with the columns old_code and new_code, and date, kind and share where they are known.")
    }
    let successions = try study.kept.value("successions") { () throws(FootprintsError) in
      try SuccessionTable(table)
    }
    note(successions.notices)
    return successions
  }

  /// Warns of codes that something was said about because no area has them, and that ended: the tables that have them are of another
  /// year than the layers.
  func noteEndedCodes() {
    guard study.hasTable(role: "succession") else { return }
    let open = inputs.notices.filter { $0.severity == .warning && $0.code != "not-carried" }.flatMap(\.codes)
    if open.isEmpty { return }
    let ended = context("what became of codes") { () throws(FootprintsError) -> [String]? in
      let steps = try successions().steps
      var dates: [String: Set<String>] = [:]
      for step in steps where step.old != step.new { dates[step.old, default: []].insert(step.date) }
      let aliases = try aliases()?.others ?? [:]
      return Set(open).sorted().compactMap { code in
        let key = dates[code] == nil ? aliases[code]?.first { dates[$0] != nil } : code
        return key.flatMap { dates[$0] }.map { found in
          let when = found.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
          return when.isEmpty ? code : "\(code) (\(when))"
        }
      }
    }
    guard let ended, !ended.isEmpty else { return }
    note([
      Notice(
        .warning, "mixed-vintage",
        "\(CodeList(ended)) ended, by the table of successions: what has \(Wording.form(ended.count, "this code", "these codes")) is of another year than the layers; recode re-expresses a table on later codes"
      )
    ])
  }
}
