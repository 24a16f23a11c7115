/// Makes sure that amounts together still fit, so that no sum over any of them can overflow.
struct MoneyCheck {
  private var total: UInt64 = 0

  /// Takes an amount into account; false when the sum does not fit any more.
  mutating func add(_ money: Money) -> Bool {
    let (sum, overflow) = total.addingReportingOverflow(money.pence.magnitude)
    guard !overflow, sum <= Int64.max else { return false }
    total = sum
    return true
  }

  /// The amount in a cell; nil where it is empty.
  mutating func money(_ table: CSVTable, _ row: Int, _ column: Int?) throws(FootprintsError) -> Money? {
    let text = table.word(row, column)
    guard !text.isEmpty else { return nil }
    guard let money = Money(text) else {
      throw table.failure("\(text) is not an amount of money", row: row, remedy: "Write pounds, as 1234.56.")
    }
    guard add(money) else { throw table.failure("the amounts are too large to add up", row: row) }
    return money
  }
}

extension CSVTable {
  /// The numbers of High Impact Changes in a cell (`4`, `4;5`, `HICM 4`), ascending, each once; empty for an
  /// empty cell or a dash.
  func changeNumbers(_ row: Int, _ column: Int?) throws(FootprintsError) -> [Int] {
    var numbers: Set<Int> = []
    for part in word(row, column).listParts where part != "-" {
      let digits =
        part.lowercased().hasPrefix("hicm") ? part.dropFirst(4).drop(while: \.isWhitespace) : part[...]
      guard let number = Int(digits), number > 0 else {
        throw failure(
          "\(part) is not a number of the High Impact Change Model", row: row, remedy: "Write 4, or 4;5.")
      }
      numbers.insert(number)
    }
    return numbers.sorted()
  }
}
