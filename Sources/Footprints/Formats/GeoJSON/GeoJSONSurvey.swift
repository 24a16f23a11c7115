/// What a first pass over GeoJSON features finds: where they begin, which fields they have, and of which kinds.
struct GeoJSONSurvey: Sendable {
  /// Where the first feature begins.
  let start: Int
  var count = 0
  /// The names of the fields as raw bytes, in order of first appearance, each with the kinds of its values.
  var fields: [(name: [UInt8], kinds: JSONKinds)] = []
  /// Names beyond those that are taken.
  var furtherFields = false
  var identifiers: JSONKinds = []
  /// How many features have an identifier.
  var identified = 0
  /// Whether the identifiers that are whole numbers become greater from one to the next.
  var ascent = Ascent()
  var types: GeometryType.Set = []
  var parts: PositionParts = []
  /// Names of members that are not kept, up to ten.
  var foreign: [String] = []

  /// No layer has more fields than this; databases have no more columns.
  static let mostFields = 1000

  /// Adds what another stretch has.
  mutating func add(_ other: GeoJSONSurvey) {
    count += other.count
    var expected = 0
    for (name, kinds) in other.fields {
      name.withUnsafeBufferPointer { note($0, kinds, &expected) }
    }
    furtherFields = furtherFields || other.furtherFields
    identifiers.formUnion(other.identifiers)
    identified += other.identified
    ascent.add(other.ascent)
    types.formUnion(other.types)
    parts.formUnion(other.parts)
    for name in other.foreign { noteForeign(name) }
  }

  /// Adds kinds of values to a field. `expected` is where it is looked for first: features of one file nearly always have
  /// the same names in the same order.
  mutating func note(_ name: UnsafeBufferPointer<UInt8>, _ kinds: JSONKinds, _ expected: inout Int) {
    if expected < fields.count, fields[expected].name.elementsEqual(name) {
      fields[expected].kinds.formUnion(kinds)
      expected += 1
    } else if let known = fields.firstIndex(where: { $0.name.elementsEqual(name) }) {
      fields[known].kinds.formUnion(kinds)
      expected = known + 1
    } else if fields.count < Self.mostFields {
      fields.append((Array(name), kinds))
      expected = fields.count
    } else {
      furtherFields = true
    }
  }

  mutating func noteForeign(_ name: String) {
    if foreign.count < 10, !foreign.contains(name) { foreign.append(name) }
  }
}

/// Whether numbers that follow each other become greater.
struct Ascent: Sendable {
  private var ends: (first: Int64, last: Int64)?
  private(set) var holds = true
  /// Whether all of them can be numbers of rows for other programs too, to which negative ones mean nothing.
  var isCount: Bool { holds && (ends?.first ?? 0) >= 0 }

  /// Adds the next number.
  mutating func add(_ number: Int64) {
    if let ends, ends.last >= number { holds = false }
    ends = (ends?.first ?? number, number)
  }

  /// Adds the numbers that come after these.
  mutating func add(_ other: Ascent) {
    holds = holds && other.holds
    guard let others = other.ends else { return }
    if let ends, ends.last >= others.first { holds = false }
    ends = (ends?.first ?? others.first, others.last)
  }
}

/// Kinds of JSON values, one bit each.
struct JSONKinds: OptionSet, Sendable {
  let rawValue: UInt8
  static let boolean = JSONKinds(rawValue: 1)
  static let integer = JSONKinds(rawValue: 2)
  static let real = JSONKinds(rawValue: 4)
  static let text = JSONKinds(rawValue: 8)
  static let date = JSONKinds(rawValue: 16)
  static let dateTime = JSONKinds(rawValue: 32)
  static let json = JSONKinds(rawValue: 64)

  /// The kind of field that holds all of them; text where nothing else does.
  var field: FieldKind {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .real, [.integer, .real]: .real
    case .date: .date
    case .dateTime: .dateTime
    case .json: .json
    default: .text
    }
  }

  /// The kinds in words, where they are not what the field holds; nil where nothing was changed.
  var widened: String? {
    if field != .text
      || [[], .text, [.text, .date], [.text, .dateTime], [.date, .dateTime], [.text, .date, .dateTime]]
        .contains(self)
    {
      return nil
    }
    let words: [(JSONKinds, String)] = [
      (.boolean, "true and false"), ([.integer, .real], "numbers"), ([.text, .date, .dateTime], "text"),
      (.json, "objects or arrays"),
    ]
    return Wording.list(words.filter { !intersection($0.0).isEmpty }.map(\.1))
  }
}
