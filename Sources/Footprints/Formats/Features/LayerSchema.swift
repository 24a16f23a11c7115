/// What is known of a layer before its features are read.
package struct LayerSchema: Sendable {
  /// The name of the layer in its file, or of the file.
  package var name: String
  /// The fields, in the order of the values of every feature.
  package var fields: [FeatureField]
  /// The types of its geometries as far as they are known in front; empty where no feature has one, or only
  /// ``GeometryType/geometry`` where anything may come.
  package var types: GeometryType.Set
  /// Which numbers positions have besides x and y: those that any of them has.
  package var parts: PositionParts
  /// What the file says about its reference system.
  package var reference: StatedReference
  /// How many features there are; nil where nobody knows without reading all.
  package var count: Int?
  /// What identifies features apart from their fields, such as the `id` of GeoJSON; nil for nothing.
  package var identifier: FieldKind?
  /// Whether the identifiers are whole numbers, one for each feature, and each is greater than the one before: a database can
  /// number its rows by them, and has them in the same order then.
  package var identifiersAscend = false

  /// Puts the parts together.
  package init(
    name: String, fields: [FeatureField], types: GeometryType.Set, parts: PositionParts = [],
    reference: StatedReference, count: Int? = nil, identifier: FieldKind? = nil
  ) {
    self.name = name
    self.fields = fields
    self.types = types
    self.parts = parts
    self.reference = reference
    self.count = count
    self.identifier = identifier
  }
}
