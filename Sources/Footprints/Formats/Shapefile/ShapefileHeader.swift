/// The first 100 bytes of a .shp (ESRI Shapefile Technical Description, July 1998, page 4).
struct ShapefileHeader {
  /// The length of the header, where the first record begins.
  static let length = 100

  /// Where the last record ends, at most the size of the file.
  let end: Int

  /// Reads and checks the header.
  init(_ bytes: RawSpan) throws(FootprintsError) {
    guard bytes.byteCount > 0 else {
      throw FootprintsError(.badData, "is empty", remedy: "Copy or export it again.")
    }
    guard bytes.byteCount >= 4, bytes.bigEndianInt32(at: 0) == 9994 else {
      throw FootprintsError(
        .badData, "is not a Shapefile: it does not begin with the file code 9994",
        remedy: "Name the .shp of a Shapefile, or a zip that holds one.")
    }
    guard bytes.byteCount >= Self.length else {
      throw FootprintsError(
        .badData, "is cut off inside its header, after \(bytes.byteCount) of \(Self.length) bytes",
        remedy: "Copy or export it again.")
    }
    let type = bytes.littleEndianInt32(at: 32)
    guard ShapefileShapeType(rawValue: type) != nil else {
      throw FootprintsError(
        .badData, "states shape type \(type), which the format does not have", place: "header",
        remedy: "Export it again.")
    }
    // Lengths count 16-bit words. The multiplication is done in 64 bits, where it cannot overflow.
    end = Int(bytes.bigEndianInt32(at: 24)) * 2
    guard end >= Self.length else {
      throw FootprintsError(
        .badData, "states a length of \(end) bytes, less than its own header", place: "header",
        remedy: "Export it again.")
    }
    guard end <= bytes.byteCount else {
      throw FootprintsError(
        .badData, "is cut off: it has \(bytes.byteCount) of the \(end) bytes its header states",
        remedy: "Copy or export it again.")
    }
  }
}

/// The shape types of the format, with the names its description gives them.
enum ShapefileShapeType: Int32 {
  case null = 0
  case point = 1
  case polyLine = 3
  case polygon = 5
  case multiPoint = 8
  case pointZ = 11
  case polyLineZ = 13
  case polygonZ = 15
  case multiPointZ = 18
  case pointM = 21
  case polyLineM = 23
  case polygonM = 25
  case multiPointM = 28
  case multiPatch = 31

  /// The name a message can use.
  var name: String {
    switch self {
    case .null: "Null"
    case .point: "Point"
    case .polyLine: "PolyLine"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .pointZ: "PointZ"
    case .polyLineZ: "PolyLineZ"
    case .polygonZ: "PolygonZ"
    case .multiPointZ: "MultiPointZ"
    case .pointM: "PointM"
    case .polyLineM: "PolyLineM"
    case .polygonM: "PolygonM"
    case .multiPointM: "MultiPointM"
    case .multiPatch: "MultiPatch"
    }
  }

  /// Whether shapes of this type have an area that this reader can use. A MultiPatch is a surface in
  /// space, not an area in the plane.
  var isPolygon: Bool { self == .polygon || self == .polygonZ || self == .polygonM }
}
