import Footprints
import Foundation

/// All intersection areas of two layers by `Tests/Oracle/overlap_oracle.py`: Shapely, with the GEOS of its own
/// wheel. The coordinates are handed over to the last bit, so that only the overlay is compared.
enum OverlapOracle {
  struct Failure: Error { var message: String }

  /// The package's folder: Support, FootprintsTests, Tests, package.
  static let packageFolder = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  /// A Python with Shapely: `$FOOTPRINT_ORACLE_PYTHON`, or `.build/oracle/bin/python`; nil where there is none.
  ///
  /// One that somebody names is believed, so that a wrong name fails instead of skipping tests.
  static let python: String? =
    ProcessInfo.processInfo.environment["FOOTPRINT_ORACLE_PYTHON"]
    ?? python(packageFolder + "/.build/oracle/bin/python", importing: "shapely")

  /// A Python that has packages; nil where it is not there or lacks one, as an environment does whose packages could not
  /// be installed.
  static func python(_ path: String, importing packages: String) -> String? {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", "import \(packages)"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? path : nil
  }

  /// The pairs with a common area above 0, by x and then y.
  static func pairs(_ x: MultiPolygonArray, _ y: MultiPolygonArray) throws -> [OverlapTable.Pair] {
    try run("overlap_oracle.py", on: [(x, y)]).flatMap { $0 }
  }

  /// The same for many pairs of layers by `Tests/Oracle/exact_overlap.py`: fractions, nothing rounded but the
  /// results to the nearest double. Areas must be valid, and few with few vertices.
  static func exactPairs(_ layers: [(x: MultiPolygonArray, y: MultiPolygonArray)]) throws
    -> [[OverlapTable.Pair]]
  {
    try run("exact_overlap.py", on: layers)
  }

  /// How unions that were made here agree with Shapely's unary and coverage union of the same areas, by
  /// `Tests/Oracle/dissolve_oracle.py`.
  static func unions(_ groups: [(areas: MultiPolygonArray, union: MultiPolygonArray)]) throws
    -> [(unary: OverlapTable.Pair, coverage: OverlapTable.Pair)]
  {
    try run("dissolve_oracle.py", on: groups.map { (x: $0.areas, y: $0.union) }).map { rows in
      guard rows.count == 2 else { throw Failure(message: "not two rows of the oracle") }
      return (rows[0], rows[1])
    }
  }

  /// Runs a script of `Tests/Oracle` once on pairs of layers, and returns each pair's table.
  private static func run(_ script: String, on layers: [(x: MultiPolygonArray, y: MultiPolygonArray)]) throws
    -> [[OverlapTable.Pair]]
  {
    try output(of: script, on: layers).map { lines in
      try lines.map { line in
        let fields = line.split(separator: ",")
        guard fields.count == 4, let x = Int(fields[0]), let y = Int(fields[1]),
          let area = Double(fields[2]), let perimeter = Double(fields[3])
        else { throw Failure(message: "not a row of the oracle: \(line)") }
        return .init(x: x, y: y, area: area, perimeter: perimeter)
      }
    }
  }

  /// Runs a script of `Tests/Oracle` once on pairs of layers, after other arguments, and returns the rows that it
  /// writes for each.
  static func output(
    of script: String, _ arguments: [String] = [], on layers: [(x: MultiPolygonArray, y: MultiPolygonArray)]
  ) throws -> [[Substring]] {
    guard let python else { throw Failure(message: "no Python with Shapely") }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = layers.indices.map { number in
      ["\(number)x.areas", "\(number)y.areas", "\(number).csv"].map(folder.appendingPathComponent)
    }
    for (pair, files) in zip(layers, files) {
      try dump(pair.x).write(to: files[0])
      try dump(pair.y).write(to: files[1])
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [packageFolder + "/Tests/Oracle/" + script] + arguments + files.joined().map(\.path)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(message: "\(script) ended with status \(process.terminationStatus)")
    }
    return try files.map { files in
      Array(try String(contentsOf: files[2], encoding: .utf8).split(separator: "\n").dropFirst())
    }
  }

  /// Each area as WKB (OGC 06-103r4, little-endian multipolygons) after its length in bytes.
  static func dump(_ areas: MultiPolygonArray) -> Data {
    var data = Data()
    func append(_ value: some FixedWidthInteger, to data: inout Data) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    for area in 0..<areas.count {
      var geometry = Data()
      if !areas.polygons(of: area).isEmpty {
        geometry.append(1)
        append(UInt32(6), to: &geometry)
        append(UInt32(areas.polygons(of: area).count), to: &geometry)
        for polygon in areas.polygons(of: area) {
          geometry.append(1)
          append(UInt32(3), to: &geometry)
          append(UInt32(areas.rings(of: polygon).count), to: &geometry)
          for ring in areas.rings(of: polygon) {
            append(UInt32(areas.vertices(of: ring).count), to: &geometry)
            for vertex in areas.vertices(of: ring) {
              append(areas.coordinates[vertex].x.bitPattern, to: &geometry)
              append(areas.coordinates[vertex].y.bitPattern, to: &geometry)
            }
          }
        }
      }
      append(Int64(geometry.count), to: &data)
      data.append(geometry)
    }
    return data
  }
}
