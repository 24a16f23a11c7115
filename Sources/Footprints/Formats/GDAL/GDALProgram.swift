#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// GDAL's `ogr2ogr`, run as a process of its own: whatever it does with a file that may come from anybody, it does not do it to us.
struct GDALProgram {
  private let path: String
  /// How long it may take.
  let milliseconds: Int
  private let largestFile: Int

  /// Finds it on `$PATH`; nil where it is not installed.
  ///
  /// - Parameter bytes: the size of what it is to read, with which its time and the files that it may write grow.
  init?(reading bytes: Int) {
    guard let found = ChildProgram.path(of: "ogr2ogr") else { return nil }
    path = found
    let stated = getenv("FOOTPRINT_GDAL_SECONDS").flatMap { Int(String(cString: $0)) }
    milliseconds = stated.map { min(max($0, 1), 86_400) * 1000 } ?? min(120_000 + bytes >> 8, 86_400_000)
    largestFile = max(1 << 30, bytes < 1 << 50 ? bytes * 100 : bytes)
  }

  /// Runs it. Returns what it has said, as notices.
  ///
  /// Throws `badData`, or another kind, where it fails, is ended by a signal or takes too long.
  ///
  /// - Parameters:
  ///   - arguments: its arguments; no shell sees them.
  ///   - folder: a folder for whatever it puts down.
  ///   - task: what it was to do, for messages: `read as KML`.
  func run(
    _ arguments: [String], in folder: String, to task: String, failure kind: FootprintsError.Kind
  ) throws(FootprintsError) -> [Notice] {
    let outcome = ChildProgram.run(
      path, arguments, environment: Self.environment(folder), milliseconds: milliseconds,
      largestFile: largestFile)
    let said = GDALMessages(outcome.messages, isCut: outcome.isCut, in: folder)
    func failed(_ why: String, _ remedy: String? = nil) -> FootprintsError {
      FootprintsError(kind, "cannot be \(task): \(why)", remedy: remedy)
    }
    if outcome.error != 0 {
      throw FootprintsError(
        .fault, "GDAL’s ogr2ogr cannot be run: \(String(cString: strerror(outcome.error)))")
    }
    if outcome.isLate {
      throw failed(
        "GDAL’s ogr2ogr was not done after \(Wording.plural(milliseconds / 1000, "second")), and was ended",
        "FOOTPRINT_GDAL_SECONDS gives it another time.")
    }
    if outcome.signal != 0 {
      let name = strsignal(outcome.signal).map { " (\(String(cString: $0)))" } ?? ""
      throw failed("GDAL’s ogr2ogr was ended by signal \(outcome.signal)\(name)\(said.suffix)")
    }
    if outcome.status != 0 {
      throw failed(
        said.lines.isEmpty
          ? "GDAL’s ogr2ogr ended with status \(outcome.status)" : "GDAL’s ogr2ogr says\(said.suffix)")
    }
    return said.notices
  }

  /// Drivers that would follow what a file says to the web, to a database or to other files. A version of GDAL without one
  /// of them says so, which is not passed on.
  private static let refusedDrivers = [
    "OGR_VRT", "VRT", "WFS", "OAPIF", "CSW", "HTTP", "WMS", "WMTS", "WCS", "Carto", "PostgreSQL", "MySQL",
    "ODBC", "PGeo", "MSSQLSpatial", "OCI", "Elasticsearch", "AmigoCloud", "PLSCENES", "NGW", "MongoDBv3",
    "GMLAS",
    "SQLite", "EEDA", "EEDAI", "STACIT", "STACTA", "GTI", "ADBC", "AIVector",
  ]

  /// The environment: what says where programs and their data are, and nothing that a user's settings of GDAL would change.
  private static func environment(_ folder: String) -> [String] {
    let passed = ["PATH", "LD_LIBRARY_PATH", "GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_DATA", "PROJ_LIB"]
    let nowhere = "http://127.0.0.1:9"
    return passed.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } } + [
      "LC_ALL=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)", "CPL_TMPDIR=\(folder)",
      "GDAL_SKIP=\(refusedDrivers.joined(separator: ","))",
      "OGR_SKIP=\(refusedDrivers.joined(separator: ","))",
      "PROJ_NETWORK=OFF", "GML_DOWNLOAD_SCHEMA=NO", "CPL_VSIL_CURL_ALLOWED_FILENAME=/dev/null",
      "http_proxy=\(nowhere)", "https_proxy=\(nowhere)", "ALL_PROXY=\(nowhere)",
      "OGR_SQLITE_JOURNAL=OFF", "OGR_SQLITE_SYNCHRONOUS=OFF",
    ]
  }
}
