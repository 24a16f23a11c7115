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
