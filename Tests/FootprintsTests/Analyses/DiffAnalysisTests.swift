import Footprints
import Testing

/// Vintages of a layer over eight places in a row, of 1 to 8 thousand people.
@Suite struct DiffAnalysisTests {
  private typealias Areas = [(code: String, name: String, places: ClosedRange<Int>)]

  private func package(_ vintages: Areas...) -> SmallPackage {
    var package = SmallPackage()
    for (number, areas) in vintages.enumerated() {
      let features = areas.map { area in
        Self.feature(area.places, area.code, area.name)
      }
      package.files["v\(number).geojson"] =
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
      package.resources["v\(number)"] =
        #"{"name":"v\#(number)","path":"v\#(number).geojson","footprint":{"role":"v\#(number)","resolution":"20"}}"#
    }
    return package
  }

  /// An area with a vertex between any two of its places, so that all vintages have the same outlines.
  private static func feature(_ places: ClosedRange<Int>, _ code: String, _ name: String) -> String {
    let borders = (places.lowerBound...places.upperBound + 1).map { -2 + Double($0) * 0.1 }
    let ring = borders.map { ($0, 52.0) } + borders.reversed().map { ($0, 52.1) } + [(borders[0], 52.0)]
    let positions = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return
      #"{"type":"Feature","properties":{"code":"\#(code)","name":"\#(name)"},"geometry":{"type":"Polygon","coordinates":[[\#(positions)]]}}"#
  }

  private func answer(_ package: SmallPackage, _ vintages: [String], place: String? = nil) throws -> Answer<
    DiffAnalysis
  > {
    var request = DiffAnalysis.Request(vintages: vintages)
    request.place = place
    return try package.study().run(DiffAnalysis.self, request)
  }

  /// Old code, new code, kind and people of each row.
  private func changes(_ old: Areas, _ new: Areas) throws -> [String] {
    try rows(answer(package(old, new), ["v0", "v1"]))
  }

  private func rows(_ answer: Answer<DiffAnalysis>) throws -> [String] {
    try answer.report.text(as: "csv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[2])>\(cells[4]) \(cells[6]) \(cells[10])"
    }
  }

  @Test func kindsByHand() throws {
    let old: Areas = [("A", "Ash", 0...3), ("B", "Birch", 4...7)]
    #expect(try changes(old, old) == ["A>A same 10000", "B>B same 26000"])
    #expect(
      try changes(old, [("A", "Ashby", 0...3), ("B", "Birch", 4...7)])
        == ["A>A renamed 10000", "B>B same 26000"])
    // Another code for the same ground, with the same name or another.
    #expect(
      try changes(old, [("C", "Ash", 0...3), ("D", "Dogwood", 4...7)])
        == ["A>C recoded 10000", "B>D recoded 26000"])
    // A place passes from one to the other.
    #expect(
      try changes(old, [("A", "Ash", 0...4), ("B", "Birch", 5...7)])
        == ["A>A moved 10000", "B>A moved 5000", "B>B moved 21000"])
    // One ends in two, two end in one.
    #expect(
      try changes(old, [("A", "Ash", 0...3), ("C", "C", 4...5), ("D", "D", 6...7)])
        == ["A>A same 10000", "B>C split 11000", "B>D split 15000"])
    #expect(try changes(old, [("C", "C", 0...7)]) == ["A>C merged 10000", "B>C merged 26000"])
    // One takes in the other, one gives birth to another.
    #expect(try changes(old, [("A", "Ash", 0...7)]) == ["A>A merged 10000", "B>A merged 26000"])
    #expect(
      try changes([("A", "Ash", 0...7)], old) == ["A>A split 10000", "A>B split 26000"])
    // Ground that nobody had, or has.
    #expect(try changes(old, [("A", "Ash", 0...3)]) == ["A>A same 10000", "B> gone 26000"])
    #expect(try changes([("A", "Ash", 0...3)], old) == ["A>A same 10000", ">B new 26000"])
    // Its border moved into ground that nobody has.
    #expect(
      try changes(old, [("A", "Ash", 0...3), ("B", "Birch", 4...5)])
        == ["A>A same 10000", "B>B moved 11000", "B> gone 15000"])
  }

  /// Codes that changed without a border are not confused with those that go on: Barnsley and Sheffield exchanged nothing.
  @Test func recodedBesideMoved() throws {
    let found = try changes(
      [("E08000016", "Barnsley", 0...1), ("E08000019", "Sheffield", 2...3), ("X", "X", 4...7)],
      [("E08000038", "Barnsley", 0...1), ("E08000039", "Sheffield", 2...4), ("X", "X", 5...7)])
    #expect(
      found == [
        "E08000016>E08000038 recoded 3000", "E08000019>E08000039 moved 7000", "X>E08000039 moved 5000",
        "X>X moved 21000",
      ])
  }

  @Test func anotherDrawingIsNoMove() throws {
    // A border 5 m beside the other, where the layer may be off by 20.
    var package = package([("A", "A", 0...3), ("B", "B", 4...7)], [])
    package.files["v1.geojson"] =
      #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0.0...4.0007, code: "A")),\#(SmallPackage.square(4.0007...8.0, code: "B"))]}"#
    #expect(try rows(answer(package, ["v0", "v1"])) == ["A>A same 10000", "B>B same 26000"])
  }

  @Test func aPlaceOnOneTimeLine() throws {
    let package = package(
      [("A", "Ash", 0...3), ("B", "Birch", 4...7)],
      [("A", "Ash", 0...3), ("C", "Cedar", 4...5), ("D", "Dogwood", 6...7)],
      [("E", "Elm", 0...5), ("D", "Dogwood", 6...7)])
    let all = try rows(answer(package, ["v0", "v1", "v2"]))
    #expect(all.count == 6)
    let cedar = try rows(answer(package, ["v0", "v1", "v2"], place: "Cedar"))
    #expect(cedar == ["B>C split 11000", "C>E merged 11000"])
    // From the last vintage back to what it was made of.
    let elm = try rows(answer(package, ["v0", "v1", "v2"], place: "E"))
    #expect(elm == ["A>A same 10000", "B>C split 11000", "A>E merged 10000", "C>E merged 11000"])
    let unknown = SmallPackage.error { _ = try answer(package, ["v0", "v1"], place: "Oak") }
    #expect(unknown?.kind == .usage)
    let one = SmallPackage.error { _ = try answer(package, ["v0"]) }
    #expect(one?.message.contains("needs two layers") == true)
  }

  @Test func countsAreOfAll() throws {
    let answer = try answer(
      package([("A", "Ash", 0...3), ("B", "Birch", 4...7)], [("A", "Ash", 0...7)]), ["v0", "v1"])
    let json = try answer.report.text(as: "json")
    #expect(json.contains(#""merged": 2"#) && json.contains(#""same": 0"#))
    let text = try answer.report.text(as: "table")
    #expect(text.contains("26,000 people, on"), "\(text)")
    let shapes = try answer.report.text(as: "geojson")
    #expect(shapes.contains(#""id": "B-A""#))
  }
}
