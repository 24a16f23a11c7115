/// The columns of the Better Care Fund tables, by the names that they have in packages and in exports of planning
/// templates.
enum PlanColumns {
  static let plan = ColumnNames("plan_id")
  static let boards = ColumnNames("hwb_code", "hwb", "utla_code")
  static let planName = ColumnNames("name", "plan_name")
  static let periodStart = ColumnNames("period_start")
  static let periodEnd = ColumnNames("period_end")
  static let status = ColumnNames("status", "plan_status")

  static let organisation = ColumnNames("org_code")
  static let kind = ColumnNames("org_kind", "kind")
  static let organisationName = ColumnNames("org_name", "name")
  static let signatory = ColumnNames(
    "signatory", "signatory_yn", "is_signatory", "signs", "signed", hints: ["sign"])

  static let amount = ColumnNames(
    "amount_gbp", "amount", "expenditure_gbp", "expenditure", "cost_gbp", "cost",
    hints: ["amount", "expenditure", "cost", "spend", "gbp"])

  static let scheme = ColumnNames("scheme_id")
  static let schemeName = ColumnNames("scheme_name", "name")
  /// A planning template says in a column `type` whether a scheme is new; where both are there, the longer name is meant.
  static let type = ColumnNames("scheme_type", "type", called: "type")
  static let subtype = ColumnNames("scheme_subtype", "subtype", "sub_types", hints: ["subtype"])
  static let family = ColumnNames("family", "type_family")
  static let changes = ColumnNames("hicm", "hicm_number", "hicm_change", hints: ["hicm", "impactchange"])
  static let commissioner = ColumnNames("commissioner")
  static let fundingSource = ColumnNames("funding_source", "source_of_funding")
  static let startDate = ColumnNames("start_date")
  static let configuration = ColumnNames("configuration")
  static let maturity = ColumnNames("maturity")

  /// The columns of a table of processes.
  enum Process {
    static let name = ColumnNames("process", "process_name")
    static let also = ColumnNames("also", "also_called", "other_names")
    static let summary = ColumnNames("summary", "description")
    static let changes = ColumnNames(
      "hicm", "hicm_number", "hicm_numbers", "hicm_change", "hicm_changes", hints: ["hicm", "impactchange"])
    static let types = ColumnNames("scheme_type", "scheme_types", "type", "types", hints: ["type"])
    static let metrics = ColumnNames("metric", "metrics", hints: ["metric"])
    static let conditions = ColumnNames(
      "condition", "conditions", "national_condition", "national_conditions", hints: ["condition"])
    static let all = [name, also, summary, changes, types, metrics, conditions]
  }

  static let metric = ColumnNames("metric")
  static let baseline = ColumnNames("baseline")
  static let target = ColumnNames("target")
  static let unit = ColumnNames("unit")

  static let schemes = [
    plan, scheme, schemeName, type, subtype, changes, commissioner, fundingSource, amount, startDate,
    configuration, maturity, family,
  ]
  static let partners = [plan, organisation, kind, organisationName, signatory]

  /// The columns of the tables with a role; none that go by several names for a role that is not of a plan.
  static func columns(ofRole role: String) -> [ColumnNames] {
    switch role {
    case "bcf-plans": [plan, boards, planName, periodStart, periodEnd, status]
    case "bcf-partners": partners
    case "bcf-contributions": [plan, organisation, amount]
    case "bcf-schemes": schemes
    case "bcf-metrics": [plan, metric, baseline, target, unit]
    default: []
    }
  }
}
