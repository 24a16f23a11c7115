/// What every reader of a format hands on: the features of one file, before it has been decided which
/// field is the code and in which reference system the work is done.
package struct FeatureTable: Sendable {
  /// What kind of geometry a feature came with.
  package enum Shape: Sendable, Equatable {
    /// Polygons, present in `geometry`.
    case polygon
    /// No geometry (`null`, an empty one, a Shapefile null shape).
    case none
    /// Something without an area; the name of its type. Such a feature has no polygons in `geometry`.
    case other(String)
  }

  /// One area per feature, in file order, in the file's own reference system (x before y).
  package var geometry: MultiPolygonArray
  /// The position of each feature that is one point, infinite for several points, and not a number for all others;
  /// empty where the reader of a format has none.
  package var points: [Coordinate]
  /// The kind of geometry of each feature.
  package var shapes: [Shape]
  /// The attributes of the features.
  package var attributes: any FeatureAttributes
  /// What the file itself says about its reference system.
  package var reference: StatedReference
  /// What the reader had to say.
  package var notices: [Notice]

  /// Puts the parts together. Precondition: as many shapes as areas.
  package init(
    geometry: MultiPolygonArray, points: [Coordinate] = [], shapes: [Shape],
    attributes: any FeatureAttributes,
    reference: StatedReference,
    notices: [Notice] = []
  ) {
    precondition(shapes.count == geometry.count, "one shape per feature")
    self.geometry = geometry
    self.points = points
    self.shapes = shapes
    self.attributes = attributes
    self.reference = reference
    self.notices = notices
  }
}

extension FeatureTable {
  /// Takes the geometry out of the table, which keeps its other parts.
  mutating func takeGeometry() -> MultiPolygonArray {
    var taken = MultiPolygonArray()
    swap(&taken, &geometry)
    return taken
  }
}

/// What a file says about its reference system.
package enum StatedReference: Sendable, Equatable {
  /// A definition that PROJ understands: `EPSG:27700`, `OGC:CRS84`, WKT.
  case definition(String)
  /// Nothing, but the format has a default (GeoJSON: `OGC:CRS84`).
  case formatDefault(String)
  /// Nothing at all (a Shapefile without a .prj).
  case missing
}

/// The attributes of the features of one file, read when asked for.
package protocol FeatureAttributes: Sendable {
  /// The names of the fields in order of first appearance.
  var fields: [String] { get }
  /// The value of a field for each feature, as text without padding; nil where the feature has none.
  /// An unknown field is nil everywhere.
  func values(of field: String) throws(FootprintsError) -> [String?]
}
