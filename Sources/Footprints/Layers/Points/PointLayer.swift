/// Points as they were read: in the working reference system, with the identifier of each, in the order of their file.
///
/// Points without coordinates keep their place, so that no row of a file gets lost.
public struct PointLayer: Sendable {
  /// The resource's name in its data package, or the file's name.
  public let name: String
  /// What the points are; nil for a file without a package.
  public let role: String?
  /// The identifier of each point, such as a postcode; several points may have the same.
  public let codes: [String]
  /// The name of each point, empty where it has none; nil where the file has no names.
  public let names: [String]?
  /// Where each point is, in metres of the working reference system; not a number where it is nowhere.
  public let coordinates: [Coordinate]
  /// Where the points come from.
  public let origin: PointOrigin
  /// What was noticed while reading them.
  public let notices: [Notice]
  /// A number that these points share with their copies alone; what was made from them can be kept under it.
  package let identity: Int
  private let attributes: any FeatureAttributes

  init(
    name: String, role: String?, codes: [String], names: [String]?, coordinates: [Coordinate],
    origin: PointOrigin, attributes: any FeatureAttributes, notices: [Notice]
  ) {
    (self.name, self.role, self.codes, self.names) = (name, role, codes, names)
    (self.coordinates, self.origin) = (coordinates, origin)
    (self.attributes, self.notices) = (attributes, notices)
    identity = PreparedLayer.nextIdentity()
  }

  /// The number of points, those without coordinates among them.
  public var count: Int { codes.count }

  /// The names of all fields of the file.
  public var fields: [String] { attributes.fields }

  /// The value of a field for each point, read from the file when it is asked for; nil where a point has none.
  public func values(of field: String) throws(FootprintsError) -> [String?] {
    try attributes.values(of: field)
  }

  /// Whether a point has a place.
  func isPlaced(_ point: Int) -> Bool { coordinates[point].x.isFinite && coordinates[point].y.isFinite }

  /// The code and name of a point; the code where it has no name.
  public func unit(_ point: Int) -> NamedCode {
    let name = names?[point] ?? ""
    return NamedCode(code: codes[point], name: name.isEmpty ? codes[point] : name)
  }
}

/// Where points come from and what was done to them, for provenance.
public struct PointOrigin: Sendable {
  /// The file.
  public var files: [FileBytes]
  /// The format's name: `CSV` or `GeoJSON`.
  public var format: String
  /// The field that gave the identifiers; nil when points were numbered.
  public var codeField: String?
  /// The field that gave the names; nil without names.
  public var nameField: String?
  /// The columns that gave the coordinates; nil where geometries did.
  public var xField: String?
  /// The other one.
  public var yField: String?
  /// Points whose codes begin otherwise were left out; nil when all were taken.
  public var codePrefix: [String]?
  /// How many points have no coordinates.
  public var withoutCoordinates: Int
  /// The way from the file's reference system to the working one.
  public var transformation: Transformation
  /// Whether the points are of no real place.
  package var isFictional = false
  /// How well the operation was approximated; nil when PROJ itself transformed every point.
  public var approximation: Transformation.Approximation?
}
