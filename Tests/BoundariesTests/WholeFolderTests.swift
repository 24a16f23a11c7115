import Foundation
import RegionGenerator
import Testing

@Suite struct WholeFolderTests {
  let place = FileManager.default.temporaryDirectory.appending(path: "whole-folder-\(UUID().uuidString)")
  let files = [
    RegionFile(path: "datapackage.json", bytes: Array("{}".utf8)),
    RegionFile(path: "bcf/plans.csv", bytes: Array("plan_id\n".utf8)),
  ]

  /// Runs with an empty folder that is gone afterwards.
  func inside(_ body: (URL) throws -> Void) throws {
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try body(place)
  }

  @Test func writesFilesAndNothingElse() throws {
    try inside { place in
      let folder = place.appending(path: "region")
      try WholeFolder(path: folder.path).write(files)
      let names = try FileManager.default.subpathsOfDirectory(atPath: place.path)
      #expect(
        names.sorted() == ["region", "region/bcf", "region/bcf/plans.csv", "region/datapackage.json"])
      #expect(try Data(contentsOf: folder.appending(path: "bcf/plans.csv")) == Data("plan_id\n".utf8))
    }
  }

  @Test func replacesAnEarlierPackageWithEverythingInIt() throws {
    try inside { place in
      let folder = place.appending(path: "region")
      try WholeFolder(path: folder.path).write(files + [RegionFile(path: "old.csv", bytes: [])])
      try WholeFolder(path: folder.path).write(files)
      let names = try FileManager.default.subpathsOfDirectory(atPath: place.path)
      #expect(
        names.sorted() == ["region", "region/bcf", "region/bcf/plans.csv", "region/datapackage.json"])
    }
  }

  @Test func neverReplacesAnythingElse() throws {
    try inside { place in
      let letter = place.appending(path: "letter.txt")
      try Data("dear".utf8).write(to: letter)
      for path in [place.path, letter.path] {
        #expect(throws: WholeFolderError.taken(path: path)) { try WholeFolder(path: path).write(files) }
      }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: place.path) == ["letter.txt"])
      #expect(try Data(contentsOf: letter) == Data("dear".utf8))
    }
  }

  @Test func refusedFolderLeavesNothing() throws {
    try inside { place in
      try Data().write(to: place.appending(path: "file"))
      // A file stands where a folder is needed.
      let path = place.appending(path: "file/region").path
      let error = #expect(throws: WholeFolderError.self) { try WholeFolder(path: path).write(files) }
      #expect(error?.description.hasPrefix("\(path): cannot be written") == true)
      #expect(try FileManager.default.subpathsOfDirectory(atPath: place.path) == ["file"])
    }
  }

  /// The last file fails after the first was written: the earlier package stays as it was.
  @Test func failureHalfwayKeepsTheEarlierPackage() throws {
    try inside { place in
      let folder = place.appending(path: "region")
      try WholeFolder(path: folder.path).write(files)
      let impossible = RegionFile(path: "datapackage.json/inside", bytes: [])
      #expect(throws: WholeFolderError.self) {
        try WholeFolder(path: folder.path).write([files[0], impossible])
      }
      let names = try FileManager.default.subpathsOfDirectory(atPath: place.path)
      #expect(
        names.sorted() == ["region", "region/bcf", "region/bcf/plans.csv", "region/datapackage.json"])
    }
  }
}
