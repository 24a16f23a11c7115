extension ImportPlansResult: DocumentedResult {
  /// The plans, then what is wrong.
  public var document: Document {
    let money = findings.filter { $0.difference != nil }
    let rest = findings.filter { $0.difference == nil && $0.severity != .information }
    let count = counts[.information] ?? 0
    var blocks: [Document.Block] = [
      .paragraph(
        "\(Wording.plural(plans.count, "plan")) read, \(Wording.plural(counts[.error] ?? 0, "error")) and \(Wording.plural(counts[.warning] ?? 0, "warning")) about them."
      ),
      .table(
        Table("plans", ImportFields.plans, rows: plans)
          .showing(leavingOut: ["workbook", "conditions", "metrics", "contributions", "hwb_name"])),
    ]
    if !errors.isEmpty {
      blocks += [.heading("Workbooks that could not be read"), .list(errors.map(\.description))]
    }
    if !money.isEmpty {
      blocks += [
        .heading("Amounts that do not agree"),
        .table(
          Table("differences", ImportFields.findings, rows: money).selecting([
            "plan_id", "sheet", "cell", "expected_gbp", "found_gbp", "difference_gbp", "message",
          ]).showing(leavingOut: ["expected_gbp", "found_gbp"])),
      ]
    }
    if !rest.isEmpty {
      blocks += [
        .heading("What was not understood"),
        .table(
          Table("findings", ImportFields.findings, rows: rest).selecting([
            "plan_id", "kind", "sheet", "cell", "message",
          ])),
      ]
    }
    if count > 0 {
      blocks.append(
        .paragraph(
          "\(Wording.plural(count, "finding")) for information only \(Wording.form(count, "is", "are")) in --format csv and json."
        ))
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "Better Care Fund workbooks", blocks: blocks)
  }
}
