/// The types of geometries of ISO 19125 and SQL/MM, by their code in well-known binary.
package enum GeometryType: UInt32, Sendable, CaseIterable {
  /// Any type at all; no geometry has it, only layers do.
  case geometry = 0
  case point, lineString, polygon, multiPoint, multiLineString, multiPolygon, geometryCollection
  case circularString, compoundCurve, curvePolygon, multiCurve, multiSurface, curve, surface
  case polyhedralSurface, tin, triangle

  /// The name in GeoJSON, for the seven that it has, and as people write the others.
  package var name: String {
    switch self {
    case .geometry: "Geometry"
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    case .circularString: "CircularString"
    case .compoundCurve: "CompoundCurve"
    case .curvePolygon: "CurvePolygon"
    case .multiCurve: "MultiCurve"
    case .multiSurface: "MultiSurface"
    case .curve: "Curve"
    case .surface: "Surface"
    case .polyhedralSurface: "PolyhedralSurface"
    case .tin: "TIN"
    case .triangle: "Triangle"
    }
  }

  /// The type of a name in any letter case; nil for a word that names none.
  package init?(named name: some StringProtocol) {
    let wanted = name.lowercased()
    if wanted == "geomcollection" {
      self = .geometryCollection
      return
    }
    guard let type = Self.allCases.first(where: { $0.name.lowercased() == wanted }) else { return nil }
    self = type
  }

  /// What a geometry of the type is made of.
  enum Content { case position, positions, rings, geometries }

  /// What follows the header of a geometry; nil for the types that no geometry has.
  var content: Content? {
    switch self {
    case .point: .position
    case .lineString, .circularString: .positions
    case .polygon, .triangle: .rings
    case .multiPoint, .multiLineString, .multiPolygon, .geometryCollection, .compoundCurve, .curvePolygon,
      .multiCurve, .multiSurface, .polyhedralSurface, .tin:
      .geometries
    case .geometry, .curve, .surface: nil
    }
  }

  /// Whether it is one of the seven types of straight lines that every format knows.
  package var isSimple: Bool { (1...7).contains(rawValue) }

  /// The type of several of these: MultiPolygon for Polygon; nil where there is none.
  package var several: GeometryType? {
    switch self {
    case .point: .multiPoint
    case .lineString: .multiLineString
    case .polygon: .multiPolygon
    default: nil
    }
  }

  /// A set of types, one bit each.
  package struct Set: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package init(_ type: GeometryType) { rawValue = 1 << type.rawValue }

    /// The type that all geometries of the set have or may be taken for: MultiPolygon for Polygon and MultiPolygon.
    package var common: GeometryType {
      for type in GeometryType.allCases where type != .geometry {
        if self == Set(type) { return type }
        if let several = type.several, self == [Set(type), Set(several)] { return several }
      }
      return .geometry
    }

    /// The types, in the order of their codes.
    package var types: [GeometryType] { GeometryType.allCases.filter { contains(Set($0)) } }
  }
}

/// Which numbers a position has besides x and y.
package struct PositionParts: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A height.
  package static let height = PositionParts(rawValue: 1)
  /// A measure, such as a distance along a road.
  package static let measure = PositionParts(rawValue: 2)

  /// How many numbers a position has.
  var numbers: Int { 2 + rawValue.nonzeroBitCount }
  /// How many bytes a position takes in well-known binary.
  var stride: Int { 8 * numbers }
  /// What is added to the code of a type in the ISO form: 1000 for heights, 2000 for measures, 3000 for both.
  var codeOffset: UInt32 { rawValue * 1000 }
}
