import Footprints
import Testing

@Suite struct ZipArchiveTests {
  private static func archive(_ entries: [ZipFixture.Entry]) throws(FootprintsError) -> ZipArchive {
    try ZipArchive(FileBytes(ZipFixture(entries).bytes, name: "a.zip"))
  }

  /// The error that reading the only entry makes.
  private static func error(_ entry: ZipFixture.Entry, limit: UInt64 = 2 << 30) -> FootprintsError? {
    do throws(FootprintsError) {
      let archive = try archive([entry])
      _ = try archive.read(archive.entries[0], limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func entriesComeBackAsTheyWere() throws {
    let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let archive = try Self.archive([
      .init(name: "folder/", content: []), .init(name: "folder/a.txt", content: [1, 2, 3]),
      .init(name: "b.bin", content: long, isDeflated: true),
    ])
    #expect(archive.entries.map(\.name) == ["folder/", "folder/a.txt", "b.bin"])
    #expect(archive.entries.map(\.fileName) == ["", "a.txt", "b.bin"])
    #expect(archive.entries.map(\.size) == [0, 3, 200_000])
    #expect(try archive.read(archive.entries[1]) == [1, 2, 3])
    #expect(try archive.read(archive.entries[2]) == long)
    #expect(try archive.read(archive.entries[0]).isEmpty)
  }

  @Test func noiseOfMacOS() throws {
    let names = ["__MACOSX/a.shp", "x/__MACOSX/a.shp", "x/._a.shp", "x/a.shp", "my__MACOSX/a.shp"]
    let archive = try Self.archive(names.map { .init(name: $0, content: []) })
    #expect(archive.entries.map(\.isNoise) == [true, true, true, false, false])
  }

  @Test func limitOnTheSize() {
    let entry = ZipFixture.Entry(name: "a", content: Array(repeating: 7, count: 100), isDeflated: true)
    #expect(Self.error(entry, limit: 100) == nil)
    let refusal = Self.error(entry, limit: 99)
    #expect(refusal?.kind == .badData)
    #expect(refusal?.description.contains("a inside it has 100 bytes, more than the 99") == true)
  }

  @Test func sizeThatNoCompressionExplainsIsRefusedUnread() {
    let entry = ZipFixture.Entry(
      name: "bomb", content: Array(repeating: 0, count: 1000), isDeflated: true, statedSize: 1 << 30)
    #expect(Self.error(entry)?.description.contains("too many to be believed") == true)
  }

  @Test func contentOtherThanStatedIsRefused() {
    let content: [UInt8] = Array(repeating: 5, count: 1000)
    for entry in [
      ZipFixture.Entry(name: "longer", content: content, isDeflated: true, statedSize: 10),
      .init(name: "shorter", content: content, isDeflated: true, statedSize: 2000),
      .init(name: "changed", content: content, isDeflated: true, hasWrongChecksum: true),
      .init(name: "changed", content: content, hasWrongChecksum: true),
    ] {
      #expect(Self.error(entry)?.kind == .badData, "\(entry.name)")
    }
  }

  @Test func encryptedEntryIsNamed() throws {
    let error = try #require(Self.error(.init(name: "secret", content: Array(1...40), flags: 1)))
    #expect(error.description.contains("secret inside it is encrypted"))
    #expect(error.remedy?.contains("password") == true)
  }

  @Test func whatIsNotAnArchive() throws {
    for (bytes, message) in [([], "is empty"), (Array("not a zip".utf8), "is not a zip archive")] {
      let error = #expect(throws: FootprintsError.self) {
        _ = try ZipArchive(FileBytes(bytes, name: "a.zip"))
      }
      #expect(error?.description.hasPrefix("a.zip: \(message)") == true)
    }
    let missing = #expect(throws: FootprintsError.self) { _ = try ZipArchive(path: "/nowhere/a.zip") }
    #expect(missing?.kind == .noInput)
  }

  @Test func anyByteReplacedAndAnyCutIsReadOrRefused() {
    let sound = ZipFixture(ZipFixture.layer("a", code: "A1")).bytes
    func attempt(_ bytes: [UInt8]) {
      guard let archive = try? ZipArchive(FileBytes(bytes, name: "a.zip")) else { return }
      for entry in archive.entries {
        guard let content = try? archive.read(entry, limit: 1 << 20) else { continue }
        #expect(UInt64(content.count) == entry.size)
      }
    }
    for length in sound.indices { attempt(Array(sound.prefix(length))) }
    for offset in sound.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = sound
        bytes[offset] = value
        attempt(bytes)
      }
    }
  }
}
