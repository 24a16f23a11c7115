/// How many people live in each small area.
package struct PopulationTable: Sendable {
  /// The codes, in the order of the file, each once.
  package let codes: [String]
  /// The people of each code, 0 or more.
  package let people: [Double]
  /// The file, for messages.
  package let file: String
  /// What the reader had to say.
  package let notices: [Notice]

  /// More people than live on Earth: whatever is beyond is no number of people, and sums of numbers up to it are exact
  /// enough and finite.
  static let most = 1e10

  /// Finds the columns and reads every row.
  ///
  /// The column of the codes is chosen by its name or, where another has the codes of the bricks, by those. A row
  /// without a number is left out with a notice. A repeated row is taken once, with a notice. A code with different
  /// numbers is an error, because nothing says which is right, unless another column says what they are numbers of:
  /// years, parts and totals, smaller areas (`PopulationSelection`).
  ///
  /// Throws `badData`: a missing column, a number that is negative, not finite or beyond all people, contradicting rows.
  package init(_ table: CSVTable, bricks: CodeIndex? = nil) throws(FootprintsError) {
    let field = FieldDetection.codeField(among: table.header, role: "brick")
    let named = field.flatMap(table.header.firstIndex)
    let held = bricks.flatMap { table.column(holding: $0, preferred: named) }
    guard let code = held ?? named else { throw table.missingColumn("code") }
    guard let value = table.column(named: Self.valueNames) else { throw table.missingColumn("population") }
    var codes: [String] = []
    var people: [Double] = []
    var seen: [String: Int] = [:]
    var missing: [Int] = []
    var repeated: [Int] = []
    let selection = try PopulationSelection(table, code: code, value: value)
    for row in 0..<table.count where table.word(row, code).isEmpty || table.word(row, value).isEmpty {
      missing.append(row)
    }
    for row in selection.rows {
      let name = table.word(row, code)
      let text = table.word(row, value)
      guard let number = NumberText.double(text), number >= 0 else {
        throw table.failure("the population of \(name) is \(text), which is not a number of people", row: row)
      }
      guard number <= Self.most else {
        throw table.failure(
          "the population of \(name) is \(text), more people than there are", row: row,
          remedy: "Check that the column \(table.header[value]) holds numbers of people.")
      }
      if let first = seen[name], selection.parts != nil {
        people[first] += number
        continue
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
    file = table.file
    var notices = table.notices + selection.notices
    if code != named {
      notices.append(
        Notice(
          .information, "column-chosen",
          "\(table.file): the codes are those of \(table.header[code]), the column that has the codes of the small areas"
        ))
    }
    if let parts = selection.parts {
      notices.append(
        Notice(
          .information, "rows-added-up",
          "\(table.file): rows of one \(table.header[code]) are parts of it by \(table.header[parts]) and are added up"
        ))
    }
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
