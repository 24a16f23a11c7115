import Footprints
import Foundation

/// Checks pieces of layers by `Tests/Oracle/pieces_oracle.py`: Shapely, with the GEOS of its own wheel.
enum PiecesOracle {
  /// Two layers with pieces of them, in the order of the pairs; a pair with one position is what is left over there.
  struct Case {
    let name: String
    let x: GridLayer
    let y: GridLayer
    let pieces: MultiPolygonArray
    let pairs: [(x: Int?, y: Int?)]
  }

  /// What is wrong with the pieces, whose borders may have moved by a distance in the unit of the coordinates.
  static func faults(in cases: [Case], tolerance: Double) throws -> [String] {
    guard let python = OverlapOracle.python else {
      throw OverlapOracle.Failure(message: "no Python with Shapely")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pieces-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var arguments = [OverlapOracle.packageFolder + "/Tests/Oracle/pieces_oracle.py", "\(tolerance)"]
    for (number, one) in cases.enumerated() {
      let name = "\(number) \(one.name)"
      let (x, y) = (one.x.multiPolygons(of: 0..<one.x.count), one.y.multiPolygons(of: 0..<one.y.count))
      for (layer, kind) in [(x, "x"), (y, "y"), (one.pieces, "pieces")] {
        let file = folder.appendingPathComponent("\(name) \(kind).areas")
        try OverlapOracle.dump(layer).write(to: file)
        arguments.append(file.path)
      }
      let rows = one.pairs.map { "\($0.x.map(String.init) ?? ""),\($0.y.map(String.init) ?? "")\n" }
      let file = folder.appendingPathComponent("\(name) pairs.csv")
      try Data(rows.joined().utf8).write(to: file)
      let isCoverage = try one.x.repeatedGround(jobs: 2) == 0 && one.y.repeatedGround(jobs: 2) == 0
      arguments += [file.path, isCoverage ? "coverage" : "layers"]
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let faults = text.split(separator: "\n").map(String.init)
    guard process.terminationStatus == (faults.isEmpty ? 0 : 1) else {
      throw OverlapOracle.Failure(message: "pieces_oracle.py ended with status \(process.terminationStatus)")
    }
    return faults
  }
}
