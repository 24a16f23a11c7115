import Footprints

/// A package in memory for tests to spoil: eight small areas of 1 to 8 thousand people from west to east, two
/// authorities of four each, three groups (two, four, two), two trusts, two plans with one scheme each.
struct SmallPackage {
  var files: [String: String] = [:]
  /// The resources as they are in the manifest.
  var resources: [String: String] = [:]

  /// An area over some of the eight places, from west to east, as a feature.
  static func square(_ places: ClosedRange<Int>, code: String) -> String {
    square(Double(places.lowerBound)...Double(places.upperBound + 1), code: code)
  }

  /// An area between two of the borders of places, or between others.
  static func square(_ borders: ClosedRange<Double>, code: String) -> String {
    let (west, east) = (-2 + borders.lowerBound * 0.1, -2 + borders.upperBound * 0.1)
    let ring = [(west, 52.0), (east, 52), (east, 52.1), (west, 52.1), (west, 52)]
    let positions = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return
      #"{"type":"Feature","properties":{"code":"\#(code)","name":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[[\#(positions)]]}}"#
  }

  init() {
    func layer(_ name: String, role: String, _ areas: [(String, ClosedRange<Int>)]) {
      let features = areas.map { Self.square($0.1, code: $0.0) }
      files["\(name).geojson"] =
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
      resources[name] =
        #"{"name":"\#(name)","path":"\#(name).geojson","footprint":{"role":"\#(role)","resolution":"20"}}"#
    }
    layer("msoa", role: "brick", (0..<8).map { ("E0200000\($0 + 1)", $0...$0) })
    layer("utla", role: "utla", [("E06000001", 0...3), ("E06000002", 4...7)])
    layer("ccg", role: "ccg", [("E38000001", 0...1), ("E38000002", 2...5), ("E38000003", 6...7)])
    func table(_ name: String, role: String? = nil, _ rows: [String]) {
      files["\(name).csv"] = rows.joined(separator: "\n") + "\n"
      resources[name] =
        #"{"name":"\#(name)","path":"\#(name).csv","footprint":{"role":"\#(role ?? name)"}}"#
    }
    table("population", ["msoa_code,population"] + (1...8).map { "E0200000\($0),\($0)000" })
    table(
      "flows",
      ["msoa_code,trust_code,proportion"]
        + (1...8).flatMap {
          ["E0200000\($0),RAA,\($0 < 4 ? 0.7 : 0.3)", "E0200000\($0),RBB,\($0 < 4 ? 0.3 : 0.7)"]
        })
    table("organisations", ["code,name", "RAA,Ashby Hospitals", "RBB,Birch Hospitals"])
    table("bcf-plans", ["plan_id,hwb_code,name", "P1,E06000001,Ashby plan", "P2,E06000002,Birch plan"])
    table(
      "bcf-partners",
      [
        "plan_id,org_code,org_kind,org_name,signatory", "P1,E06000001,la,Ashby,true",
        "P1,E38000002,ccg,NHS Two,true", "P2,E06000002,la,Birch,true", "P2,E38000002,ccg,NHS Two,true",
      ])
    table(
      "bcf-schemes",
      [
        "plan_id,scheme_id,name,type,subtype,hicm,amount_gbp",
        "P1,P1-1,D2A,HICM for Managing Transfer of Care,Home First,4,1000.00",
        "P2,P2-1,D2A,HICM for Managing Transfer of Care,Home First,4,2500.50",
      ])
  }

  /// Adds a table, or replaces one.
  mutating func table(_ name: String, role: String, _ text: String) {
    files["\(name).csv"] = text
    resources[name] = #"{"name":"\#(name)","path":"\#(name).csv","footprint":{"role":"\#(role)"}}"#
  }

  /// Replaces text in a file.
  mutating func replace(_ old: String, with new: String, in file: String) {
    files[file] = files[file]?.replacing(old, with: new)
  }

  /// Says of which year or month a layer is.
  mutating func date(_ layer: String, _ vintage: String) {
    resources[layer] = resources[layer]?.replacing(
      #""footprint":{"#, with: #""footprint":{"vintage":"\#(vintage)","#)
  }

  func study() throws -> Study {
    let list = resources.sorted { $0.key < $1.key }.map(\.value).joined(separator: ",")
    let manifest = #"{"name":"small","resources":[\#(list)]}"#
    let all = files.merging(["datapackage.json": manifest]) { $1 }
    return try Study(
      package: DataPackage(
        EmbeddedFiles(name: "small", files: all.map { FileBytes(Array($0.value.utf8), name: $0.key) })))
  }

  /// All people that groups and authorities share, and what there was to notice.
  func overlap(
    membership: MembershipMethod = .largest
  ) throws -> (people: Double, pairs: [String: Double], notices: [Notice]) {
    var request = ComparisonRequest(x: "ccg", y: "utla")
    request.membership = membership
    let answer = try study().run(OverlapAnalysis.self, request)
    let comparison = answer.result.comparison
    var pairs: [String: Double] = [:]
    for row in comparison.rows {
      guard let x = row.x, let y = row.y else { continue }
      pairs["\(comparison.x.codes[x]) \(comparison.y.codes[y])"] = row.people
    }
    return (comparison.matrix.total, pairs, answer.inputs.notices)
  }

  func impact(
    _ trust: String = "RBB", membership: MembershipMethod = .largest
  ) throws -> (impact: Impact, notices: [Notice]) {
    var request = ImpactAnalysis.Request(trust: trust, process: "discharge-to-assess")
    request.membership = membership
    let answer = try study().run(ImpactAnalysis.self, request)
    return (answer.result.impact, answer.inputs.notices)
  }

  /// The error of something.
  static func error(_ body: () throws -> Void) -> FootprintsError? {
    do {
      try body()
      return nil
    } catch { return error as? FootprintsError }
  }
}
