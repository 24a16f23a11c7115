/// Something about a workbook that whoever imports it must know.
public struct ImportFinding: Sendable, Equatable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Numbers that contradict each other, or something that could not be read.
    case error
    /// Something that may be missing in the tables.
    case warning
    /// How something came about.
    case information
  }

  /// The workbook, as it was named.
  public var workbook = ""
  /// The plan; empty where there is none.
  public var plan = ""
  /// The sheet; empty for the workbook as a whole.
  public let sheet: String
  /// The cell, such as `B12`; empty for the sheet as a whole.
  public let cell: String
  /// What kind of thing it is, a short stable word: `total-differs`.
  public let kind: String
  /// How much it matters.
  public let severity: Severity
  /// The same in a sentence.
  public let message: String
  /// What it should be by other cells; nil where it is not about money.
  public var expected: Money?
  /// What it is.
  public var found: Money?

  /// How much more there is than should be; nil where it is not about money.
  public var difference: Money? {
    guard let expected, let found else { return nil }
    return Money(pence: found.pence - expected.pence)
  }

  init(_ severity: Severity, _ kind: String, sheet: String, _ place: CellPlace?, _ message: String) {
    (self.severity, self.kind, self.sheet) = (severity, kind, sheet)
    cell = place?.reference ?? ""
    self.message = message.printable.message
  }

  /// A finding about two amounts.
  static func money(
    _ kind: String, sheet: String, _ place: CellPlace?, expected: Money, found: Money, _ what: String
  ) -> ImportFinding {
    let difference = Money(pence: found.pence - expected.pence)
    var finding = ImportFinding(
      .error, kind, sheet: sheet, place,
      "\(what): \(Wording.money(found)) against \(Wording.money(expected)), \(Wording.money(Money(pence: abs(difference.pence)))) too \(difference.pence > 0 ? "much" : "little")"
    )
    (finding.expected, finding.found) = (expected, found)
    return finding
  }
}
