import Footprints
import Testing

/// Well-known binary from anywhere: read, or refused, never trusted.
@Suite struct WKBTests {
  private func appended(_ bytes: [UInt8]) throws(FootprintsError) -> [UInt8] {
    var out: [UInt8] = []
    try bytes.withUnsafeBufferPointer { (bytes) throws(FootprintsError) in
      _ = try WKB.append(UnsafeRawBufferPointer(bytes), to: &out)
    }
    return out
  }

  private func count(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
  private func number(_ number: Double) -> [UInt8] {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
  }

  @Test func bothByteOrdersBecomeOne() throws {
    let (two, numbers) = (count(2), [1.0, 2, 3, 4].map(number))
    let line = [1] + two + two + numbers.joined()
    let other = [0] + two.reversed() + two.reversed() + numbers.flatMap { $0.reversed() }
    #expect(try appended(line) == line)
    #expect(try appended(other) == line)
    // Each member has its own byte order.
    let mixed = [0] + count(7).reversed() + two.reversed() + line + other
    #expect(try appended(mixed) == [1] + count(7) + two + line + line)
  }

  @Test func theCodesOfPostGISBecomeThoseOfTheStandard() throws {
    let point = [1] + count(0xE000_0001) + count(4326) + (1...4).flatMap { number(Double($0)) }
    #expect(try appended(point) == [1] + count(3001) + (1...4).flatMap { number(Double($0)) })
    let high = [1] + count(0x8000_0001) + (1...3).flatMap { number(Double($0)) }
    #expect(try appended(high) == [1] + count(1001) + (1...3).flatMap { number(Double($0)) })
  }

  @Test func bytesAfterTheEndAreNotRead() throws {
    let point = [1] + count(1) + number(1) + number(2)
    #expect(try appended(point + [9, 9, 9]) == point)
  }

  private static let broken: [([UInt8], String)] = [
    ([], "ends too early"), ([2, 1, 0, 0, 0], "byte order 2"), ([1, 0, 0, 0, 0], "no geometry type 0"),
    ([1, 18, 0, 0, 0], "no geometry type 18"), ([1, 0xA1, 0x0F, 0, 0], "no geometry type 4001"),
    ([1, 13, 0, 0, 0], "no geometry type 13"), ([1, 2, 0, 0, 0, 255, 255, 255, 255], "ends too early"),
    ([1, 3, 0, 0, 0, 255, 255, 255, 255], "ends too early"),
    ([1, 7, 0, 0, 0, 255, 255, 255, 15], "ends too early"),
    ([1, 6, 0, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0], "holds a LineString"),
  ]

  @Test(arguments: broken)
  func whatIsNoneIsRefused(_ bytes: [UInt8], _ reason: String) {
    let error = #expect(throws: FootprintsError.self) { try appended(bytes) }
    #expect(error?.kind == .badData)
    #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func nestingHasAnEnd() throws {
    func nested(_ levels: Int) -> [UInt8] {
      (0..<levels).flatMap { _ in [1] + count(7) + count(1) } + [1] + count(1) + number(1) + number(2)
    }
    #expect(try appended(nested(15)) == nested(15))
    let error = #expect(throws: FootprintsError.self) { try appended(nested(16)) }
    #expect(error?.message.contains("nested") == true)
    #expect(throws: FootprintsError.self) { try appended(nested(100_000)) }
  }

  /// Every beginning of a geometry is refused, and damage anywhere is refused or gives something sound.
  @Test func damageIsRefusedOrHarmless() throws {
    let seed = UInt64.random(in: 0...9999)
    var random = SeededGenerator(seed: seed)
    let whole = FeatureRows(
      try GeoJSONFeatureReader(FileBytes(Array(variousFeatures.utf8), name: "x"), name: "x", jobs: 1))
    for geometry in whole.geometries where !geometry.isEmpty {
      for length in 0..<geometry.count {
        #expect(throws: FootprintsError.self) { try appended(Array(geometry[..<length])) }
      }
      for _ in 0..<500 {
        var damaged = geometry
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        guard let sound = try? appended(damaged) else { continue }
        #expect(try appended(sound) == sound, "seed \(seed)")
        var batch = FeatureBatch()
        batch.geometry = sound
        batch.ends = [sound.count]
        // Whoever walks through it comes to its end.
        let text = try written(batch)
        #expect(text.hasSuffix("}\n"), "seed \(seed)")
      }
    }
  }

  private func written(_ batch: FeatureBatch) throws -> String {
    let sink = ByteCollector()
    let schema = LayerSchema(name: "x", fields: [], types: [], reference: .missing)
    let target = FeatureTarget(sink: sink, reference: nil, jobs: 1)
    let format = try #require(VectorFormats.named("geojsonl"))
    let begin = try #require(format.writer)
    var writer = try begin(target, schema)
    try writer.write(batch)
    try writer.finish()
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}
