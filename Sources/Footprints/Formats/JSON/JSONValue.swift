/// A JSON value with its members in the order they were written, for small documents and for output.
public enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any other number; one that is not finite is written as null.
  case number(Double)
  /// An exact decimal: a count of units of the last of some decimals, such as pence with two places. Written
  /// with all its places, which are 0 or more.
  case decimal(units: Int64, places: Int)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object([Member])

  /// A name and its value.
  public struct Member: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Puts the two together.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object whose members keep their order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  /// `null`.
  public init(nilLiteral: ()) { self = .null }

  /// A string, or null for nil.
  package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  /// A number, or null for nil.
  package init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
  /// A number of what is counted whole, people above all: without a fraction where it has none, else in full; null for
  /// nil.
  package init(whole number: Double?) {
    self = number.flatMap(Int.init(exactly:)).map(JSONValue.integer) ?? JSONValue(number)
  }
  /// An array of strings.
  package init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }
}

extension JSONValue {
  /// The value of a member of an object; nil where there is none, and in everything else.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements of an array.
  package var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}

extension JSONValue {
  /// The number, whole or not.
  public var double: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The size of a number, exact decimals included, for putting rows in order; nothing for what is no number.
  package var magnitude: Double {
    switch self {
    case .decimal(let units, let places): (0..<places).reduce(Double(units)) { number, _ in number / 10 }
    default: double ?? -.infinity
    }
  }

  /// The value as a cell of a CSV table: nothing for null, numbers in full, lists joined by semicolons.
  public var cell: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .number(let value): value.isFinite ? "\(value)" : ""
    case .array(let elements): elements.map(\.cell).joined(separator: ";")
    case .bool, .integer, .decimal, .object: compact
    }
  }
}

extension JSONValue: Encodable {
  /// The value itself; an exact decimal as the nearest number that the encoder has for it.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Name.self)
      for member in members { try container.encode(member.value, forKey: Name(stringValue: member.name)) }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    default: try encodeSingle(to: encoder)
    }
  }

  private func encodeSingle(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value) where value.isFinite: try container.encode(value)
    case .decimal(let units, let places):
      // One division, so that the result is the nearest number.
      try container.encode(Double(units) / (0..<places).reduce(1.0) { scale, _ in scale * 10 })
    case .string(let value): try container.encode(value)
    default: try container.encodeNil()
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension JSONValue {
  /// Pounds with two decimals, or null for nil.
  package init(_ money: Money?) {
    self = money.map { .decimal(units: $0.pence, places: 2) } ?? .null
  }
}
