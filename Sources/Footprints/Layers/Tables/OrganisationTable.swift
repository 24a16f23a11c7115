/// The names of organisations by their codes.
package struct OrganisationTable: Sendable {
  /// One organisation.
  package struct Organisation: Sendable, Equatable {
    /// Its code and name.
    package let organisation: NamedCode
    /// What it is (`trust`, `ccg`, ...), as the file says; empty where it does not.
    package let kind: String
  }

  /// The organisations in the order of the file, each code once.
  package let organisations: [Organisation]
  /// What the reader had to say.
  package let notices: [Notice]

  /// Reads code, name and, where there is one, kind. Of rows with the same code, the first counts, with a
  /// notice when the names differ. Throws `badData` when a column is missing.
  package init(_ table: CSVTable) throws(FootprintsError) {
    guard
      let code = FieldDetection.codeField(among: table.header, role: "trust").flatMap(table.header.firstIndex)
    else { throw table.missingColumn("code") }
    guard
      let name = FieldDetection.labelField(among: table.header, role: "trust").flatMap(
        table.header.firstIndex)
    else { throw table.missingColumn("name") }
    let kind = table.column(named: "kind", "type", "org_kind", "organisation_type")
    var organisations: [Organisation] = []
    var seen: [String: String] = [:]
    var conflicts: [Int] = []
    for row in 0..<table.count {
      let unit = NamedCode(code: table.word(row, code), name: table.word(row, name))
      guard !unit.code.isEmpty else { continue }
      if let known = seen[unit.code] {
        if known != unit.name { conflicts.append(row) }
        continue
      }
      seen[unit.code] = unit.name
      organisations.append(Organisation(organisation: unit, kind: table.word(row, kind)))
    }
    self.organisations = organisations
    notices =
      conflicts.isEmpty
      ? table.notices
      : table.notices + [
        Notice(
          .warning, "duplicate-code",
          "\(table.file): codes with a second name keep the first (\(table.lines(of: conflicts)))")
      ]
  }

  /// The name of each code, as the file writes it and without padding and letter case.
  package var names: [String: String] {
    let all = organisations.map(\.organisation).filter { !$0.name.isEmpty }
    return Dictionary(all.map { ($0.code, $0.name) } + all.map { ($0.code.codeKey, $0.name) }) { first, _ in
      first
    }
  }
}

extension NamedCode {
  /// The same with the name that a list has for its code, where it has none of its own; the code where there is none.
  func named(by names: [String: String]) -> NamedCode {
    guard name.isEmpty || name == code else { return self }
    return NamedCode(code: code, name: names[code] ?? names[code.codeKey] ?? code)
  }
}
