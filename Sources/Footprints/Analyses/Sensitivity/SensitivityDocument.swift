extension SensitivityResult: DocumentedResult {
  /// What flips, what could, and what holds.
  public var document: Document { document(listing: .max) }

  /// The same with at most so many conclusions that flip, and so many that could; the rest are counted.
  func document(listing most: Int) -> Document {
    let flipping = listed.filter { !$0.flips.isEmpty }
    let near = listed.filter { $0.flips.isEmpty && $0.conclusion.isWithinReach }
    var blocks: [Document.Block] = [.paragraph(summary), .list(runLines)]
    if !flipping.isEmpty {
      blocks += [.heading("What flips"), .table(table(Array(flipping.prefix(most))))]
      blocks += Self.rest(flipping.count - most)
    }
    if !near.isEmpty {
      blocks += [
        .heading("What is within reach of another answer"),
        .paragraph(
          "All runs agree, but the number could pass the limit if small areas that a border divides were counted otherwise, or within what suppressed flows leave open."
        ),
        .table(
          Table("reach", Self.reachFields, rows: Array(near.prefix(most))).showing(leavingOut: ["code"])),
      ]
      blocks += Self.rest(near.count - most)
    }
    if !notRun.isEmpty {
      blocks += [
        .heading("What could not be asked"), .list(notRun.map { "\($0.setting.text): \($0.reason)." }),
      ]
    }
    return Document(title: "How sure: \(analysis) of \(asked)", blocks: blocks)
  }

  /// That there are more; nothing where there are none.
  private static func rest(_ count: Int) -> [Document.Block] {
    count <= 0
      ? [] : [.paragraph("And \(Wording.grouped(count)) more with fewer people, which sensitivity lists.")]
  }

  private var summary: String {
    let flips = conclusions.filter { !$0.flips.isEmpty }
    let near = conclusions.count { $0.flips.isEmpty && $0.conclusion.isWithinReach }
    let all = Wording.plural(conclusions.count, "conclusion")
    guard runs.count > 1 else { return "There is one answer only, with \(all): nothing to compare it with." }
    let more =
      near == 0
      ? ""
      : " \(Wording.grouped(near)) more \(Wording.form(near, "is", "are")) within reach of another answer."
    guard !flips.isEmpty else {
      return "None of \(all) flips in \(Wording.plural(runs.count, "answer")).\(more)"
    }
    let kinds = Self.kinds(flips)
    return
      "\(Wording.grouped(flips.count)) of \(all) \(Wording.form(flips.count, "flips", "flip")) between \(Wording.plural(runs.count, "answer")): \(Wording.list(kinds)).\(more)"
  }

  /// "3 best partners (with 412,000 people)", by kinds in the order in which they turn up; people of one area once.
  private static func kinds(_ rows: [Row]) -> [String] {
    var order: [String] = []
    var groups: [String: [Row]] = [:]
    for row in rows {
      if groups[row.conclusion.kind] == nil { order.append(row.conclusion.kind) }
      groups[row.conclusion.kind, default: []].append(row)
    }
    return order.map { kind in
      let rows = groups[kind] ?? []
      var seen: Set<String> = []
      let people = rows.reduce(0.0) { sum, row in
        let key = row.conclusion.subject.code + "\u{0}" + (row.conclusion.other?.code ?? "")
        return seen.insert(key).inserted ? sum + (row.people ?? 0) : sum
      }
      let who = people >= 0.5 ? " (\(Wording.people(people)) concerned)" : ""
      return "\(Wording.grouped(rows.count)) of kind ‘\(kind.spaced)’\(who)"
    }
  }

  /// How many conclusions each run changes.
  private var runLines: [String] {
    runs.indices.map { run in
      let made = runs[run].settings.map(\.text).joined(separator: ", ")
      let flips = conclusions.count { row in row.flips.contains { $0.run == names[run] } }
      return run == 0
        ? "\(names[run])\(names[run] == "as asked" ? "" : ", as asked"): made by \(made)."
        : "\(names[run]): \(flips == 0 ? "nothing flips" : "\(Wording.plural(flips, "conclusion")) \(Wording.form(flips, "flips", "flip"))")."
    }
  }

  /// The answers side by side where there are few; else the first, and those that differ.
  private func table(_ rows: [Row]) -> Table {
    let answers: [Field<Row>] =
      runs.count <= 3
      ? names.enumerated().map { place, name in
        .text("answer\(place)", name, "") { $0.answers[place]?.words }.orElse("–")
      }
      : [
        .text("first", names[0], "") { $0.answers[0]?.words }.orElse("–"),
        .text("flips", "but", "") { row in
          row.flips.map { "\($0.run): \($0.words)" }.joined(separator: "; ")
        },
      ]
    return Table("flips", Self.subjectFields + answers, rows: rows).showing(leavingOut: [
      "code", "population",
    ])
  }

  private static let subjectFields: [Field<Row>] = [
    .text("kind", "conclusion", "") { row in
      let detail = row.conclusion.detail
      return row.conclusion.kind.spaced + (detail.isEmpty ? "" : " \(detail)")
    },
    .text("code", "code", "") { row in
      row.conclusion.subject.code + (row.conclusion.other.map { " \($0.code)" } ?? "")
    },
    .text("name", "name", "") { row in
      row.conclusion.subject.name + (row.conclusion.other.map { " and \($0.name)" } ?? "")
    },
    .people("population", "people", "") { $0.people },
  ]

  private static let reachFields: [Field<Row>] =
    subjectFields + [
      .text("answer", "answer", "") { $0.answers.compactMap(\.self).first?.words },
      .text("reach", "can be", "") { row in
        row.conclusion.reach.map { range in
          range.upperBound <= 1
            ? range.percentWords : "\(Wording.count(range.lowerBound)) to \(Wording.count(range.upperBound))"
        }
      },
      .text("limit", "limit", "") { row in
        row.conclusion.limit.map { $0 <= 1 ? Wording.percent($0) : Wording.count($0) }
      },
    ]
}
