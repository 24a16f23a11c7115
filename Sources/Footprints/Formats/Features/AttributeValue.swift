/// One value of one feature, as its format holds it. What it means is said by the field's ``FieldKind``: dates, times
/// and JSON are text here.
package enum AttributeValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// Any other number.
  case real(Double)
  /// Text, as it is: padding, case and empty text are kept.
  case text(String)
  /// Bytes.
  case binary([UInt8])

  /// The value as text, numbers as short as they are read back the same; nil for nothing, and for bytes, which no text
  /// format holds.
  package var words: String? {
    switch self {
    case .null, .binary: nil
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .real(let number): number.plainWords
    case .text(let text): text
    }
  }
}

extension Double {
  /// The shortest text that is read back as the same number, a whole one without a point.
  var plainWords: String {
    magnitude < 1e15 && self == rounded() ? String(Int64(self)) : description
  }
}

/// What the values of a field are.
package enum FieldKind: String, Sendable, CaseIterable {
  case boolean, integer, real, text, binary
  /// A day, as text: `2021-04-01` (ISO 8601).
  case date
  /// A day and a time, as text: `2021-04-01T10:30:00Z` (ISO 8601, with or without a fraction of a second and a zone).
  case dateTime
  /// An object or array, as JSON text.
  case json

  /// The kind as people say it.
  package var title: String {
    switch self {
    case .boolean: "yes or no"
    case .integer: "whole numbers"
    case .real: "numbers"
    case .text: "text"
    case .binary: "bytes"
    case .date: "dates"
    case .dateTime: "dates with times"
    case .json: "JSON"
    }
  }
}

/// A field of a layer.
package struct FeatureField: Sendable, Equatable {
  /// The name, as the file has it.
  package var name: String
  /// What its values are.
  package var kind: FieldKind
  /// The most characters of a text, or digits of a number, that the file declares; nil where it does not.
  package var width: Int?
  /// The decimals that the file declares; nil where it does not.
  package var decimals: Int?

  /// Describes a field.
  package init(_ name: String, _ kind: FieldKind, width: Int? = nil, decimals: Int? = nil) {
    self.name = name
    self.kind = kind
    self.width = width
    self.decimals = decimals
  }
}
