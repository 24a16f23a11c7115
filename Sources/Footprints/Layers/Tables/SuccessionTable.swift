/// Which organisations took the place of which, as mergers and reorganisations bring about.
package struct SuccessionTable: Sendable {
  /// One organisation that followed another.
  package struct Step: Sendable, Equatable {
    /// The code of the organisation that ended.
    package let old: String
    /// The code of one that followed it.
    package let new: String
    /// When, as the table has it; empty where it does not say.
    package let date: String
    /// How, as the table has it: `merger`, `split`; empty where it does not say.
    package let kind: String
    /// The part of the old one that went to the new one, 0 to 1; nil where the table does not say.
    package let share: Double?
  }

  /// All steps, in the order of the rows.
  package let steps: [Step]
  /// The file, for messages.
  package let file: String
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads `old_code` and `new_code`, and `date`, `kind` and `share` where they are there. Rows without two codes are left out with
  /// a notice.
  ///
  /// Throws `badData`: a missing column, a share that is no number from 0 to 1.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let old = try table.requiredColumn(named: "old_code")
    let new = try table.requiredColumn(named: "new_code")
    let (date, kind) = (table.column(named: "date"), table.column(named: "kind"))
    let share = table.column(named: "share")
    var steps: [Step] = []
    var incomplete: [Int] = []
    for row in 0..<table.count {
      let codes = (table.word(row, old), table.word(row, new))
      guard !codes.0.isEmpty, !codes.1.isEmpty else {
        incomplete.append(row)
        continue
      }
      let text = table.word(row, share)
      let part = NumberText.double(text)
      if !text.isEmpty, part.map((0...1).contains) != true {
        throw table.failure("share is \(text), not a number from 0 to 1", row: row)
      }
      steps.append(
        Step(
          old: codes.0, new: codes.1, date: table.word(row, date), kind: table.word(row, kind), share: part))
    }
    self.steps = steps
    file = table.file
    notices = table.notices + table.leftOut(incomplete, without: "two codes")
  }

  /// What became of an organisation, to the last of its successors: codes with their shares, in the order of the codes; the
  /// organisation itself where nothing followed.
  ///
  /// Throws `badData` where it followed itself, where it went to several and the table does not say how much of it went to each, and where
  /// the shares do not sum to 1.
  package func successors(of code: String) throws(FootprintsError) -> [(code: String, share: Double)] {
    var shares: [String: Double] = [:]
    try follow(code, share: 1, after: [], into: &shares)
    return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func follow(
    _ code: String, share: Double, after path: [String], into shares: inout [String: Double]
  ) throws(FootprintsError) {
    let next = steps.filter { $0.old == code && $0.new != code }
    guard !next.isEmpty else {
      shares[code, default: 0] += share
      return
    }
    if path.contains(code) {
      throw FootprintsError(
        .badData, "'\(code)' is its own successor, by way of \(CodeList(path.filter { $0 != code }))",
        file: file,
        remedy: "Remove one of the rows.")
    }
    // The same step told twice is one step.
    var parts: [String: Double?] = [:]
    for step in next { parts[step.new] = .some(parts[step.new].flatMap(\.self) ?? step.share) }
    let known = parts.values.compactMap(\.self)
    if parts.count > 1, known.count < parts.count || abs(known.reduce(0, +) - 1) > 1e-6 {
      throw FootprintsError(
        .badData,
        "'\(code)' went to \(CodeList(parts.keys.sorted())), and the shares \(known.count < parts.count ? "are not given" : "sum to \(Wording.percent(known.reduce(0, +)))")",
        file: file, remedy: "Give the part that went to each in a column 'share'; together they are 1.")
    }
    for (new, part) in parts.sorted(by: { $0.key < $1.key }) {
      try follow(new, share: share * (parts.count == 1 ? 1 : part ?? 0), after: path + [code], into: &shares)
    }
  }
}
