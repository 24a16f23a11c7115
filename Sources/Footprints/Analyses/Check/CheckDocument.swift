extension CheckResult: DocumentedResult {
  /// How much is wrong, then kind by kind what, where, how large, and what to do.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(verdict)]
    if !layers.isEmpty {
      let table = Table("layers", Self.layerFields, rows: layers)
      blocks.append(.table(table.showing(leavingOut: ["sliver_width_m", "unmatched_borders"])))
    }
    var listed: [FindingKind: [Row]] = [:]
    for row in rows { listed[row.finding.kind, default: []].append(row) }
    let kinds = FindingKind.allCases.filter { listed[$0] != nil }
    let order = kinds.indices.sorted {
      (kinds[$0].severity, $0) < (kinds[$1].severity, $1)
    }
    for kind in order.map({ kinds[$0] }) { blocks += section(kind, listed[kind] ?? []) }
    if let repair { blocks += section(repair) }
    blocks += [.heading("Notes"), .notes(notes)]
    let names = Wording.list(layers.map(\.layer.heading))
    return Document(title: "Check of \(title ?? (names.isEmpty ? "what was named" : names))", blocks: blocks)
  }

  private var verdict: String {
    if rows.isEmpty, summary.kinds.isEmpty { return "Nothing was found." }
    let parts = [
      (summary.errors, "error", "errors"), (summary.warnings, "warning", "warnings"),
      (summary.information, "finding for information", "findings for information"),
    ].filter { $0.0 > 0 }.map { Wording.plural($0.0, $0.1, $0.2) }
    return "\(Wording.list(parts))."
  }

  private func section(_ repair: LayerRepair) -> [Document.Block] {
    let head: [Document.Block] = [
      .heading("Repairs"),
      .paragraph(
        repair.changes.isEmpty
          ? "Nothing was changed." : "Borders moved by no more than \(Wording.number(repair.distance)) m."),
    ]
    if repair.changes.isEmpty { return head }
    let table = Table("changes", Self.changeFields, rows: repair.changes)
    let isCounted = repair.changes.contains { $0.populationBefore != nil }
    let columns = table.columns.map(\.description.name).filter { isCounted || !$0.hasPrefix("population") }
    return head + [.table(table.selecting(columns).showing(leavingOut: ["name", "largest_move_m"]))]
  }

  private func section(_ kind: FindingKind, _ rows: [Row]) -> [Document.Block] {
    let severity =
      switch kind.severity {
      case .error: "error"
      case .warning: "warning"
      case .information: "for information"
      }
    let head: [Document.Block] = [
      .heading("\(kind.title): \(Wording.grouped(rows.count)), \(severity)"),
      .paragraph("\(Wording.sentence(kind.meaning)). \(kind.advice)"),
    ]
    // What has no size is best said in words.
    guard rows.contains(where: { $0.finding.shape.count > 0 }) else {
      return head + [.list(messages(rows))]
    }
    let table = Table("findings", Self.rowFields, rows: rows).selecting([
      "layer", "code", "name", "other_code", "area_m2", "width_m", "population", "x", "y",
    ])
    let isOneLayer = layers.count == 1 || Set(rows.map(\.finding.layer)).count == 1
    let isCounted = rows.contains { $0.finding.population != nil }
    let columns = table.columns.map(\.description.name).filter {
      ($0 != "layer" || !isOneLayer) && ($0 != "population" || isCounted)
    }
    return head + [.table(table.selecting(columns).showing(leavingOut: ["name", "y", "x", "width_m"]))]
  }

  /// The first of many; the rest are counted.
  private func messages(_ rows: [Row]) -> [String] {
    let most = 20
    let named = layers.count != 1
    var out = rows.prefix(most).map { row in
      let text =
        named ? "\(row.finding.layer): \(row.finding.message)" : Wording.sentence(row.finding.message)
      return text.hasSuffix(".") ? text : text + "."
    }
    if rows.count > most {
      out.append("And \(Wording.grouped(rows.count - most)) more, which CSV and JSON list.")
    }
    return out
  }
}
