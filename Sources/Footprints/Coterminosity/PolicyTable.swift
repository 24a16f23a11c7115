/// Policy tests of a user's own, from a table: new ones, and others in place of the usual ones.
package struct PolicyTable: Sendable {
  /// A row: what it says, empty where it leaves something to the usual test of that name.
  private struct Row: Sendable {
    let name: String
    let kind: PolicyRule.Kind?
    let numbers: [String: Double]
    let judged, against: [String]
    let text, source: String
  }

  private let rows: [Row]
  private let file: String
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads `name`, `rule`, the numbers `share`, `people` and `margin`, the roles `judged` and `against` (lists joined by `;`), `text` and
  /// `source`. A row with the name of a usual test changes what it says of it; one with a name of its own needs a rule and its numbers.
  ///
  /// Throws `badData`: a column that is missing, a rule that there is not, a number that makes no sense or is missing, a name twice.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let name = try table.requiredColumn(named: "name", "preset", "test")
    let rule = table.column(named: "rule")
    let numbers = ["share", "people", "margin"].map { ($0, table.column(named: $0)) }
    let (judged, against) = (table.column(named: "judged"), table.column(named: "against"))
    let (text, source) = (table.column(named: "text"), table.column(named: "source"))
    let usual = PolicyPreset.usual(tolerance: 1)
    var rows: [Row] = []
    var nameless: [Int] = []
    for row in 0..<table.count {
      let called = table.word(row, name).lowercased()
      guard !called.isEmpty else {
        nameless.append(row)
        continue
      }
      guard !rows.contains(where: { $0.name == called }) else {
        throw table.failure("the policy test '\(called)' is there twice", row: row)
      }
      let given = table.word(row, rule).lowercased()
      let kind = PolicyRule.Kind(rawValue: given)
      guard given.isEmpty || kind != nil else {
        throw table.failure(
          "there is no rule '\(given)': the rules are \(CodeList(PolicyRule.Kind.allCases.map(\.rawValue)))",
          row: row)
      }
      let before = usual.first { $0.name == called }
      guard let needed = (kind ?? before?.kind)?.numbers else {
        throw table.failure(
          "the policy test '\(called)' is none of the usual ones and has no rule: the rules are \(CodeList(PolicyRule.Kind.allCases.map(\.rawValue)))",
          row: row)
      }
      var values: [String: Double] = [:]
      for (number, column) in numbers {
        let word = table.word(row, column)
        guard !word.isEmpty else { continue }
        guard let kind = needed.first(where: { $0.name == number })?.kind else {
          throw table.failure("the rule of '\(called)' has no number \(number)", row: row)
        }
        guard let value = NumberText.double(word), kind.holds(value) else {
          throw table.failure("\(number) is \(word), not \(kind.words)", row: row)
        }
        values[number] = value
      }
      if let missing = needed.first(where: { values[$0.name] == nil }),
        kind.map({ $0 != before?.kind }) ?? false
      {
        throw table.failure("the policy test '\(called)' needs a number \(missing.name)", row: row)
      }
      rows.append(
        Row(
          name: called, kind: kind, numbers: values, judged: table.word(row, judged).lowercased().listParts,
          against: table.word(row, against).lowercased().listParts, text: table.word(row, text),
          source: table.word(row, source)))
    }
    self.rows = rows
    file = table.file
    notices = table.notices + table.leftOut(nameless, without: "a name")
  }

  /// The usual tests with what the table changes, then those of its own.
  func applied(to usual: [PolicyDeclaration]) -> [PolicyDeclaration] {
    var all = usual
    for row in rows {
      let place = all.firstIndex { $0.name == row.name }
      let before = place.map { all[$0] }
      guard let kind = row.kind ?? before?.kind else { continue }
      let kept = kind == before?.kind ? before?.numbers ?? [] : []
      let declaration = PolicyDeclaration(
        row.name, kind,
        kind.numbers.enumerated().map { row.numbers[$1.name] ?? kept[$0] },
        of: row.judged.isEmpty ? before?.judged ?? [] : row.judged,
        against: row.against.isEmpty ? before?.against ?? [] : row.against, text: row.text,
        source: row.source.isEmpty
          ? "\(file)\(before.map { ", in place of: \($0.source)" } ?? "")" : row.source)
      if let place { all[place] = declaration } else { all.append(declaration) }
    }
    return all
  }
}
