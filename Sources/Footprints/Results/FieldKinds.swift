// The kinds of fields, so that a declaration reads like a line of a data dictionary: name, title, meaning, value.

extension Field {
  /// A word or sentence.
  public static func text(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> String?
  ) -> Field {
    Field(.init(name: name, title: title, meaning: meaning, style: .text)) { JSONValue(value($0)) }
  }

  /// Several words; joined by semicolons in CSV.
  public static func texts(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> [String]
  ) -> Field {
    Field(.init(name: name, title: title, meaning: meaning, style: .text)) { JSONValue(value($0)) }
  }

  /// Whole numbers; joined by semicolons in CSV.
  public static func integers(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> [Int]
  ) -> Field {
    Field(.init(name: name, title: title, meaning: meaning, style: .text)) {
      .array(value($0).map(JSONValue.integer))
    }
  }

  /// A number that people read with that many decimals.
  public static func number(
    _ name: String, _ title: String, unit: Unit? = nil, decimals: Int, _ meaning: String,
    _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(.init(name: name, title: title, unit: unit, meaning: meaning, style: .decimals(decimals))) {
      JSONValue(value($0))
    }
  }

  /// A number of things.
  public static func count(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Int?
  ) -> Field {
    Field(.init(name: name, title: title, unit: .count, meaning: meaning, style: .whole)) {
      value($0).map(JSONValue.integer) ?? .null
    }
  }

  /// An area in square metres.
  public static func area(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(.init(name: name, title: title, unit: .squareMetres, meaning: meaning, style: .area)) {
      JSONValue(value($0))
    }
  }

  /// A part of a whole, 0 to 1.
  public static func share(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(.init(name: name, title: title, unit: .share, meaning: meaning, style: .share)) {
      JSONValue(value($0))
    }
  }

  /// People, written as a whole number where they are whole, else in full; shown as whole numbers.
  public static func people(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(.init(name: name, title: title, unit: .people, meaning: meaning, style: .whole)) {
      JSONValue(whole: value($0))
    }
  }

  /// People, or an area in m2, whichever is weighed: written and shown as people are.
  public static func mass(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(.init(name: name, title: title, meaning: meaning, style: .whole)) { JSONValue(whole: value($0)) }
  }

  /// Pounds, exact to the penny.
  public static func money(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Money?
  ) -> Field {
    Field(.init(name: name, title: title, unit: .pounds, meaning: meaning, style: .money)) {
      JSONValue(value($0))
    }
  }

  /// Yes or no.
  public static func flag(
    _ name: String, _ title: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Bool?
  ) -> Field {
    Field(.init(name: name, title: title, meaning: meaning, style: .yesNo)) {
      value($0).map(JSONValue.bool) ?? .null
    }
  }

  /// A record within the record, of which some fields are there under conditions only; null where there is none.
  public static func record<Part>(
    _ name: String, _ meaning: String, _ fields: [Field<Part>],
    showing conditions: @escaping @Sendable (Record) -> Set<Condition> = { _ in [] },
    _ value: @escaping @Sendable (Record) -> Part?
  ) -> Field {
    Field(
      .init(
        name: name, title: name.spaced, meaning: meaning, style: .text, parts: fields.map(\.description))
    ) { record in
      let shown: [Field<Part>] = fields.showing(conditions(record))
      return value(record).map { shown.object(of: $0) } ?? .null
    }
  }

  /// The results of another analysis, whose own entry in the data dictionary describes them; null where there are none.
  static func answer<Part: AnalysisResult>(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> Part?
  ) -> Field {
    Field(.init(name: name, title: name.spaced, meaning: meaning, style: .text)) { record in
      value(record).map { Part.fields.object(of: $0) } ?? .null
    }
  }

  /// A list of records, of which some fields are there under conditions only.
  public static func records<Part>(
    _ name: String, _ meaning: String, _ fields: [Field<Part>],
    showing conditions: @escaping @Sendable (Record) -> Set<Condition> = { _ in [] },
    _ value: @escaping @Sendable (Record) -> [Part]
  ) -> Field {
    Field(
      .init(
        name: name, title: name.spaced, meaning: meaning, style: .text, parts: fields.map(\.description),
        isList: true),
      elements: { (record, body) throws(FootprintsError) in
        let shown: [Field<Part>] = fields.showing(conditions(record))
        for part in value(record) { try body(shown.object(of: part)) }
      }
    ) { record in
      let shown: [Field<Part>] = fields.showing(conditions(record))
      return .array(value(record).map { shown.object(of: $0) })
    }
  }

  /// A list of records whose fields are not known before there is a record around them; `parts` says what they are like.
  public static func records<Part>(
    _ name: String, _ meaning: String, parts: [FieldDescription],
    fields: @escaping @Sendable (Record) -> [Field<Part>], _ value: @escaping @Sendable (Record) -> [Part]
  ) -> Field {
    Field(
      .init(name: name, title: name.spaced, meaning: meaning, style: .text, parts: parts, isList: true),
      elements: { (record, body) throws(FootprintsError) in
        let shown = fields(record)
        for part in value(record) { try body(shown.object(of: part)) }
      }
    ) { record in
      let shown = fields(record)
      return .array(value(record).map { shown.object(of: $0) })
    }
  }

  /// Yes or no under names that depend on the data: an object in JSON, in CSV a column for each name after the
  /// prefix.
  public static func flags(
    _ name: String, prefix: String, _ meaning: String,
    _ value: @escaping @Sendable (Record) -> [(name: String, flag: Bool)]
  ) -> Field {
    let description = FieldDescription(
      name: name, title: prefix, meaning: meaning, style: .yesNo, isMap: true)
    let entries: @Sendable (Record) -> [JSONValue.Member] = { record in
      value(record).map { JSONValue.Member($0.name, .bool($0.flag)) }
    }
    return Field(description, entries: entries) { .object(entries($0)) }
  }
}

extension Field {
  /// Numbers of things under names that depend on the data: an object in JSON.
  public static func counts(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Record) -> [(name: String, count: Int)]
  ) -> Field {
    let description = FieldDescription(
      name: name, title: name.spaced, unit: .count, meaning: meaning, style: .whole, isMap: true)
    let entries: @Sendable (Record) -> [JSONValue.Member] = { record in
      value(record).map { JSONValue.Member($0.name, .integer($0.count)) }
    }
    return Field(description, entries: entries) { .object(entries($0)) }
  }
}

extension String {
  /// "smallest set" from "smallest_set".
  var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
