import Footprints
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Positions are read by a fast way and a thorough one, which must be indistinguishable from outside.
@Suite struct PlainPositionsTests {
  /// How programs space the parts of a position: within the brackets, after the comma in it, after the comma
  /// after it.
  struct Spacing: CustomStringConvertible {
    let inside: String
    let between: String
    let after: String

    var description: String { write(("1", "2")) + "," + after + write(("3", "4")) }

    func write(_ position: (String, String)) -> String {
      "[\(inside)\(position.0),\(between)\(position.1)\(inside)]"
    }

    static let all: [Spacing] = {
      let gaps = ["", " ", "  ", "\n\t"]
      return gaps.flatMap { inside in
        gaps.flatMap { between in
          gaps.map { Spacing(inside: inside, between: between, after: $0) }
        }
      }
    }()
  }

  /// Reads positions, each written by `write`, as one ring.
  private func read(
    _ positions: [(String, String)], _ write: (Int, (String, String)) -> String
  ) throws -> [Coordinate] {
    let ring = positions.enumerated().map { write($0, $1) }.joined(separator: ",")
    let table = try geoJSON(#"{"type":"Polygon","coordinates":[[\#(ring),[0,0],[0,1],[1,1],[0,0]]]}"#)
    return Array(table.geometry.coordinates.prefix(positions.count))
  }

  private func expect(
    _ positions: [(String, String)], _ comment: String, _ write: (Int, (String, String)) -> String
  ) throws {
    let found = try read(positions, write)
    try #require(found.count == positions.count, "\(comment)")
    for (position, coordinate) in zip(positions, found) {
      // The library's conversion is the C library's `strtod`.
      let expected = (try #require(Double(position.0)), try #require(Double(position.1)))
      #expect(
        coordinate.x.bitPattern == expected.0.bitPattern && coordinate.y.bitPattern == expected.1.bitPattern,
        "\(position) is read as \(coordinate); \(comment)")
    }
  }

  /// A number of any form that JSON has, most of them plain.
  private static func number(_ random: inout SeededGenerator) -> String {
    var text = Int.random(in: 0..<3, using: &random) == 0 ? "-" : ""
    text +=
      Int.random(in: 0..<3, using: &random) == 0
      ? "0" : DecimalNumberTests.digits(.random(in: 1...9, using: &random), &random)
    if Int.random(in: 0..<6, using: &random) > 0 {
      text += "." + String(repeating: "0", count: .random(in: 0...2, using: &random))
      text += DecimalNumberTests.digits(.random(in: 1...19, using: &random), &random)
    }
    if Int.random(in: 0..<20, using: &random) == 0 {
      text += ["e", "E"][Int.random(in: 0...1, using: &random)]
      text +=
        ["", "+", "-"][Int.random(in: 0...2, using: &random)] + "\(Int.random(in: 0...25, using: &random))"
    }
    return text
  }

  @Test(arguments: Spacing.all) func anySpacing(_ spacing: Spacing) throws {
    var random = SeededGenerator(seed: 11)
    let positions = (0..<200).map { _ in (Self.number(&random), Self.number(&random)) }
    try expect(positions, "seed 11") { index, position in
      (index == 0 ? "" : spacing.after) + spacing.write(position)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func spacingThatChangesWithinARing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let positions = (0..<4000).map { _ in (Self.number(&random), Self.number(&random)) }
    let spacings = positions.map { _ in
      // A spacing for a while, then another.
      Spacing.all[Int.random(in: 0..<Spacing.all.count, using: &random)]
    }
    try expect(positions, "seed \(seed)") { index, position in
      spacings[index / 3].after + spacings[index / 3].write(position)
    }
  }

  /// Numbers on both sides of each limit of the fast way, of either sign, in either place.
  @Test func limitsOfTheFastWay() throws {
    let wholes = ["0", "9", "10", "180", "999999", "1234567", "9999999", "12345678", "99999999"]
    let fractions =
      [""]
      + (1...20).flatMap { count in
        ["0", "1", "9"].map { "." + String(repeating: $0, count: count) }
          + [".12345678901234567890".prefix(count + 1).description]
      }
    var numbers = ["0", "0.0", "0.00000000", "0.000000000", "0.0000000000000000", "1e5", "1E-5", "1.5e+3"]
    for whole in wholes { numbers += fractions.map { whole + $0 } }
    // Around 2^53 and 2^64, the limits of what is exact.
    numbers += [
      "90071992.54740991", "90071992.54740992", "90071992.54740993", "9007199.254740991", "9007199.254740993",
      "900.7199254740993", "9.007199254740993", "9.0071992547409925", "184.46744073709551615",
      "184.46744073709551616", "1844.6744073709551615", "1844.6744073709551616", "999.9999999999999999",
      "0.9007199254740993", "0.0900719925474099", "0.00000001", "0.000000001", "0.9999999999999999",
    ]
    numbers += numbers.map { "-" + $0 }
    try expect(numbers.map { ($0, "1.5") }, "first") { $1.0.isEmpty ? "" : "[\($1.0),\($1.1)]" }
    try expect(numbers.map { ("-1.5", $0) }, "second") { "[ \($1.0), \($1.1) ]" }
  }

  @Test func negativeZeroKeepsItsSign() throws {
    let found = try read([("1", "1"), ("-0", "-0.0"), ("-0.00", "0"), ("-0.0000000000", "0.0")]) {
      "[\($1.0),\($1.1)]"
    }
    #expect(found.dropFirst().map(\.x.sign) == [.minus, .minus, .minus])
    #expect(found.dropFirst().map(\.y.sign) == [.minus, .plus, .plus])
  }

  /// What the thorough way refuses is refused with the same words when the fast way meets it first.
  @Test(
    arguments: [
      "[01,0]", "[-01,0]", "[00.5,0]", "[1.,0]", "[0,1.]", "[.5,0]", "[+1,0]", "[1e,0]", "[1.5e+,0]", "[-,0]",
      "[--1,0]", "[1,-]", "[1.2.3,0]", "[1,NaN]", "[null,0]", "[1 2,0]", "[1]", "[]", "[,1]", "[1,]", "[1,2",
      "[[1,2]", "[[1,2]]", "[1,2]]", "[1,2 3]", "[ 1,2 ] ]", "1,2]", "{}", "", "[\"1\",2]", "[1e400,2]",
      "[0x1,2]", "[1;2]", "[12345678901234567890123.5.5,1]", "[-1,[2]]",
    ], ["", " "])
  func mistakesAreFoundInARun(_ mistake: String, _ gap: String) throws {
    let good = "[1.5,2.5],\(gap)[-3.5,4.5],\(gap)"
    let rest = ",\(gap)[5.5,6.5],\(gap)[7.5,8.5],\(gap)[9.5,10.5],\(gap)[11.5,12.5],\(gap)[1.5,2.5]]]}"
    let text = #"{"type":"Polygon","coordinates":[["# + good + mistake + rest
    let error = try #require(geoJSONError(text))
    #expect(error.kind == .badData)
    // A line break inside is not a plain spacing: the thorough way reads this one.
    let thorough = try #require(
      geoJSONError(
        text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",\n")))
    #expect(error.message == thorough.message)
    #expect(error.remedy == thorough.remedy)
  }

  @Test func heightsWithinARun() throws {
    let table = try geoJSON(
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1,5.25],[0.5,2,-1e3],[0,1],[-1,0.5],[0,0]]]}"#)
    #expect(table.geometry.coordinates.map(\.x) == [0, 1, 1, 0.5, 0, -1, 0])
    #expect(table.geometry.coordinates.map(\.y) == [0, 0, 1, 2, 1, 0.5, 0])
    #expect(table.notices.map(\.code) == ["heights"])
  }

  /// A text that ends where the memory ends, at every place: nothing after it may be read.
  @Test func nothingAfterTheEndIsRead() throws {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let memory = try #require(
      mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    try #require(memory != MAP_FAILED)
    defer { munmap(memory, 2 * page) }
    // What lies after the first page cannot be read without a crash.
    try #require(mprotect(memory + page, page, PROT_NONE) == 0)
    let ring =
      "[0,0],[-1.2345678,50.125],[ -1.2345678, 50.125 ],[1.123456789012345,2.123456789012345],[3,4],[0,0]"
    let text = Array(#"{"type":"Polygon","coordinates":[[\#(ring)]]}"#.utf8)
    for count in 0...text.count {
      let start = memory + (page - count)
      start.copyMemory(from: text, byteCount: count)
      let bytes = FileBytes(constant: UnsafeRawBufferPointer(start: start, count: count), name: "x.geojson")
      let table = try? GeoJSONReader.read(bytes, jobs: 1)
      #expect((table != nil) == (count == text.count), "\(count) bytes")
    }
  }
}
