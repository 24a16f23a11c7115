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

  /// How much of an organisation went to each of several others, where the table does not say; nil where nobody knows.
  package typealias Division = (_ old: String, _ new: [String]) throws(FootprintsError) -> [Double]?

  /// What became of an organisation, to the last of its successors: codes with their shares, in the order of the codes; the
  /// organisation itself where nothing followed. In a chain no step is earlier than the one before it.
  ///
  /// Throws `badData` where it followed itself, where it went to several and nobody says how much of it went to each, and where
  /// the shares do not sum to 1.
  ///
  /// - Parameters:
  ///   - period: the dates of the steps that count; a step without a date counts always.
  ///   - division: asked where the table has no shares.
  package func successors(
    of code: String, in period: Period = Period(), dividing division: Division = { _, _ in nil }
  ) throws(FootprintsError) -> [(code: String, share: Double)] {
    var shares: [String: Double] = [:]
    try follow(code, share: 1, after: [], since: "", in: period, division, into: &shares)
    return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Some dates, written with the year first, such as `2026-04-01`, `2026-04` or `2026`.
  package struct Period: Sendable, Hashable {
    /// Steps on this day or before it do not count.
    package var after: String?
    /// Steps after this day, or after the month or year, do not count.
    package var until: String?

    package init(after: String? = nil, until: String? = nil) {
      self.after = after
      self.until = until
    }

    /// Whether a text is a year, a month or a day with the year first, which can be compared as texts.
    package static func isDate(_ text: String) -> Bool {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      return zip(parts, [4, 2, 2]).allSatisfy {
        $0.count == $1 && $0.allSatisfy { $0.isASCII && $0.isNumber }
      }
        && (1...3).contains(parts.count)
    }

    /// Whether a step counts.
    func holds(_ date: String) -> Bool {
      if date.isEmpty { return true }
      if let after, date <= after || date.hasPrefix(after) { return false }
      if let until, date > until, !date.hasPrefix(until) { return false }
      return true
    }
  }

  private func follow(
    _ code: String, share: Double, after path: [String], since date: String, in period: Period,
    _ division: Division, into shares: inout [String: Double]
  ) throws(FootprintsError) {
    let next = steps.filter {
      $0.old == code && $0.new != code && period.holds($0.date) && ($0.date.isEmpty || $0.date >= date)
    }
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
    let codes = parts.keys.sorted()
    let divided =
      parts.count > 1 && known.isEmpty
      ? try division(code, codes) : codes.map { parts[$0].flatMap(\.self) ?? 0 }
    guard parts.count == 1 || divided.map({ abs($0.reduce(0, +) - 1) <= 1e-6 }) == true,
      parts.count == 1 || known.isEmpty || known.count == parts.count, let divided
    else {
      throw FootprintsError(
        .badData,
        "'\(code)' went to \(CodeList(codes)), and the shares \(known.count < parts.count ? "are not given" : "sum to \(Wording.percent(known.reduce(0, +)))")",
        file: file, remedy: "Give the part that went to each in a column 'share'; together they are 1.",
        reason: known.count < parts.count ? .sharesNotGiven : nil)
    }
    for (new, part) in zip(codes, divided) {
      try follow(
        new, share: share * (parts.count == 1 ? 1 : part), after: path + [code],
        since: next.map(\.date).max() ?? date, in: period, division, into: &shares)
    }
  }
}
