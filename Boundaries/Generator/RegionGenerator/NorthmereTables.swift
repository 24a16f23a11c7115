/// The region's tables in the columns of the data package.
enum NorthmereTables {
  /// Residents of every brick.
  static func population(_ bricks: Layer, _ population: Population) -> CSVText {
    CSVText(
      name: "population", role: "population", path: "population.csv", header: ["brick_code", "population"],
      rows: zip(bricks.codes, population.residents).map { [$0, String($1)] })
  }

  /// Admissions of every brick to every trust, suppressed ones left out.
  static func flows(_ bricks: Layer, _ trusts: Layer, _ flows: Flows) -> CSVText {
    var rows: [[String]] = []
    for (brick, patients) in flows.patients.enumerated() {
      for (trust, count) in patients.enumerated() where count > 0 {
        rows.append([
          bricks.codes[brick], trusts.codes[trust], flows.proportion(brick: brick, trust: trust),
          String(count), String(flows.admissions[brick]),
        ])
      }
    }
    return CSVText(
      name: "flows", role: "flows", path: "flows.csv",
      header: ["brick_code", "trust_code", "proportion", "patients", "total_patients"], rows: rows)
  }

  /// The areas every brick belongs to: the truth about who overlaps whom.
  static func lookup(_ bricks: Layer, _ layers: [Layer]) -> CSVText {
    CSVText(
      name: "lookup", role: "lookup", path: "lookup.csv",
      header: [bricks.codeField] + layers.map(\.codeField),
      rows: bricks.codes.indices.map { brick in
        [bricks.codes[brick]] + layers.map { $0.codes[$0.areaOf[brick]] }
      })
  }

  /// Codes and names of all organisations.
  static func organisations(_ layers: [Layer]) -> CSVText {
    CSVText(
      name: "organisations", role: "organisations", path: "organisations.csv",
      header: ["code", "name", "kind"],
      rows: layers.flatMap { layer in zip(layer.codes, layer.names).map { [$0, $1, layer.role] } })
  }

  /// The five tables of the Better Care Fund.
  static func betterCareFund(_ plans: Plans) -> [CSVText] {
    func table(_ name: String, _ header: String, _ rows: [[String]]) -> CSVText {
      CSVText(
        name: name, role: "bcf-\(name)", path: "bcf/\(name).csv",
        header: header.split(separator: " ").map(String.init), rows: rows)
    }
    return [
      table("plans", "plan_id hwb_code name period_start period_end status", plans.plans),
      table("partners", "plan_id org_code org_kind org_name signatory", plans.partners),
      table("contributions", "plan_id org_code kind amount_gbp", plans.contributions),
      table(
        "schemes",
        "plan_id scheme_id name type subtype hicm commissioner funding_source amount_gbp start_date "
          + "configuration maturity", plans.schemes),
      table("metrics", "plan_id metric baseline target unit", plans.metrics),
    ]
  }
}
