import Foundation
import RegionGenerator
import Testing

/// The program carries what is committed, and what is committed is what the generator makes.
@Suite struct EmbeddedRegionTests {
  static let generated = Northmere(seed: 2021).files

  /// The committed folder, found from this file.
  static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Boundaries/region")
  }

  @Test func everyGeneratedFileIsEmbedded() {
    #expect(Set(Self.generated.map(\.path)) == Set(RegionFiles.all.keys))
    #expect(Self.generated.count == RegionFiles.all.count)
  }

  @Test(arguments: generated.map(\.path))
  func generatorGivesTheCommittedBytes(path: String) throws {
    let generated = try #require(Self.generated.first { $0.path == path })
    let committed = try Data(contentsOf: Self.folder.appending(path: path))
    // Not the arrays themselves: a failure would print them.
    let same = generated.bytes == Array(committed)
    #expect(same, "run: swift run generate-region --out Boundaries/region")
    let embedded = RegionFiles.all[path] == generated.bytes
    #expect(embedded, "the built-in copy of \(path) is not the committed one")
  }

  @Test func folderHoldsNothingElse() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names).subtracting(["bcf"]) == Set(RegionFiles.all.keys))
  }

  @Test func anotherSeedGivesAnotherRegion() {
    let other = Northmere(seed: 2022).files
    for (one, two) in zip(Self.generated, other) where one.path.hasSuffix("geojson") {
      let same = one.bytes == two.bytes
      #expect(!same, "\(one.path)")
    }
  }

  @Test func regionIsSmallAndMarkedAsFictional() throws {
    #expect(RegionFiles.all.values.reduce(0) { $0 + $1.count } < 900_000)
    let bytes = try #require(RegionFiles.all["datapackage.json"])
    let package = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(package["name"] as? String == "northmere")
    #expect((package["title"] as? String)?.contains("fictional") == true)
    #expect((package["footprint"] as? [String: Any])?["fictional"] as? Bool == true)
    let resources = try #require(package["resources"] as? [[String: Any]])
    let paths = resources.compactMap { $0["path"] as? String }
    #expect(Set(paths) == Set(RegionFiles.all.keys).subtracting(["datapackage.json"]))
  }
}
