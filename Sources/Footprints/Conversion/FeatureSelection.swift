/// Which features of a stream are kept, with which fields under which names.
struct FeatureSelection: Sendable {
  /// The schema of what is kept.
  let schema: LayerSchema
  /// For each field kept, its place in the input; nil where all are as they were.
  private let places: [Int]?
  private let conditions: [(place: Int?, value: AttributeValue)]
  private let inputFields: Int

  /// Finds the fields. Throws `usage`, with the nearest, for one that is not there, and for two of one name.
  init(_ schema: LayerSchema, _ request: ConversionRequest, file: String) throws(FootprintsError) {
    inputFields = schema.fields.count
    func place(_ name: String) throws(FootprintsError) -> Int {
      let names = schema.fields.map(\.name)
      if let place = names.firstIndex(of: name)
        ?? names.firstIndex(where: { $0.lowercased() == name.lowercased() })
      {
        return place
      }
      throw FootprintsError(
        .usage, "has no field '\(name)'", file: file,
        remedy: names.isEmpty ? "It has no fields." : suggestion(for: name, among: names, kind: "fields"))
    }
    var kept = schema
    if let choices = request.fields {
      var fields: [FeatureField] = []
      var places: [Int] = []
      for choice in choices {
        let index = try place(choice.field)
        var field = schema.fields[index]
        // A name in other capitals means the field, not a new name for it.
        if choice.name != choice.field { field.name = choice.name }
        guard !fields.contains(where: { $0.name == field.name }) else {
          throw FootprintsError(
            .usage, "two fields of the result would be called '\(field.name)'", remedy: "Name each once.")
        }
        fields.append(field)
        places.append(index)
      }
      kept.fields = fields
      self.places = places
    } else {
      places = nil
    }
    if let layer = request.layer { kept.name = layer }
    var conditions: [(place: Int?, value: AttributeValue)] = []
    for condition in request.conditions {
      if condition.field == "id", schema.identifier != nil,
        !schema.fields.contains(where: { $0.name == "id" })
      {
        conditions.append((nil, .text(condition.value)))
        continue
      }
      let index = try place(condition.field)
      let kind = schema.fields[index].kind
      let text = AttributeValue.text(condition.value)
      if condition.value.isEmpty {
        conditions.append((index, .null))
      } else if let value = text.fitting(kind) {
        conditions.append((index, value))
      } else {
        throw FootprintsError(
          .usage,
          "'\(condition.value)' is no value that the field '\(schema.fields[index].name)' can have: it holds \(kind.title)",
          file: file)
      }
    }
    self.conditions = conditions
    if !conditions.isEmpty { kept.count = nil }
    self.schema = kept
  }

  /// What is kept of a batch.
  func apply(to batch: consuming FeatureBatch) -> FeatureBatch {
    if conditions.isEmpty, places == nil { return batch }
    var kept = FeatureBatch()
    for feature in 0..<batch.count where holds(feature, batch) {
      kept.geometry += batch.geometry[batch.bytes(of: feature)]
      kept.ends.append(kept.geometry.count)
      let base = feature * inputFields
      if let places {
        for place in places { kept.values.append(batch.values[base + place]) }
      } else {
        kept.values += batch.values[base..<base + inputFields]
      }
      if !batch.identifiers.isEmpty { kept.identifiers.append(batch.identifiers[feature]) }
    }
    return kept
  }

  private func holds(_ feature: Int, _ batch: FeatureBatch) -> Bool {
    conditions.allSatisfy { condition in
      guard let place = condition.place else {
        return batch.identifiers[feature].words == condition.value.words
      }
      let value = batch.values[feature * inputFields + place]
      // Empty text is no value either.
      if condition.value == .null { return value == .null || value == .text("") }
      return value == condition.value
    }
  }
}
