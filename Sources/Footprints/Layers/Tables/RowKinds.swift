/// What the columns are called that tell rows about one area apart, and the rows about all kinds together.
enum RowKinds {
  /// Whether a column, by the key of its name, says which year or day a row is of.
  static func isYear(_ key: String) -> Bool {
    key.hasSuffix("year") || ["fy", "period", "reportingperiod", "date"].contains(key)
  }

  /// Whether a column says which sex or age the people of a row are of, so that rows can be added up.
  static func dividesPeople(_ key: String) -> Bool {
    key.contains("sex") || key.contains("gender") || key == "age" || key == "ages"
      || ["agegroup", "ageband", "agerange", "agecode", "agename", "ageinyears"].contains { key.contains($0) }
      || key.hasSuffix("yearofage") || key.hasSuffix("broadage")
  }

  /// Whether the numbers in a column name groups and are no measure.
  static func isGroup(_ key: String) -> Bool {
    isYear(key) || dividesPeople(key)
      || ["quarter", "month", "band", "group", "type", "release", "version"].contains { key.hasSuffix($0) }
  }

  /// Whether two rows have the same words in all of some columns. Words in other letter case or with padding are the same,
  /// unless another spelling is given.
  static func haveRepetitions(
    _ rows: [Int], in table: CSVTable, _ columns: [Int], spelling: KeyPath<String, String> = \.codeKey
  ) -> Bool {
    var seen: Set<[String]> = []
    return rows.contains { row in
      !seen.insert(columns.map { table.word(row, $0)[keyPath: spelling] }).inserted
    }
  }

  /// Whether no two rows with the same word in one column differ in another; letter case and padding are no difference,
  /// and rows without a word in the first say nothing.
  static func determines(_ rows: [Int], in table: CSVTable, _ one: Int, _ other: Int) -> Bool {
    var known: [String: String] = [:]
    return rows.allSatisfy { row in
      let key = table.word(row, one).codeKey
      if key.isEmpty { return true }
      let value = table.word(row, other).codeKey
      return known.updateValue(value, forKey: key).map { $0 == value } ?? true
    }
  }

  /// The kinds that a column has rows of, each by the word that comes first. Letter case and padding make no other kind,
  /// but signs do: `<65` and `65+` are two, and so are `1-4` and `14`.
  static func kinds(of rows: [Int], in table: CSVTable, _ column: Int) -> [String: String] {
    var kinds: [String: String] = [:]
    for row in rows {
      let word = table.word(row, column)
      let key = word.codeKey
      if kinds[key] == nil { kinds[key] = word }
    }
    return kinds
  }

  /// The rows of all kinds of a column together, with the notice about it; nil where there is one kind, or none for all.
  static func total(
    of rows: [Int], in table: CSVTable, _ column: Int, code: String
  ) -> (rows: [Int], notice: Notice)? {
    let kinds = kinds(of: rows, in: table, column)
    // Only the word of totals is known by its letters: it is the same with a hyphen in it.
    let keys = Set(kinds.values.map(\.fieldKey))
    guard kinds.count > 1, let total = total(among: keys) else { return nil }
    let chosen = rows.filter { table.word($0, column).fieldKey == total }
    guard let first = chosen.first else { return nil }
    return (
      chosen,
      Notice(
        .information, code,
        "\(table.file): of \(kinds.count) values of \(table.header[column]), \(table.word(first, column)) is used"
      )
    )
  }

  /// The word for all kinds together among the keys of words, the clearest first; nil where there is none.
  private static func total(among words: some Collection<String>) -> String? {
    SumWords.kinds.first(where: words.contains)
      ?? words.sorted().first { word in
        word.hasPrefix("all") && word.hasSuffix("admissions")
          && !["elective", "emergency", "daycase"].contains { word.contains($0) }
      }
  }

  /// The rows of the latest year of a column, with the notice about it; nil where there is one year, or some word is
  /// no year.
  static func latest(
    of rows: [Int], in table: CSVTable, _ column: Int
  ) -> (rows: [Int], notice: Notice)? {
    var spellings: [CalendarYear: String] = [:]
    var years: [Int: CalendarYear] = [:]
    for row in rows {
      let text = table.word(row, column)
      if text.isEmpty { continue }
      guard let year = CalendarYear(text) else { return nil }
      years[row] = year
      if spellings[year] == nil { spellings[year] = text }
    }
    guard spellings.count > 1, let latest = spellings.keys.max() else { return nil }
    return (
      rows.filter { years[$0] == latest },
      Notice(
        .information, "year-chosen",
        "\(table.file): of \(spellings.count) years the latest is used, \(spellings[latest] ?? "")")
    )
  }

  /// Whether a column holds years only, or nothing.
  static func holdsYears(_ rows: [Int], _ table: CSVTable, _ column: Int) -> Bool {
    rows.allSatisfy {
      let text = table.word($0, column)
      return text.isEmpty || CalendarYear(text) != nil
    }
  }
}
