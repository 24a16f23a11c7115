import Foundation
import Footprints
import Testing

/// Shapefiles on disk: the files that belong together, and archives of them.
@Suite struct ShapefilePathTests {
  /// Runs a test in a folder of its own with the given files.
  private static func withFiles(_ files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/shapefile-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
    try body(folder)
  }

  private static func error(_ path: String) -> FootprintsError? {
    do throws(FootprintsError) {
      _ = try ShapefileReader.read(path: path)
      return nil
    } catch {
      return error
    }
  }

  private static func code(_ path: String) throws -> String? {
    try ShapefileReader.read(path: path).table.attributes.values(of: "CODE").first ?? nil
  }

  private static let shp = ShapefileFixture([[ShapefileFixture.square(0, 0, 2)]]).shp
  private static func dbf(_ code: String) -> [UInt8] { DBaseFixture([("CODE", "C", 8)], [[code]]).bytes }

  @Test(arguments: [("a.shp", "a.dbf"), ("A.SHP", "A.DBF"), ("a.shp", "a.DBF"), ("a.Shp", "a.dBf")])
  func sidecarsInAnyLetterCase(_ main: String, _ table: String) throws {
    let files = [
      main: Self.shp, table: Self.dbf("A1"), String(main.prefix(1)) + ".Prj": Array("PROJCS[]".utf8),
    ]
    try Self.withFiles(files) { folder in
      let read = try ShapefileReader.read(path: "\(folder)/\(main)").table
      #expect(try read.attributes.values(of: "CODE") == ["A1"])
      #expect(read.reference == .definition("PROJCS[]"))
    }
  }

  @Test func filesThatCannotBeRead() throws {
    try Self.withFiles(["a.shp": Self.shp]) { folder in
      #expect(Self.error("\(folder)/b.shp")?.kind == .noInput)
      #expect(Self.error(folder)?.kind == .noInput)
      try FileManager.default.createDirectory(atPath: "\(folder)/a.dbf", withIntermediateDirectories: false)
      let error = try #require(Self.error("\(folder)/a.shp"))
      #expect(error.kind == .noInput && error.file == "\(folder)/a.dbf")
    }
  }

  @Test func archiveWithOneLayer() throws {
    let noise = ZipFixture.Entry(name: "__MACOSX/deep/._a.shp", content: [1])
    for stem in ["a", "deep/er/a"] {
      for suffixes in [("shp", "dbf"), ("SHP", "Dbf")] {
        let zip = ZipFixture([noise] + ZipFixture.layer(stem, suffixes: suffixes, code: "Z1")).bytes
        try Self.withFiles(["some.ZIP": zip]) { folder in
          let table = try ShapefileReader.read(path: "\(folder)/some.ZIP").table
          #expect(try table.attributes.values(of: "CODE") == ["Z1"])
          #expect(table.reference == .definition("PROJCS[\"Z1\"]"))
          #expect(try Self.code("\(folder)/some.ZIP#a") == "Z1")
        }
      }
    }
  }

  @Test func archiveWithSeveralLayers() throws {
    let zip = ZipFixture(
      ZipFixture.layer("x/a", code: "A1") + ZipFixture.layer("x/b", code: "B1")
        + ZipFixture.layer("y/b", code: "B2")
    ).bytes
    try Self.withFiles(["s.zip": zip, "empty.zip": ZipFixture([.init(name: "a.txt", content: [])]).bytes]) {
      folder in
      let path = "\(folder)/s.zip"
      #expect(try Self.code("\(path)#a") == "A1")
      #expect(try Self.code("\(path)#a.shp") == "A1")
      #expect(try Self.code("\(path)#y/b") == "B2")
      let several = try #require(Self.error(path))
      #expect(several.message == "has 3 Shapefiles in it")
      #expect(several.remedy == "Choose one of \(path)#x/a, \(path)#x/b, \(path)#y/b.")
      let twice = try #require(Self.error("\(path)#b"))
      #expect(twice.remedy == "Choose one of \(path)#x/b, \(path)#y/b.")
      let unknown = try #require(Self.error("\(path)#c"))
      #expect(unknown.kind == .usage && unknown.description.contains("no layer of that name"))
      let none = try #require(Self.error("\(folder)/empty.zip"))
      #expect(none.kind == .badData && none.message == "has no Shapefile in it")
    }
  }

  @Test func damageInsideAnArchiveNamesIt() throws {
    let zip = ZipFixture([.init(name: "a.shp", content: Array(Self.shp.dropLast(3)))]).bytes
    try Self.withFiles(["s.zip": zip]) { folder in
      let error = try #require(Self.error("\(folder)/s.zip"))
      #expect(error.description.hasPrefix("\(folder)/s.zip: is cut off"))
    }
  }

  @Test func everyFileReadIsHandedOver() throws {
    let files = [
      "a.SHP": Self.shp, "a.dbf": Self.dbf("A1"), "a.PRJ": Array("PROJCS[]".utf8),
      "a.cpg": Array("UTF-8".utf8),
      "a.shx": [1], "a.sbn": [1], "b.shp": Self.shp,
      "s.zip": ZipFixture(ZipFixture.layer("a", code: "Z1")).bytes,
    ]
    try Self.withFiles(files) { (folder) throws in
      let names = { (path: String) throws in
        try ShapefileReader.read(path: "\(folder)/\(path)").files.map { file in
          let name = String(file.name.dropFirst(folder.count + 1))
          #expect(file.array == files[name])
          return name
        }
      }
      #expect(try names("a.SHP") == ["a.SHP", "a.shx", "a.dbf", "a.PRJ", "a.cpg"])
      #expect(try names("b.shp") == ["b.shp"])
      #expect(try names("s.zip") == ["s.zip"])
      #expect(try names("s.zip#a") == ["s.zip"])
    }
  }

  /// A pipe gives its bytes only once.
  @Test func theShapefileIsOpenedOnce() throws {
    try Self.withFiles(["a.dbf": Self.dbf("A1")]) { folder in
      let path = "\(folder)/a.shp"
      try #require(mkfifo(path, 0o600) == 0)
      let writer = Thread { try? Data(Self.shp).write(to: URL(fileURLWithPath: path), options: []) }
      writer.start()
      let read = try ShapefileReader.read(path: path)
      #expect(read.files.first?.array == Self.shp)
      #expect(read.table.shapes == [.polygon])
    }
  }

  @Test func formsOfPaths() {
    #expect(ShapefileReader.reads("a.shp") && ShapefileReader.reads("A.SHP"))
    #expect(ShapefileReader.reads("a.zip") && ShapefileReader.reads("a.zip#b"))
    #expect(!ShapefileReader.reads("a.geojson") && !ShapefileReader.reads("a.gpkg#b"))
  }
}
