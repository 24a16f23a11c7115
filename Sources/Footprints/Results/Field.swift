/// One named value of a record, declared once: its name for programs, its title, unit and meaning for people, and
/// how people read it. CSV columns, JSON members, tables on a terminal and in Markdown, and the data dictionary
/// (`docs/outputs.md`) are all made from the same declaration.
public struct Field<Record>: Sendable {
  /// Everything about the field except its values.
  public private(set) var description: FieldDescription
  /// The value of a record, nested records and lists included.
  let value: @Sendable (Record) -> JSONValue
  /// The records of a list one by one, so that a long list need not be in memory as a whole; nil for other fields.
  let elements: Elements?
  /// The entries of a field whose names are not known before there is a record; nil for other fields.
  let entries: (@Sendable (Record) -> [JSONValue.Member])?

  typealias Elements =
    @Sendable (Record, (JSONValue) throws(FootprintsError) -> Void) throws(FootprintsError) -> Void

  init(
    _ description: FieldDescription, elements: Elements? = nil,
    entries: (@Sendable (Record) -> [JSONValue.Member])? = nil,
    value: @escaping @Sendable (Record) -> JSONValue
  ) {
    self.description = description
    self.elements = elements
    self.entries = entries
    self.value = value
  }

  /// The columns that the field makes of some records: itself, or one for every name that its entries have, in the order
  /// in which they turn up.
  func columns(
    of records: [Record]
  ) -> [(description: FieldDescription, value: @Sendable (Record) -> JSONValue)] {
    guard let entries else { return [(description, value)] }
    var seen: Set<String> = []
    return records.flatMap { entries($0).map(\.name) }.filter { seen.insert($0).inserted }.map { key in
      var column = description
      column.name = description.title + key.replacing("-", with: "_")
      column.title = key
      return (column, { record in entries(record).first { $0.name == key }?.value ?? .null })
    }
  }

  /// The same field, with words for people where there is no value.
  public func orElse(_ words: String) -> Field {
    var copy = self
    copy.description.missing = words
    return copy
  }

  /// The same field, present only where a condition holds.
  public func when(_ condition: Condition) -> Field {
    var copy = self
    copy.description.condition = condition
    return copy
  }
}

/// What a field holds, for whoever reads its values.
public struct FieldDescription: Sendable, Equatable {
  /// The name in CSV and JSON, in snake case.
  public var name: String
  /// The words above a column for people; `{x}` and `{y}` stand for the names of two layers.
  public var title: String
  /// The unit; nil for words and for numbers without one.
  public var unit: Unit?
  /// What it says, a phrase.
  public var meaning: String
  /// How people read it.
  public var style: Style
  /// What people read where there is no value.
  public var missing = ""
  /// When it is there; always if nil.
  public var condition: Condition?
  /// The fields of the record, or of each record of the list, that it holds; empty for a single value.
  public var parts: [FieldDescription] = []
  /// Whether it is a list of records.
  public var isList = false
  /// Whether its entries have names that depend on the data; `title` is the prefix of their columns then, or has the
  /// word NAME in their place.
  public var isMap = false
}

/// A unit of a field, as the data dictionary names it.
public enum Unit: String, Sendable {
  /// Square metres.
  case squareMetres = "m2"
  /// Metres.
  case metres = "m"
  /// A part of a whole, 0 to 1.
  case share = "0 to 1"
  /// People.
  case people = "people"
  /// Pounds sterling, two decimals.
  case pounds = "GBP"
  /// Degrees clockwise from grid north, 0 to 360.
  case bearing = "degrees"
  /// A number of things.
  case count = "count"
}

/// Whether some fields are there, in words for the data dictionary.
public struct Condition: Sendable, Hashable {
  /// The words: "where people are counted".
  public let words: String

  /// Puts a condition into words.
  public init(_ words: String) { self.words = words }

  /// Where shares are of people.
  public static let people = Condition("where people are counted")
  /// Where shares are of patients.
  public static let patients = Condition("where shares are of flows of patients")
  /// Where shares are of either.
  public static let persons = Condition("where people or patients are counted")
}

extension MassUnit {
  /// Which fields are there where masses are of this.
  var conditions: Set<Condition> {
    switch self {
    case .squareMetres: []
    case .people: [.people, .persons]
    case .patients: [.patients, .persons]
    }
  }
}

/// How people read a value.
public enum Style: Sendable, Equatable {
  /// As it is.
  case text
  /// A whole number with thousands separated: "1,234".
  case whole
  /// An area in the unit that suits its size: "12.3 ha".
  case area
  /// A percentage: "45.2%".
  case share
  /// A number with that many decimals.
  case decimals(Int)
  /// Pounds to the penny: "£1,234.50".
  case money
  /// "yes" or "no".
  case yesNo

  /// Whether a column of such values is aligned right, as numbers are.
  public var isNumber: Bool {
    switch self {
    case .text, .yesNo: false
    case .whole, .area, .share, .decimals, .money: true
    }
  }

  /// The words for a value; `missing` for nil.
  public func words(for value: JSONValue, missing: String = "") -> String {
    switch (self, value) {
    case (_, .null): missing
    case (.yesNo, .bool(let flag)): flag ? "yes" : "no"
    case (_, .string(let text)): text
    case (.text, .integer(let number)): String(number)
    case (_, .array(let elements)): elements.map { words(for: $0) }.joined(separator: ", ")
    case (.money, .decimal(let pence, _)): Wording.money(Money(pence: pence))
    default: value.double.flatMap(words) ?? value.cell
    }
  }

  /// The words for a number; nil where it is shown as it is.
  private func words(_ number: Double) -> String? {
    switch self {
    case .text, .yesNo, .money: nil
    case .whole: Wording.count(number)
    case .area: Wording.area(number)
    case .share: Wording.percent(number)
    case .decimals(let places): Wording.decimal(number, places)
    }
  }
}

extension Sequence {
  /// The fields that are there under some conditions.
  func showing<Record>(_ conditions: Set<Condition>) -> [Field<Record>] where Element == Field<Record> {
    filter { field in field.description.condition.map(conditions.contains) ?? true }
  }

  /// A record as a JSON object.
  func object<Record>(of record: Record) -> JSONValue where Element == Field<Record> {
    .object(map { JSONValue.Member($0.description.name, $0.value(record)) })
  }
}
