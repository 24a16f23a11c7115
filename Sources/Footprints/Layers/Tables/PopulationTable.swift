/// How many people live in each small area.
package struct PopulationTable: Sendable {
  /// The codes, in the order of the file, each once.
  package let codes: [String]
  /// The people of each code, 0 or more.
  package let people: [Double]
  /// What the reader had to say.
  package let notices: [Notice]

  /// Finds the columns by their names and reads every row.
  ///
  /// A row without a number is left out with a notice. A repeated row is taken once, with a notice; two
  /// different numbers for one code are an error, because nothing says which is right.
  ///
  /// Throws `badData`: a missing column, a number that is negative or not finite, contradicting rows.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let field = FieldDetection.codeField(among: table.header, role: "brick")
    guard let code = field.flatMap(table.header.firstIndex) else { throw table.missingColumn("code") }
    guard let value = table.column(named: Self.valueNames) else { throw table.missingColumn("population") }
    var codes: [String] = []
    var people: [Double] = []
    var seen: [String: Int] = [:]
    var missing: [Int] = []
    var repeated: [Int] = []
    for row in 0..<table.count {
      let name = table.word(row, code)
      let text = table.word(row, value)
      guard !name.isEmpty, !text.isEmpty else {
        missing.append(row)
        continue
      }
      guard let number = NumberText.double(text), number >= 0 else {
        throw table.failure("the population of \(name) is \(text), which is not a number of people", row: row)
      }
      if let first = seen[name] {
        guard people[first] == number else {
          throw table.failure(
            "the population of \(name) is \(text) here and \(people[first]) above", row: row,
            remedy: "Keep one row for each code.")
        }
        repeated.append(row)
        continue
      }
      seen[name] = codes.count
      codes.append(name)
      people.append(number)
    }
    self.codes = codes
    self.people = people
    var notices = table.notices
    if !missing.isEmpty {
      notices.append(
        Notice(
          .warning, "missing-population",
          "\(table.file): rows without code or population are left out (\(table.lines(of: missing)))"))
    }
    if !repeated.isEmpty {
      notices.append(
        Notice(
          .warning, "repeated-row", "\(table.file): repeated rows count once (\(table.lines(of: repeated)))"))
    }
    self.notices = notices
  }

  private static let valueNames = [
    "population", "total_population", "people", "residents", "usual_residents", "all_ages", "all_persons",
    "persons", "total", "pop", "population_count", "mid_year_population",
  ]
}
