import Footprints
import Foundation
import Testing

/// Requests as programs and files write them.
@Suite struct RequestTests {
  private func decoded<Request: Decodable>(_ kind: Request.Type, _ json: String) throws -> Request {
    try JSONDecoder().decode(kind, from: Data(json.utf8))
  }

  private func keys(_ request: some Encodable) throws -> Set<String> {
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(request)) as? [String: Any]
    return Set(try #require(object).keys)
  }

  private static var full: ComparisonRequest {
    var request = ComparisonRequest(x: "ccg", y: "a \"b\".geojson")
    request.xOptions = LayerOptions(codeField: "CODE", nameField: "NAME", resolution: "BUC")
    request.yOptions = LayerOptions(nameField: "é")
    request.weights = .area
    request.membership = .apportion
    request.minimumShare = 0.1
    request.sliverWidth = 12.5
    request.keepsSlivers = true
    request.tolerance = 1.0 / 3
    request.presets = ["hsj-75": 0.8, "lgr-500k.margin": 0.2]
    request.comparesBorders = true
    return request
  }

  private static var fullImpact: ImpactAnalysis.Request {
    var request = ImpactAnalysis.Request(trust: "RXC", process: "discharge-to-assess")
    request.catchment = .threshold
    request.threshold = 0.1
    request.weights = .population
    request.membership = .lookup
    request.coverage = 2.0 / 3
    return request
  }

  @Test func comeBackAsTheyWere() throws {
    for request in [Self.full, ComparisonRequest(x: "ccg", y: "utla")] {
      #expect(
        try JSONDecoder().decode(ComparisonRequest.self, from: JSONEncoder().encode(request)) == request)
    }
    var borders = BordersRequest(x: "ccg", y: "a.geojson")
    (borders.within, borders.yOptions) = (12.5, LayerOptions(codeField: "CODE"))
    for request in [borders, BordersRequest(x: "ccg", y: "utla")] {
      #expect(try JSONDecoder().decode(BordersRequest.self, from: JSONEncoder().encode(request)) == request)
    }
    #expect(try keys(borders) == ["x", "y", "x_options", "y_options", "within"])
    for request in [Self.fullImpact, ImpactAnalysis.Request(trust: "a", process: "b")] {
      #expect(
        try JSONDecoder().decode(ImpactAnalysis.Request.self, from: JSONEncoder().encode(request)) == request)
    }
    var partnerships = PartnershipsAnalysis.Request()
    (partnerships.layer, partnerships.outside, partnerships.catchment) = ("icb", 0.2, .fptp)
    for request in [partnerships, PartnershipsAnalysis.Request()] {
      #expect(
        try JSONDecoder().decode(PartnershipsAnalysis.Request.self, from: JSONEncoder().encode(request))
          == request)
    }
    let layers = LayersAnalysis.Request(layers: ["a", "b"])
    #expect(
      try JSONDecoder().decode(LayersAnalysis.Request.self, from: JSONEncoder().encode(layers)) == layers)
  }

  @Test func keysAreTheNamesOfTheParameters() throws {
    #expect(
      try keys(Self.full) == [
        "x", "y", "x_options", "y_options", "weights", "membership", "min_share", "sliver_width",
        "keep_slivers",
        "tolerance", "presets", "borders",
      ])
    #expect(
      try keys(Self.fullImpact) == [
        "trust", "process", "catchment", "threshold", "weights", "membership", "coverage",
      ])
    #expect(try keys(Self.full.xOptions) == ["code", "label", "resolution"])
  }

  @Test func whatIsNotSaidIsTheDefault() throws {
    let plain = try decoded(ComparisonRequest.self, #"{"x": "ccg", "y": "utla", "unknown": [1]}"#)
    #expect(plain == ComparisonRequest(x: "ccg", y: "utla"))
    #expect(plain.weights == nil && plain.membership == .largest && plain.minimumShare == 0)
    #expect(plain.sliverWidth == nil && !plain.keepsSlivers && plain.tolerance == 0.95)
    #expect(plain.xOptions == LayerOptions() && plain.layers == ["ccg", "utla"])
    let none = #"{"x":"ccg","y":"utla","weights":null,"tolerance":null,"x_options":null,"sliver_width":null}"#
    #expect(try decoded(ComparisonRequest.self, none) == plain)
    let some = try decoded(
      ComparisonRequest.self,
      #"{"x":"ccg","y":"utla","x_options":{"code":"C"},"min_share":1,"weights":"population"}"#)
    #expect(
      some.xOptions == LayerOptions(codeField: "C") && some.minimumShare == 1 && some.weights == .population)
    let impact = try decoded(ImpactAnalysis.Request.self, #"{"trust": "RXC", "process": "p"}"#)
    #expect(impact == ImpactAnalysis.Request(trust: "RXC", process: "p"))
    #expect(
      impact.threshold == 0.3 && impact.coverage == 0.9 && impact.catchment == nil && impact.layers.isEmpty)
  }

  @Test(arguments: [
    "{}", #"{"x": "ccg"}"#, #"{"y": "ccg"}"#, #"{"x":"a","y":"b","weights":"people"}"#,
    #"{"x":"a","y":"b","weights":"Area"}"#, #"{"x":"a","y":"b","membership":"nearest"}"#,
    #"{"x":"a","y":"b","tolerance":"0.9"}"#, #"{"x":"a","y":"b","keep_slivers":1}"#,
    #"{"x":"a","y":"b","x_options":"code"}"#, #"{"x":1,"y":"b"}"#, "[]",
  ])
  func whatIsNotAComparison(json: String) {
    #expect(throws: DecodingError.self) { try decoded(ComparisonRequest.self, json) }
  }

  @Test(arguments: [
    "{}", #"{"trust": "RXC"}"#, #"{"process": "p"}"#, #"{"trust":"RXC","process":"p","catchment":"nearest"}"#,
    #"{"trust":"RXC","process":"p","weights":"money"}"#, #"{"trust":"RXC","process":"p","coverage":"all"}"#,
  ])
  func whatIsNotAnImpact(json: String) {
    #expect(throws: DecodingError.self) { try decoded(ImpactAnalysis.Request.self, json) }
  }

  // MARK: Ranges

  private func expect(
    _ request: some AnalysisRequest, refusing name: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(FootprintsError) {
      try request.validate()
      #expect(name == nil, "\(request) is taken", sourceLocation: sourceLocation)
    } catch {
      #expect(error.kind == .usage, sourceLocation: sourceLocation)
      #expect(error.reason == name.map(Reason.outOfRange), "\(error)", sourceLocation: sourceLocation)
      #expect(error.message.hasPrefix("\(name ?? "") is "), sourceLocation: sourceLocation)
    }
  }

  static let noShares: [Double] = [.nan, .infinity, -.infinity, -0.000_1, 1.000_1, 95]

  @Test(arguments: [(noShares, true), ([0, -0.0, 0.5, 1], false)])
  func sharesFromZeroToOne(values: [Double], areRefused: Bool) {
    for value in values {
      var comparison = ComparisonRequest(x: "a", y: "b")
      comparison.minimumShare = value
      expect(comparison, refusing: areRefused ? "min_share" : nil)
      var impact = ImpactAnalysis.Request(trust: "a", process: "b")
      impact.coverage = value
      expect(impact, refusing: areRefused ? "coverage" : nil)
    }
  }

  @Test(arguments: [(noShares + [0, -0.0], true), ([.leastNonzeroMagnitude, 0.5, 1], false)])
  func sharesAboveZero(values: [Double], areRefused: Bool) {
    for value in values {
      var comparison = ComparisonRequest(x: "a", y: "b")
      comparison.tolerance = value
      expect(comparison, refusing: areRefused ? "tolerance" : nil)
      var impact = ImpactAnalysis.Request(trust: "a", process: "b")
      impact.threshold = value
      expect(impact, refusing: areRefused ? "threshold" : nil)
    }
  }

  @Test func widths() {
    for value in [.nan, .infinity, -.infinity, -1] as [Double] {
      var request = ComparisonRequest(x: "a", y: "b")
      request.sliverWidth = value
      expect(request, refusing: "sliver_width")
      var borders = BordersRequest(x: "a", y: "b")
      borders.within = value
      expect(borders, refusing: "within")
    }
    for value in [nil, 0, 12.5, 1e9] as [Double?] {
      var request = ComparisonRequest(x: "a", y: "b")
      request.sliverWidth = value
      expect(request, refusing: nil)
      var borders = BordersRequest(x: "a", y: "b")
      borders.within = value
      expect(borders, refusing: nil)
    }
  }

  /// Nothing is read for a request that is refused.
  @Test func aStudyRefusesBeforeItReads() throws {
    var request = ComparisonRequest(x: "no such layer", y: "nor this")
    request.tolerance = .nan
    let study = try Study()
    let error = #expect(throws: FootprintsError.self) { try study.run(ScoreAnalysis.self, request) }
    #expect(error?.reason == .outOfRange("tolerance"))
    var impact = ImpactAnalysis.Request(trust: "a", process: "b")
    impact.coverage = 2
    let other = #expect(throws: FootprintsError.self) { try study.run(ImpactAnalysis.self, impact) }
    #expect(other?.reason == .outOfRange("coverage"))
  }
}
