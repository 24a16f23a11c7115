extension ProfileResult: DocumentedResult {
  /// The sentences, then a table of partners for each tier.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(introduction), .list(sentences)]
    for profile in tiers where !partners(in: profile.tier).isEmpty {
      let corner = "Corner index \(Wording.decimal(profile.cornerIndex, 2))"
      let partners = "effective partners \(Wording.decimal(profile.effectivePartners, 1))"
      blocks += [
        .heading("Among \(profile.tier.title.place.many)"),
        .paragraph(
          "\(corner), \(partners).\(profile.basis.map { " " + $0.sentence(of: "of \(organisation.name)") } ?? "")"
        ),
        .table(table(profile)),
      ]
    }
    if let heatText, heatText.hasSpread {
      blocks += [
        .heading("How far its Better Care Fund plans have come"), .list(heatText.lines),
        .table(heatText.table),
      ]
    }
    blocks += [.heading("How to read the tables"), .list(legend)]
    if !notes.isEmpty { blocks += [.heading("Notes"), .notes(notes)] }
    let code = organisation.name == organisation.code ? "" : " (\(organisation.code))"
    return Document(title: "Profile of \(organisation.name)\(code), by \(unit.noun)", blocks: blocks)
  }

  private var introduction: String {
    let which =
      tier.units.count == 1 ? "the only \(tier.title.one)" : "one of \(tier.title.counted(tier.units.count))"
    return "\(organisation.name) is \(which); it has \(unit.words(mass))."
  }

  private func table(_ profile: TierProfile) -> Table {
    let direction: Field<PartnerRow> = .text("direction", "its other \(unit.noun)", "") {
      $0.partner.bearing.map { "\($0.compassPoint) (\(Wording.decimal($0.degrees, 0))°)" } ?? "none"
    }
    return Table(
      "partners", Self.partnerFields + [direction], rows: partners(in: profile.tier), showing: unit.conditions
    ).selecting(["code", "name", unit.column, "dependence", "leverage", "direction"])
      .showing(leavingOut: ["direction", "code", unit.column])
  }

  /// How far plans have come, in words.
  var heatText: HeatText? {
    heat.map {
      HeatText(
        heat: $0, plans: "its Better Care Fund plans", whole: organisation.name, schemes: "their schemes",
        countsPeople: countsPeople)
    }
  }

  private var legend: [String] {
    [
      "\(unit.noun): what \(organisation.name) and the partner share.",
      "dependence: the share of \(organisation.name) that lies in the partner. leverage: the share of the partner that lies in it. High dependence with low leverage is the corner.",
      "its other \(unit.noun): the direction, from the middle of \(organisation.name), of the partner’s \(unit.noun) outside it; degrees clockwise from grid north.",
      "corner index: 0 where the partners lie inside it, near 1 where it is a small corner of all of them. effective partners: how many equal partners would mean the same spread.",
    ]
  }
}
