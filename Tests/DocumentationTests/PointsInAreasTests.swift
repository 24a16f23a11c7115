import Footprints
import Foundation
import Testing

@Suite struct PointsInAreasTests {
  let folder = Region.folder

  @Test func asking() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "sites-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let package = try DataPackage(PackageFolder(folder))
    let utla = try Study(package: package).layer("utla")
    let places = utla.codes.indices.compactMap { utla.geometry.centroid(of: $0) }
    let rows = places.enumerated().map { "\($0.offset),\($0.element.x),\($0.element.y)\n" }.joined()
    try Data("id,easting,northing\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
    // example: request
    let study = try Study(package: package)
    let request = LocateAnalysis.Request(points: path, areas: ["utla", "ccg"])
    let answer = try study.run(LocateAnalysis.self, request)
    let first = answer.result.areas(of: 0, inLayer: 0).map { utla.codes[$0] }
    let csv = try answer.report.text(as: "csv")
    // end
    #expect(first == [utla.codes[0]])
    #expect(csv.hasPrefix("id,utla_code,utla_name,ccg_code,ccg_name\n0,\(utla.codes[0]),"))
  }
}
