/// What is asked for when a layer is converted.
package struct ConversionRequest: Sendable {
  /// A field of the result: one of the input, perhaps under another name.
  package struct Choice: Sendable, Equatable {
    /// The name in the input.
    package var field: String
    /// The name in the result.
    package var name: String

    /// Takes a field under a name.
    package init(field: String, name: String) {
      self.field = field
      self.name = name
    }
  }

  /// What a feature must have to be kept.
  package struct Condition: Sendable, Equatable {
    /// The name of the field in the input.
    package var field: String
    /// What its value must be, as text; empty for features without a value.
    package var value: String

    /// Asks for a value.
    package init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// The reference system of the result; nil for that of the input, or for the one that the format asks for.
  package var target: ReferenceSystem?
  /// The reference system of the input, whatever it states; nil for what it states.
  package var source: ReferenceSystem?
  /// The fields of the result in their order; nil for all.
  package var fields: [Choice]?
  /// What features must have; all of it.
  package var conditions: [Condition] = []
  /// Geometries that take the place of features' own.
  package var replaced = ReplacedGeometries()
  /// The decimals of coordinates; nil for all, or for seven where they became longitudes and latitudes.
  package var decimals: Int?
  /// Whether every vertex goes through PROJ itself rather than its checked approximation.
  package var projectsExactly = false
  /// The name of the layer in the result; nil for its own.
  package var layer: String?
  /// The time that formats state which state one.
  package var lastChange = "1970-01-01T00:00:00.000Z"
  /// How many threads may be used; never changes what is written.
  package var jobs = availableJobs

  /// Asks for all of a layer as it is.
  package init() {}
}
