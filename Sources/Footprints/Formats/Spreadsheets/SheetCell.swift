/// Where a cell is: row and column, both from 0.
package struct CellPlace: Sendable, Hashable, Comparable {
  /// The row, from 0.
  package var row: Int
  /// The column, from 0.
  package var column: Int

  /// Puts both together.
  package init(_ row: Int, _ column: Int) { (self.row, self.column) = (row, column) }

  /// Reads `B12`, or the beginning of `B12:C13`; nil for anything else, and beyond what a sheet can have.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row - 1, column - 1)
  }

  /// The most columns that a sheet has (Excel's 16,384, and LibreOffice's).
  package static let mostColumns = 16_384
  /// The most rows.
  package static let mostRows = 1_048_576

  /// As people write it: `B12`.
  package var reference: String { Self.letters(column) + String(row + 1) }

  /// The letters of a column from 0: `A`, `AA`.
  package static func letters(_ column: Int) -> String {
    var text = ""
    var rest = column + 1
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// By rows, then by columns.
  package static func < (a: CellPlace, b: CellPlace) -> Bool { (a.row, a.column) < (b.row, b.column) }
}

/// One cell of a sheet that has something in it.
package struct SheetCell: Sendable, Equatable {
  /// What a cell holds.
  package enum Value: Sendable, Equatable {
    /// Words.
    case text(String)
    /// A number, as the file writes it.
    case number(String)
    /// A number that is shown as a percentage, as the file writes it: `0.25` for 25%.
    case percent(String)
    /// A day, `2025-04-01`, with a time where it has one.
    case date(String)
    /// Yes or no.
    case flag(Bool)
    /// An error of a formula: `#REF!`.
    case error(String)
    /// A formula whose value nobody has kept.
    case uncomputed
  }

  /// Where it is.
  package var place: CellPlace
  /// What it holds.
  package var value: Value
  /// Whether a formula made it.
  package var isFormula = false

  /// Puts the parts together.
  package init(_ place: CellPlace, _ value: Value, isFormula: Bool = false) {
    (self.place, self.value, self.isFormula) = (place, value, isFormula)
  }

  /// Whether it holds nothing that can be used: an error, or a formula without a value.
  package var isBroken: Bool {
    switch value {
    case .error, .uncomputed: true
    case .text, .number, .percent, .date, .flag: false
    }
  }

  /// What it holds as text, without padding: numbers as the file writes them.
  package var text: String {
    switch value {
    case .text(let text): text.trimmed
    case .number(let number), .percent(let number): number
    case .date(let day): day
    case .flag(let flag): flag ? "true" : "false"
    case .error(let code): code
    case .uncomputed: ""
    }
  }
}
