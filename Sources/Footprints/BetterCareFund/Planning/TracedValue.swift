/// Where a value of a workbook stands.
package struct CellSource: Sendable, Hashable {
  /// The name of the sheet.
  package let sheet: String
  /// The cell.
  package let place: CellPlace
}

/// A value with the cell that it came from; none for what follows from others.
package struct TracedValue: Sendable, Equatable {
  /// The value as the tables have it.
  package var text: String
  /// The cell.
  package var source: CellSource?

  /// Puts both together.
  package init(_ text: String, _ source: CellSource? = nil) { (self.text, self.source) = (text, source) }
}

/// Amounts, shares and answers as people type them into cells.
enum PlanningText {
  /// An amount of pounds: a number, or text such as `£1,234.50`, `1 234`, `(500)`; nil for what is none.
  static func money(_ cell: SheetCell) -> Money? {
    switch cell.value {
    case .number(let raw), .percent(let raw):
      if let money = Money(raw) { return money }
      // Exponents, and sums whose last binary digits show.
      guard let number = Double(raw), number.magnitude < 1e11 else { return nil }
      return Money(pence: Int64((number * 100).rounded()))
    case .text(let text):
      var digits = String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "£" && $0.value != 0xA0 }))
      if digits.lowercased().hasPrefix("gbp") { digits = String(digits.dropFirst(3)) }
      let isNegative = digits.hasPrefix("(") && digits.hasSuffix(")")
      if isNegative { digits = String(digits.dropFirst().dropLast()) }
      guard let first = digits.first, first.isNumber || "-.".contains(first), let money = Money(digits) else {
        return nil
      }
      return isNegative ? Money(pence: -money.pence) : money
    case .date, .flag, .error, .uncomputed: return nil
    }
  }

  /// A share from 0 to 1 as text: a percentage, or a number up to 1, or one up to 100; nil for what is none.
  static func share(_ cell: SheetCell) -> String? {
    var text = cell.text
    let isPercent = text.hasSuffix("%")
    if isPercent { text = String(text.dropLast()).trimmed }
    guard let number = NumberText.double(text), number >= 0, number <= 100 else { return nil }
    if case .percent = cell.value { return number <= 1 ? "\(number)" : nil }
    return "\(isPercent || number > 1 ? number / 100 : number)"
  }

  /// A number as text, percentages as they are read: 25 for 25%; nil for what is none.
  static func number(_ cell: SheetCell) -> String? {
    switch cell.value {
    case .number(let raw): return NumberText.double(raw).map { "\($0)" }
    // Binary fractions have no more digits than these.
    case .percent(let raw): return NumberText.double(raw).map { "\(($0 * 1e12).rounded() / 1e10)" }
    case .text(let text):
      let bare = text.trimmed.filter { !$0.isWhitespace }
      return NumberText.double(bare.hasSuffix("%") ? String(bare.dropLast()) : bare).map { "\($0)" }
    case .date, .flag, .error, .uncomputed: return nil
    }
  }

  /// Yes or no; nil for anything else.
  static func answer(_ cell: SheetCell) -> Bool? {
    if case .flag(let flag) = cell.value { return flag }
    switch cell.text.phrase.first {
    case "yes", "y", "true", "confirmed", "met": return cell.text.phrase.count <= 3 ? true : nil
    case "no", "n", "false": return cell.text.phrase.count <= 3 ? false : nil
    default: return nil
    }
  }

  /// Whether a text says that there is nothing: `n/a`, `-`, `nil`, `tbc`.
  static func isNothing(_ text: String) -> Bool {
    let words = text.phrase
    return words.isEmpty
      || [["n", "a"], ["na"], ["nil"], ["none"], ["tbc"], ["tbd"], ["not", "applicable"]].contains(words)
  }

  /// The financial years that a text names: `2025-26`, `2023/2024`, `2017-19`, `23/24`; the first and the year after the last.
  static func years(in text: String) -> (from: Int, to: Int)? {
    // Long texts name other years too.
    guard text.utf8.count < 300 else { return nil }
    for word in text.split(whereSeparator: { !$0.isNumber && !"-–/".contains($0) }) {
      let parts = word.split { !$0.isNumber }
      guard parts.count == 2, [2, 4].contains(parts[0].count), [2, 4].contains(parts[1].count),
        let from = Int(parts[0].suffix(2)), let to = Int(parts[1].suffix(2)),
        parts.allSatisfy({ $0.count == 2 || $0.hasPrefix("20") })
      else { continue }
      if to > from, to - from <= 5, from >= 13, to <= 60 { return (2000 + from, 2000 + to) }
    }
    return nil
  }
}
