extension PartnershipsResult: DocumentedResult {
  /// The answer, the plans, the partnerships, then the cells, whatever is out of line first.
  public var document: Document {
    var blocks: [Document.Block] = [.list(sentences)]
    if !plans.isEmpty {
      blocks += [.heading("Plans"), .table(planTable)]
    }
    if !partnerships.isEmpty {
      blocks += [.heading(Wording.sentence(layer.title.many)), .table(partnershipTable)]
    }
    if !cells.isEmpty {
      blocks += [.heading("Partnership, board and trust together"), .table(cellTable)]
    }
    blocks += [.heading("How to read the tables"), .list(legend)]
    if !notes.isEmpty { blocks += [.heading("Notes"), .notes(notes)] }
    return Document(
      title: "Better Care Fund plans and \(layer.title.many), by \(unit.noun)", blocks: blocks)
  }

  private var planTable: Table {
    let fields: [Field<PlanInPartnerships>] = [
      .text("plan_id", "plan", "") { $0.plan.code }, .text("name", "name", "") { $0.plan.name },
      .people("population", "people", "") { $0.mass }, .area("area_m2", "area", "") { $0.mass },
      .text("main", "main partnership", "") { $0.main?.partnership.name }.orElse("none"),
      .share("main_share", "in it", "") { $0.main?.planShare },
      .share("outside_share", "outside", "") { $0.outside },
      .count("partnerships", "partnerships", "") { $0.pairs.count },
      .number("effective", "effective", decimals: 2, "") { $0.effective },
    ]
    return Table("plans", fields, rows: plans).selecting([
      "plan_id", "name", mass, "main", "main_share", "outside_share", "partnerships", "effective",
    ]).showing(leavingOut: ["effective", "plan_id", mass, "partnerships"])
  }

  private var partnershipTable: Table {
    let fields: [Field<PartnershipWithPlans>] = [
      .text("code", "code", "") { $0.partnership.code }, .text("name", "name", "") { $0.partnership.name },
      .people("population", "people", "") { $0.mass }, .area("area_m2", "area", "") { $0.mass },
      .count("plans", "plans", "") { $0.pairs.count },
      .number("effective", "effective", decimals: 2, "") { $0.effective },
      .text("largest", "largest plan", "") { row in row.pairs.first.map { name($0.plan) } }.orElse("none"),
      .share("largest_share", "its share", "") { $0.pairs.first?.partnershipShare },
      .share("outside", "in no plan", "") { $0.outsidePlans },
    ]
    return Table("partnerships", fields, rows: partnerships).selecting([
      "code", "name", mass, "plans", "effective", "largest", "largest_share", "outside",
    ]).showing(mostOf: mass, leavingOut: ["effective", "code", "outside", mass])
  }

  private var cellTable: Table {
    let why: Field<PartnershipCells.Cell> = .text("why", "out of line", "") {
      $0.reasons.map(\.words).joined(separator: "; ")
    }
    return Table("cells", Self.cellFields + [why], rows: cells).selecting([
      "partnership_name", "hwb_name", "trust_name", "population", "hwb_share", "trust_share", "why",
    ]).showing(leavingOut: ["hwb_share", "trust_share"])
  }

  private var mass: String { countsPeople ? "population" : "area_m2" }

  private var legend: [String] {
    var lines = [
      "in it, outside: the part of the plan’s \(unit.noun) in its main partnership, which holds most of it, and elsewhere. Plans are out of line from \(Wording.setting(request.outside)) outside on, and come first.",
      "effective: how many equal partnerships, or plans, would mean the same spread (Shannon).",
    ]
    if !cells.isEmpty {
      lines.append(
        "Of partnership, board and trust together, those are out of line whose board or whose trust has more people in another partnership, and the corners: at least half of the people use a trust of whose catchment they are less than a quarter."
      )
    }
    return lines
  }
}
