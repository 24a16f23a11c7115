/// A table as lines of text that fit a width.
///
/// In this order, until it fits: titles wrap, words wrap in their columns, expendable columns are left out, each row
/// becomes a block of "title: value". Without a width nothing of this happens.
struct TextTable {
  /// How many lines a cell may take.
  private static let cellLines = 12
  /// What words need at least where they wrap, and the longest word that is not broken.
  private static let narrowest = (words: 14, word: 24)
  private static let gap = "  "

  private let table: Table
  private let rows: [Int]
  private let width: Int?
  private let titles: [String]
  private let areNumbers: [Bool]
  /// The words of every row of a table that is not long.
  private let kept: [[String]]?
  private static let longTable = 1000

  /// Shows some rows of a table.
  init(_ table: Table, rows: [Int], width: Int?) {
    self.table = table
    self.rows = rows
    self.width = width
    titles = table.columns.map(\.title.printable)
    areNumbers = table.columns.map(\.description.style.isNumber)
    kept = rows.count <= Self.longTable ? rows.map { Self.words(table, $0) } : nil
  }

  /// Rows are needed twice, for the widths and for the text. Those of a long table are made twice, so that no copy of it
  /// is kept.
  private func words(_ place: Int) -> [String] { kept?[place] ?? Self.words(table, rows[place]) }

  private static func words(_ table: Table, _ row: Int) -> [String] { table.words(row).map(\.printable) }

  /// Writes it; returns the titles of columns that were left out.
  func write(to sink: any OutputSink) throws(FootprintsError) -> [String] {
    var widths = titles.map { _ in 0 }
    var longestWords = titles.map(TextWrapping.longestWord)
    for place in rows.indices {
      for (column, cell) in words(place).enumerated() {
        widths[column] = max(widths[column], cell.count)
        // Only a page that may be too narrow asks how far words can wrap.
        if width != nil, cell.count > Self.narrowest.words {
          longestWords[column] = max(longestWords[column], TextWrapping.longestWord(cell))
        }
      }
    }
    var shown = Array(titles.indices)
    var leftOut: [String] = []
    var candidates = table.expendable.compactMap { name in
      table.columns.firstIndex { $0.description.name == name }
    }
    while true {
      if let fitting = fit(shown, widths, longestWords) {
        try write(shown, fitting, to: sink)
        return leftOut
      }
      guard !candidates.isEmpty else { break }
      let column = candidates.removeFirst()
      shown.removeAll { $0 == column }
      leftOut.append(titles[column])
    }
    try writeStacked(to: sink)
    return []
  }

  /// The widths of some columns at which they fit; nil where there are none.
  private func fit(_ shown: [Int], _ widths: [Int], _ longestWords: [Int]) -> [Int]? {
    let whole = shown.map { max(widths[$0], titles[$0].count) }
    guard let width else { return whole }
    let room = width - Self.gap.count * (shown.count - 1)
    if whole.reduce(0, +) <= room { return whole }
    var fitting = shown.map { max(widths[$0], TextWrapping.longestWord(titles[$0])) }
    // A code or a number is no use without its end; only words wrap.
    let narrowest = zip(shown, fitting).map { column, whole in
      areNumbers[column] || longestWords[column] >= whole
        ? whole : max(min(whole, Self.narrowest.words), min(longestWords[column], Self.narrowest.word))
    }
    while fitting.reduce(0, +) > room {
      // The widest column that can still give way.
      guard
        let column = fitting.indices.filter({ fitting[$0] > narrowest[$0] }).max(by: {
          fitting[$0] < fitting[$1]
        })
      else { return nil }
      fitting[column] -= 1
    }
    // What is left over keeps titles whole.
    for index in fitting.indices where fitting[index] < titles[shown[index]].count {
      let spare = room - fitting.reduce(0, +)
      let wanted = titles[shown[index]].count - fitting[index]
      if wanted <= spare { fitting[index] += wanted }
    }
    return fitting
  }

  private func write(_ shown: [Int], _ widths: [Int], to sink: any OutputSink) throws(FootprintsError) {
    func write(_ cells: [[String]], fromBelow: Bool) throws(FootprintsError) {
      let height = cells.map(\.count).max() ?? 1
      for line in 0..<height {
        let texts = cells.map { cell in
          let index = fromBelow ? line - (height - cell.count) : line
          return cell.indices.contains(index) ? cell[index] : ""
        }
        try sink.write(Self.line(texts, widths, shown.map { areNumbers[$0] }))
      }
    }
    func cell(_ text: String, _ index: Int) -> [String] {
      width == nil ? [text] : TextWrapping.cell(text, width: widths[index], limit: Self.cellLines)
    }
    try write(
      shown.enumerated().map { index, column in
        width == nil
          ? [titles[column]]
          : TextWrapping.cell(titles[column], width: widths[index], limit: Self.cellLines)
      }, fromBelow: true)
    try sink.write(widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap) + "\n")
    for place in rows.indices {
      let words = words(place)
      try write(shown.enumerated().map { cell(words[$1], $0) }, fromBelow: false)
    }
  }

  private static func line(_ cells: [String], _ widths: [Int], _ areNumbers: [Bool]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, widths[index] - cell.count))
      line += areNumbers[index] ? padding + cell : cell + padding
      if index < cells.count - 1 { line += gap }
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// Each row as lines of "title: value", for the narrowest of pages.
  private func writeStacked(to sink: any OutputSink) throws(FootprintsError) {
    for place in rows.indices {
      if place > 0 { try sink.write("\n") }
      for (title, word) in zip(titles, words(place)) where !word.isEmpty {
        for line in TextWrapping.lines(word, width: width, first: "\(title): ", rest: "  ") {
          try sink.write(line + "\n")
        }
      }
    }
  }
}
