import Footprints
import Foundation

/// Which areas hold points, by `Tests/Oracle/points_oracle.py`: Shapely, with the GEOS of its own wheel.
enum PointOracle {
  /// An area that holds a point, or has it on its border.
  struct Holder: Hashable {
    let point: Int
    let area: Int
  }

  /// The areas that have each point in their interior, and those that have it on their border.
  static func holders(
    of points: [Coordinate], in areas: MultiPolygonArray
  ) throws -> (inside: Set<Holder>, onBorder: Set<Holder>) {
    guard let python = OverlapOracle.python else {
      throw OverlapOracle.Failure(message: "no Python with Shapely")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("points-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["layer.areas", "points.doubles", "out.csv"].map(folder.appendingPathComponent)
    try OverlapOracle.dump(areas).write(to: files[0])
    var data = Data()
    for value in points.flatMap({ [$0.x, $0.y] }) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    try data.write(to: files[1])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments =
      [OverlapOracle.packageFolder + "/Tests/Oracle/points_oracle.py"] + files.map(\.path)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw OverlapOracle.Failure(message: "points_oracle.py ended with status \(process.terminationStatus)")
    }
    var (inside, onBorder): (Set<Holder>, Set<Holder>) = ([], [])
    for line in try String(contentsOf: files[2], encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").compactMap { Int($0) }
      guard fields.count == 3 else {
        throw OverlapOracle.Failure(message: "not a row of the oracle: \(line)")
      }
      let holder = Holder(point: fields[0], area: fields[1])
      if fields[2] == 1 { inside.insert(holder) } else { onBorder.insert(holder) }
    }
    return (inside, onBorder)
  }
}
