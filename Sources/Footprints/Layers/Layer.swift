/// A layer of areas as it was read: in the working reference system, with the code and name of each, in the order of
/// its file, rings as they come. What analyses work on is the ``PreparedLayer`` made from it.
package struct Layer: Sendable {
  /// The resource's name in its data package, or the file's name.
  package var name: String
  /// What the areas are: `ccg`, `utla`, `brick` ...; nil for a file without a package.
  package var role: String?
  /// The month the boundaries were in force, such as `2021-04`.
  package var vintage: String?
  /// How far generalisation may have moved the boundaries.
  package var resolution: Resolution
  /// One code per area; no two are equal.
  package var codes: [String]
  /// One name per area; the code where the file has none.
  package var names: [String]
  /// The position of each area's feature in its file.
  package var features: [Int]
  /// The group of each area; nil where none was asked for.
  package var groups: [NamedCode?]?
  /// The areas in metres.
  package var geometry: MultiPolygonArray
  /// Where the layer comes from.
  package var origin: LayerOrigin
  /// What was noticed while reading it.
  package var notices: [Notice]
  /// The number of areas.
  package var count: Int { codes.count }

  /// Puts the parts together.
  package init(
    name: String, role: String? = nil, vintage: String? = nil, resolution: Resolution, codes: [String],
    names: [String], geometry: MultiPolygonArray, origin: LayerOrigin, notices: [Notice] = []
  ) {
    self.name = name
    self.role = role
    self.vintage = vintage
    self.resolution = resolution
    self.codes = codes
    self.names = names
    features = Array(codes.indices)
    self.geometry = geometry
    self.origin = origin
    self.notices = notices
  }

  /// The position of a code; nil when no area has it.
  package func index(ofCode code: String) -> Int? { codes.firstIndex(of: code) }
}

/// Where a layer comes from and what was done to it, for provenance.
public struct LayerOrigin: Sendable {
  /// Every file that was read, each as it was when it was opened: the one that was named first, then those
  /// next to it, such as the .dbf and .prj of a Shapefile. None for a layer that a program made.
  public var files: [FileBytes]
  /// The layer's name inside the file, where it was asked for by that.
  package var layerInFile: String?
  /// The format's name, such as `GeoJSON`; ``memory`` for a layer that a program made.
  public var format: String
  /// The field that gave the codes; nil when features were numbered, or a program gave the codes.
  public var codeField: String?
  /// The field that gave the names; nil when the codes are used instead, or a program gave the names.
  public var nameField: String?
  /// Areas whose codes begin otherwise were left out; nil when all were taken.
  public var codePrefix: [String]?
  /// The features of the file, or the areas that were given.
  public var features: Int
  /// The vertices of the layer as read, including closing ones.
  public var vertices: Int
  /// The way from the file's reference system to the working one.
  public var transformation: Transformation
  /// Whether the areas are of no real place, which every output made from them says.
  package var isFictional = false
  /// How well the operation was approximated; nil when PROJ itself transformed every vertex.
  public var approximation: Transformation.Approximation?

  /// The format of a layer that a program made.
  public static let memory = "memory"
}

extension LayerOrigin {
  /// The format of a layer of pieces of two others.
  static let pieces = "pieces"

  /// The origin of the pieces of two layers, whose files are those of both.
  init(pieces: Int, _ vertices: Int, of x: LayerOrigin, _ y: LayerOrigin) {
    files = x.files + y.files
    format = Self.pieces
    features = pieces
    self.vertices = vertices
    transformation = x.transformation
    isFictional = x.isFictional || y.isFictional
    approximation = x.approximation
  }
}
