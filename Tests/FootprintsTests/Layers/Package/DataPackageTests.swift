import Foundation
import Footprints
import Testing

@Suite struct DataPackageTests {
  /// A package in a folder; `resources` is the JSON of its list.
  static func folder(_ resources: String, more: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(#"{"name":"p","resources":[\#(resources)]\#(more)}"#, to: "package/datapackage.json")
    try folder.write(
      areas(#"{"code":"E1","name":"North"}"#, #"{"code":"W1","name":"South"}"#),
      to: "package/in a folder/areas 1.geojson")
    try folder.write("secret", to: "outside.geojson")
    return folder
  }

  static func package(_ folder: TemporaryFolder) throws(FootprintsError) -> DataPackage {
    try DataPackage(PackageFolder("\(folder.path)/package"))
  }

  static func error<Result>(_ body: () throws -> Result) throws -> FootprintsError {
    do {
      _ = try body()
    } catch {
      return try #require(error as? FootprintsError)
    }
    throw FootprintsError(.fault, "nothing was thrown")
  }

  static func readFirst(_ folder: TemporaryFolder) throws -> Layer {
    let package = try package(folder)
    let resource = try #require(package.layers.first)
    return try package.layer(resource, with: LayerReader(working: .working("EPSG:27700"), jobs: 1))
  }

  /// Found by name and role without looking at all of them: thousands are asked for one by one.
  @Test func oneOfManyLayersIsFound() throws {
    let list = (0..<20_000).map {
      #"{"name":"layer\#($0)","path":"\#($0).geojson","footprint":{"role":"role\#($0)"}}"#
    }
    let text = #"{"name":"p","resources":[\#(list.joined(separator: ","))]}"#
    let package = try DataPackage(
      EmbeddedFiles(name: "p", files: [FileBytes(Array(text.utf8), name: "datapackage.json")]))
    #expect(package.layers.count == 20_000)
    for number in 0..<20_000 {
      #expect(try package.layerResource("layer\(number)")?.path == "\(number).geojson")
      #expect(package.has("ROLE\(number)") && package.hasLayer(role: "role\(number)"))
    }
    #expect(!package.has("layer") && !package.hasLayer(role: ""))
    let answer = try Study(package: package).run(LayersAnalysis.self, .init())
    #expect(answer.result.failures.count == 20_000)
  }

  @Test func aLayerWithEverythingStated() throws {
    let folder = try Self.folder(
      #"""
      {"name":"ccg","path":"in a folder/areas 1.geojson","format":"geojson","unknown":{"x":[1]},"footprint":
      {"role":"ccg","vintage":"2021-04","resolution":"BUC","code":"code","label":"name","codePrefix":"E","mine":1}}
      """#,
      more:
        #","title":"T","licenses":[{"name":"OGL","title":"Open"}],"sources":[{"title":"S"}],"footprint":{"fictional":true}"#
    )
    let package = try Self.package(folder)
    #expect(package.manifest.title == "T")
    #expect(package.manifest.isFictional)
    #expect(package.manifest.licenceLines == ["Licence: Open", "Source: S"])
    #expect(try package.layerResource("ccg")?.request.role == "ccg")
    let layer = try Self.readFirst(folder)
    #expect(layer.codes == ["E1"])
    #expect(layer.names == ["North"])
    #expect(layer.role == "ccg" && layer.vintage == "2021-04" && layer.resolution.name == "BUC")
  }

  @Test(
    arguments: [
      (#""codePrefix":["W","S"]"#, ["W1"]), (#""codePrefix":[]"#, ["E1", "W1"]),
      (#""codePrefix":null"#, ["E1", "W1"]),
      (#""resolution":100"#, ["E1", "W1"]), (#""resolution":12.5"#, ["E1", "W1"]),
    ])
  func formsOfFootprintFields(_ field: String, _ codes: [String]) throws {
    let folder = try Self.folder(#"{"path":"in a folder/areas 1.geojson","footprint":{\#(field)}}"#)
    #expect(try Self.readFirst(folder).codes == codes)
  }

  @Test(
    arguments: [
      (#"{"path":"a.csv","footprint":{"resolution":"rough"}}"#, "unknown resolution 'rough'"),
      (#"{"path":"a.csv","footprint":{"codePrefix":true}}"#, "'codePrefix'"),
      (#"{"path":"a.csv","footprint":{"codePrefix":["E",7]}}"#, "'codePrefix'"),
      (#"{"path":["a.csv",1]}"#, "'path' is neither a string"), (#"{"name":"x"}"#, "without 'path'"),
      ("7", "without 'path'"),
      (#"{"name":"x","path":"a.csv"},{"name":"x","path":"b.csv"}"#, "two resources are named 'x'"),
    ])
  func brokenResources(_ resources: String, _ message: String) throws {
    let folder = try Self.folder(resources)
    let error = try Self.error { try Self.package(folder) }
    #expect(error.kind == .badData)
    #expect(error.description.contains(message), "\(error)")
    #expect(error.file?.hasSuffix("datapackage.json") == true)
  }

  @Test(arguments: ["", "not json", "[]", "{}", #"{"resources":{}}"#, #"{"resources":[}"#])
  func whatIsNotAPackage(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "package/datapackage.json")
    #expect(try Self.error { try Self.package(folder) }.kind == .badData)
  }

  @Test(arguments: [
    "../outside.geojson", "in a folder/../../outside.geojson", "/etc/hostname", "", "link.geojson",
    "linked/outside.geojson",
  ])
  func nothingOutsideTheFolderIsRead(_ path: String) throws {
    let folder = try Self.folder(#"{"name":"x","path":"\#(path)","format":"geojson"}"#)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/package/link.geojson", withDestinationPath: "../outside.geojson")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/package/linked", withDestinationPath: folder.path)
    let error = try Self.error { try Self.readFirst(folder) }
    #expect(error.kind == .badData)
    #expect(error.remedy?.contains("inside the package’s folder") == true, "\(error)")
  }

  @Test func aLinkInsideTheFolderIsFollowed() throws {
    let folder = try Self.folder(#"{"name":"x","path":"link.geojson"}"#)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/package/link.geojson", withDestinationPath: "in a folder/areas 1.geojson")
    #expect(try Self.readFirst(folder).codes == ["E1", "W1"])
  }

  @Test(arguments: ["dbf", "PRJ", "cpg", "shx"])
  func whatStandsBesideAShapefileIsInsideToo(_ suffix: String) throws {
    let folder = try Self.folder(#"{"name":"x","path":"a.shp"}"#)
    try folder.write("x", to: "package/a.shp")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/package/a.\(suffix)", withDestinationPath: "../outside.geojson")
    #expect(try Self.error { try Self.readFirst(folder) }.message.contains("link that leads out"))
  }

  @Test func missingFilesAndFolders() throws {
    let folder = try Self.folder(#"{"name":"x","path":"none.geojson"}"#)
    let file = try Self.error { try Self.readFirst(folder) }
    #expect(file.kind == .noInput)
    #expect(file.remedy?.contains("datapackage.json") == true)
    #expect(try Self.error { try PackageFolder("\(folder.path)/none") }.kind == .noInput)
    #expect(
      try Self.error { try PackageFolder("\(folder.path)/outside.geojson") }.message == "is not a folder")
    // What is missing cannot be where its path is wrong.
    let bare = try Self.error { try DataPackage(PackageFolder(folder.path)) }
    #expect(bare.kind == .noInput && bare.reason == .noPackageFolder)
    #expect(bare.remedy?.contains("Check its path") != true)
  }

  @Test(arguments: [("areas.xlsx", "Excel"), ("areas.xlsx.gz", "Excel")])
  func otherFormatsAreRefusedWithTheReason(_ path: String, _ name: String) throws {
    let folder = try Self.folder(#"{"name":"x","path":"\#(path)"}"#)
    let error = try Self.error { try Self.readFirst(folder) }
    #expect(error.kind == .badData)
    #expect(error.message.contains("\(name) is not a format"))
    #expect(error.remedy?.contains("GeoJSON") == true)
  }

  @Test func aHashIsALetterLikeAnyOther() throws {
    let folder = try Self.folder(#"{"name":"x","path":"number #1.geojson"}"#)
    try folder.write(areas(#"{"code":"A"}"#), to: "package/number #1.geojson")
    #expect(try Self.readFirst(folder).codes == ["A"])
  }

  @Test func rolesOfTablesAndLayers() throws {
    let folder = try Self.folder(
      #"""
      {"name":"a","path":"a.geojson","footprint":{"role":"ccg"}},{"name":"b","path":"b.csv"},
      {"name":"c","path":"c.csv","footprint":{"role":"flows"}},{"name":"d","path":"d.geojson"}
      """#)
    let package = try Self.package(folder)
    #expect(package.layers.map(\.name) == ["a", "d"])
    #expect(package.resources(role: "flows").map(\.name) == ["c"])
    #expect(package.resources(role: "lookup").isEmpty && package.resources(role: "population").isEmpty)
    // A name comes before a role.
    #expect(try package.layerResource("ccg")?.name == "a")
    #expect(try package.layerResource("none") == nil)
  }
}
