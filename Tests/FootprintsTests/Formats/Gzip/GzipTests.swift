import Footprints
import Foundation
import Testing

/// Files compressed by gzip.
@Suite struct GzipTests {
  private func compressed(_ bytes: [UInt8], jobs: Int = 2, piece: Int = 100_000) throws -> [UInt8] {
    let collector = ByteCollector()
    let sink = GzipSink(to: collector, jobs: jobs)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try sink.write(Array(bytes[start..<min(bytes.count, start + piece)]))
    }
    try sink.finish()
    return collector.bytes
  }

  private func expanded(_ bytes: [UInt8]) throws(FootprintsError) -> [UInt8] {
    try FileBytes(bytes, name: "x.gz").decompressed().array
  }

  private func noise(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 7)
    return (0..<count).map { _ in UInt8.random(in: 0...15, using: &random) }
  }

  @Test(arguments: [0, 1, 1000, 1 << 20, (1 << 20) + 1, 3_500_000])
  func whatIsCompressedIsExpandedAgain(_ count: Int) throws {
    let bytes = noise(count)
    let one = try compressed(bytes, jobs: 1)
    #expect(try expanded(one) == bytes)
    #expect(
      try compressed(bytes, jobs: 3, piece: 777_777) == one, "the number of threads, or the pieces, matter")
  }

  @Test func otherBytesStayAsTheyAre() throws {
    let bytes = FileBytes([1, 2, 3], name: "x")
    #expect(try bytes.decompressed() === bytes)
  }

  @Test func membersFollowEachOther() throws {
    let (a, b) = (try compressed([1, 2]), try compressed([3]))
    #expect(try expanded(a + b) == [1, 2, 3])
    #expect(try expanded(a + [0, 0, 0]) == [1, 2])
    for rest in [[7], [0, 0x1F, 0x8B, 8]] as [[UInt8]] {
      let error = #expect(throws: FootprintsError.self) { try expanded(a + rest) }
      #expect(error?.kind == .badData && error?.message.contains("something else follows") == true)
    }
  }

  @Test func aFileCutAnywhereIsRefused() throws {
    let whole = try compressed(noise(5000))
    for length in 3..<whole.count {
      let error = #expect(throws: FootprintsError.self) { try expanded(Array(whole[..<length])) }
      #expect(error?.kind == .badData && error?.file == "x.gz", "\(length) bytes")
    }
  }

  @Test func damageIsRefusedOrHarmless() throws {
    let bytes = noise(5000)
    let seed = UInt64.random(in: 0...9999)
    var random = SeededGenerator(seed: seed)
    let whole = try compressed(bytes)
    for _ in 0..<300 {
      var damaged = whole
      let place = Int.random(in: 3..<whole.count, using: &random)
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      // The head has bytes that say nothing about the content; everything else is covered by a checksum.
      if let found = try? expanded(damaged) { #expect(found == bytes && place < 10, "seed \(seed)") }
    }
  }

  @Test func whatGrowsBeyondAllMeasureIsRefused() throws {
    let bomb = try compressed([UInt8](repeating: 0, count: 100 << 20), piece: 1 << 22)
    #expect(bomb.count < 1 << 20)
    let error = #expect(throws: FootprintsError.self) { try expanded(bomb) }
    #expect(error?.kind == .badData && error?.message.contains("250 times") == true)
  }

  @Test func aCompressedFileIsALayer() throws {
    let folder = try TemporaryFolder()
    let text = collection(feature(squarePolygon(-1, 52, 0.1), #"{"code":"A"}"#))
    let path = try folder.write("", to: "areas.geojson.gz")
    try Data(try compressed(Array(text.utf8))).write(to: URL(fileURLWithPath: path))
    let reader = LayerReader(working: try ReferenceSystem("EPSG:27700"), jobs: 1)
    let layer = try LayerFile.read(path, request: LayerRequest(name: "areas"), with: reader)
    #expect(layer.codes == ["A"] && layer.origin.format == "GeoJSON")
    // Provenance is about the file that there is.
    #expect(layer.origin.files.map(\.name) == [path])
    #expect(layer.origin.files.first?.count != text.utf8.count)
  }
}
