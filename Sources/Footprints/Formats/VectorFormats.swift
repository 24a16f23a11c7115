/// The formats that there are.
package enum VectorFormats {
  /// All formats that are read or written, in the order in which messages list them.
  package static let all: [VectorFormat] =
    [
      geoJSON,
      VectorFormat(
        "geojsonl", "newline-delimited GeoJSON", suffixes: ["geojsonl", "ndjson", "jsonl"],
        aliases: ["ndgeojson"],
        isLongitudeLatitude: true, reader: sequenceReader, writer: geoJSONWriter(.lines)),
      VectorFormat(
        "geojsonseq", "GeoJSON text sequence", suffixes: ["geojsons", "geojsonseq"],
        isLongitudeLatitude: true,
        matches: { $0.first == 0x1E }, reader: sequenceReader, writer: geoJSONWriter(.sequence)),
      VectorFormat(
        "gpkg", "GeoPackage", suffixes: ["gpkg"], aliases: ["geopackage"], isWrittenHereAndThere: true,
        matches: { $0.starts(with: SQLiteDatabase.magic) },
        reader: { (source) throws(FootprintsError) in
          try GeoPackageReader(source.bytes, at: source.path, layer: source.layer)
        },
        writer: { (target, schema) throws(FootprintsError) in
          try GeoPackageWriter(
            target.descriptor.map(GeoPackageWriter.Place.open) ?? .sink(target.sink), schema,
            in: target.reference,
            lastChange: target.lastChange)
        }),
      shapefile,
      VectorFormat(
        "csv", "CSV", suffixes: ["csv"],
        reader: csvReader(delimiter: nil), writer: csvWriter(delimiter: 0x2C)),
      VectorFormat(
        "tsv", "tab-separated values", suffixes: ["tsv"], reader: csvReader(delimiter: 0x09),
        writer: csvWriter(delimiter: 0x09)),
    ] + GDALFormat.all

  /// GeoJSON, which is also what is taken for a file that nothing is known of.
  package static let geoJSON = VectorFormat(
    "geojson", "GeoJSON", suffixes: ["geojson", "json"], isLongitudeLatitude: true, reader: geoJSONReader,
    writer: geoJSONWriter(.collection))

  /// ESRI Shapefile.
  package static let shapefile = VectorFormat(
    "shapefile", "ESRI Shapefile", suffixes: ["shp", "zip"], aliases: ["esri shapefile"],
    companions: ["shx", "dbf", "prj", "cpg"],
    matches: { $0.starts(with: [0x50, 0x4B, 3, 4]) || $0.starts(with: [0, 0, 0x27, 0x0A]) },
    reader: { (source) throws(FootprintsError) in
      guard let path = source.path else {
        throw FootprintsError(
          .badData, "is a Shapefile, which is read from its files", file: source.bytes.name,
          remedy: "Name its .shp, or a .zip that holds it.")
      }
      let named = source.layer.map { "\(path)#\($0)" } ?? path
      return try ShapefileFeatureReader(
        ShapefileReader.parts(path: named), name: source.name, file: named)
    },
    writer: { (target, schema) throws(FootprintsError) in try ShapefileWriter(target, schema) })

  private static func csvReader(delimiter: UInt8?) -> VectorFormat.Opening {
    { (source) throws(FootprintsError) in
      try CSVFeatureReader(source.bytes, name: source.name, delimiter: delimiter)
    }
  }

  private static func csvWriter(delimiter: UInt8) -> VectorFormat.Beginning {
    { (target, schema) throws(FootprintsError) in try CSVFeatureWriter(schema, target, delimiter: delimiter) }
  }

  private static let geoJSONReader: VectorFormat.Opening = { (source) throws(FootprintsError) in
    try GeoJSONFeatureReader(source.bytes, name: source.name, jobs: source.jobs)
  }

  /// Of a sequence nothing is left where it has no features.
  private static let sequenceReader: VectorFormat.Opening = { (source) throws(FootprintsError) in
    try GeoJSONFeatureReader(source.bytes, name: source.name, jobs: source.jobs, mayBeEmpty: true)
  }

  private static func geoJSONWriter(_ form: GeoJSONFeatureWriter.Form) -> VectorFormat.Beginning {
    { (target, schema) throws(FootprintsError) in
      let isDegrees = try target.reference.map { (system) throws(FootprintsError) in
        try system.isLongitudeLatitude
      }
      return try GeoJSONFeatureWriter(
        form, schema, stating: isDegrees == false ? try target.reference?.record() : nil,
        decimals: target.decimals, jobs: target.jobs, to: target.sink)
    }
  }

  /// The format of a keyword, a suffix or another name for it, in any letter case; nil for a word that names none.
  package static func named(_ name: String) -> VectorFormat? {
    let wanted = name.lowercased()
    return all.first { $0.keyword == wanted || $0.suffixes.contains(wanted) || $0.aliases.contains(wanted) }
  }

  /// The format of a file: what it begins with decides where that is certain, then its name, and what has no name that says
  /// anything may be a table.
  package static func format(of bytes: FileBytes, suffix: String, stated: String?) -> VectorFormat? {
    let expected = stated.flatMap(named) ?? named(suffix)
    let found = bytes.withBytes { bytes in all.first { $0.matches(bytes) } }
    // A zip archive is not always one with a Shapefile in it.
    if found?.keyword == shapefile.keyword, expected?.needsGDAL == true { return expected }
    if let format = found ?? expected { return format }
    return bytes.withBytes(CSVFile.looksLikeTable) ? named("csv") : nil
  }

  /// The format of a source. Throws `badData` for one that neither its content nor its name says anything of.
  static func knownFormat(of source: FeatureSource) throws(FootprintsError) -> VectorFormat {
    if let format = format(of: source.bytes, suffix: source.suffix, stated: nil) { return format }
    let first = source.bytes.withBytes { $0.prefix(1 << 12).first { $0 > 0x20 } }
    // Of an empty file GeoJSON says that it is empty; one with a byte order mark may be any text.
    guard first == nil || first == 0x7B || first == 0x5B || first == 0xEF else {
      throw FootprintsError(
        .badData, "nothing says of which format it is", file: source.bytes.name, remedy: "\(readable).",
        reason: .unknownFormat)
    }
    return geoJSON
  }

  /// What can be read, for messages.
  static var readable: String {
    let names = all.filter { $0.canRead && !$0.needsGDAL }.map { format in
      "\(format.title) (\(format.suffixes.map { ".\($0)" }.joined(separator: ", ")))"
    }
    let others = all.filter { $0.canRead && $0.needsGDAL }.map(\.title)
    return "\(Wording.list(names)) can be read, and with gdal-bin installed \(Wording.list(others))"
  }

  /// Refuses what is no path but an address, which other programs would follow: nothing is fetched on the way, and what a
  /// file is called never decides which program is asked.
  package static func refuseAddress(_ name: String) throws(FootprintsError) {
    let lower = name.lowercased()
    if ["http://", "https://", "ftp://"].contains(where: lower.hasPrefix) {
      throw FootprintsError(
        .usage, "is an address on the web, which is not read", file: name,
        remedy: "Download it first.", reason: .isAddress)
    }
    let others = [
      "/vsi", "pg:", "mysql:", "wfs:", "sqlite:", "mssql:", "oci:", "es:", "mongodb:", "esrijson:",
      "geojson:",
    ]
    if others.contains(where: lower.hasPrefix), !FileBytes.exists(name) {
      throw FootprintsError(
        .usage, "is a connection of GDAL, which is not followed", file: name,
        remedy: "Save the layer as a file first.")
    }
  }
}
