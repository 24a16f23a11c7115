/// A format that GDAL's `ogr2ogr` reads and writes for us, where it is installed.
struct GDALFormat: Sendable {
  /// What people call the format.
  let title: String
  /// The suffix of its files, for bytes that have no name.
  let suffix: String
  /// GDAL's name of the driver that writes it; nil for a format that is only read.
  let driver: String?
  /// The suffixes of the files that belong to one of the format, beside it and of the same name, apart from its own.
  var companions: [String] = []
  /// What else the driver is to be told.
  var options: [String] = []
  /// Whether features keep their fields.
  var keepsFields = true

  /// The formats, as the list of all has them.
  static let all: [VectorFormat] = [
    format(
      "kml", "KML", ["kml", "kmz"], driver: "LIBKML", isLongitudeLatitude: true,
      matches: { GDALFormat.begins($0, with: "<kml") }),
    format(
      "topojson", "TopoJSON", ["topojson"], driver: nil,
      matches: { GDALFormat.begins($0, with: "{\"type\":\"Topology\"") }),
    format(
      "flatgeobuf", "FlatGeobuf", ["fgb"], driver: "FlatGeobuf", options: ["-lco", "SPATIAL_INDEX=YES"],
      matches: { $0.starts(with: [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62]) }),
    format(
      "mapinfo", "MapInfo TAB", ["tab"], driver: "MapInfo File", companions: ["dat", "map", "id", "ind"],
      options: ["-lco", "ENCODING=UTF-8"]),
    format(
      "mif", "MapInfo MIF", ["mif"], driver: "MapInfo File", companions: ["mid"],
      options: ["-dsco", "FORMAT=MIF", "-lco", "ENCODING=UTF-8"]),
    format(
      "gml", "GML", ["gml"], driver: "GML", companions: ["xsd", "gfs"], options: ["-dsco", "FORMAT=GML3.2"]),
    format("dxf", "DXF", ["dxf"], driver: "DXF", keepsFields: false),
    format(
      "parquet", "GeoParquet", ["parquet", "geoparquet"], driver: "Parquet",
      matches: { $0.starts(with: Array("PAR1".utf8)) }),
    format("gpx", "GPX", ["gpx"], driver: nil),
    format("dgn", "DGN", ["dgn"], driver: nil),
  ]

  private static func format(
    _ keyword: String, _ title: String, _ suffixes: [String], driver: String?, companions: [String] = [],
    options: [String] = [], keepsFields: Bool = true, isLongitudeLatitude: Bool = false,
    matches: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool = { _ in false }
  ) -> VectorFormat {
    let format = GDALFormat(
      title: title, suffix: suffixes[0], driver: driver, companions: companions, options: options,
      keepsFields: keepsFields)
    let read: VectorFormat.Opening = { (source) throws(FootprintsError) in try GDALReader(source, format) }
    let write: VectorFormat.Beginning = { (target, schema) throws(FootprintsError) in
      try GDALWriter(target, schema, format)
    }
    return VectorFormat(
      keyword, title, suffixes: suffixes, isLongitudeLatitude: isLongitudeLatitude, needsGDAL: true,
      companions: driver == nil ? [] : companions, matches: matches, reader: read,
      writer: driver == nil ? nil : write)
  }

  /// Whether a text has some words near its beginning, whatever white space there is.
  private static func begins(_ bytes: UnsafeRawBufferPointer, with words: String) -> Bool {
    let start = bytes.prefix(1024).filter { $0 > 0x20 }
    let words = Array(words.utf8)
    guard let first = words.first else { return true }
    // XML has declarations and comments before its root.
    if first == UInt8(ascii: "<") {
      return start.first == first && start.indices.contains { start[$0...].starts(with: words) }
    }
    return start.starts(with: words)
  }
}
