import Footprints
import Testing

@Suite struct TransformationTests {
  static func to27700(_ source: String) throws(FootprintsError) -> Transformation {
    try Transformation(from: ReferenceSystem(source), to: ReferenceSystem("EPSG:27700"))
  }

  static func isNear(_ a: Coordinate, _ b: Coordinate, _ tolerance: Double = 1e-3) -> Bool {
    abs(a.x - b.x) < tolerance && abs(a.y - b.y) < tolerance
  }

  /// pyproj 3.7.2 (PROJ 9.5.1), the operation "Inverse of OSGB36 to WGS 84 (6) + British National Grid" of
  /// `TransformerGroup(source, "EPSG:27700", always_xy=True)`, without grids.
  @Test(
    arguments: [
      ("OGC:CRS84", -0.1276, 51.5074, 530042.625993872, 180380.44930295664),
      ("OGC:CRS84", -1.5491, 53.8008, 429795.5667055767, 433927.31822380703),
      ("OGC:CRS84", -5.7, 50.05, 135227.47955548594, 23213.1084599506),
      ("OGC:CRS84", 1.75, 52.48, 654734.6767701438, 293509.5965507455),
      ("OGC:CRS84", -2.0, 55.8, 400098.39423799375, 656301.2881459466),
      // The registry has latitude first; coordinates here never.
      ("EPSG:4326", -3.1791, 51.4816, 318217.99429984594, 176508.92019105278),
      ("urn:ogc:def:crs:OGC:1.3:CRS84", -3.1791, 51.4816, 318217.99429984594, 176508.92019105278),
      ("EPSG:3857", -14204.4, 6711506.7, 530043.1745111442, 180358.20473624312),
      ("EPSG:32630", 699375.0, 5710164.0, 530087.4956896165, 180379.53277575393),
      // ETRS89 has only a grid or a guess as the direct way; through WGS 84 it is the same to a metre.
      ("EPSG:4258", -0.1276, 51.5074, 530042.625993872, 180380.44930295664),
      ("EPSG:25830", 699375.0, 5710164.0, 530087.4956896165, 180379.53277575393),
    ])
  func knownPoints(_ source: String, _ x: Double, _ y: Double, _ east: Double, _ north: Double) throws {
    let transformation = try Self.to27700(source)
    var points = [Coordinate(x, y)]
    try transformation.apply(to: &points, jobs: 1)
    // Where the OSTN15 grid is installed PROJ takes it, and the answer is better by up to 5 m.
    let hasGrid = transformation.operation.contains("OSGB36 to ETRS89 (2)")
    #expect(Self.isNear(points[0], Coordinate(east, north), hasGrid ? 5 : 1e-3), "\(points[0])")
    let accuracy = try #require(transformation.accuracy)
    #expect(accuracy > 0 && accuracy <= 3.5)
    #expect(!transformation.operation.lowercased().contains("ballpark"))
    try transformation.applyInverse(to: &points, jobs: 1)
    // The change of datum forgets the height that it makes, so the way back is off by millimetres.
    #expect(Self.isNear(points[0], Coordinate(x, y), x.magnitude > 360 ? 5e-3 : 5e-8))
  }

  @Test(arguments: ["EPSG:27700", ReferenceSystemTests.esriGrid, "urn:ogc:def:crs:EPSG::27700"])
  func theSameSystemInOtherWordsNeedsNothing(_ source: String) throws {
    let transformation = try Self.to27700(source)
    var points = [Coordinate(123456.789, 654321.987)]
    try transformation.apply(to: &points, jobs: 1)
    #expect(points == [Coordinate(123456.789, 654321.987)])
    #expect(transformation.accuracy == 0)
  }

  /// Unknown datums on the Airy and Bessel ellipsoids: PROJ has no way to OSGB36 but a guess
  /// (`TransformerGroup(..., allow_ballpark=False)` of pyproj lists none).
  @Test(arguments: ["EPSG:4001", "EPSG:4005"])
  func ballparkOperationsAreRefused(_ source: String) throws {
    let error = #expect(throws: FootprintsError.self) { try Self.to27700(source) }
    #expect(error?.kind == .badData)
    #expect(error?.message.contains("no usable transformation") == true)
    #expect(error?.reason == .noTransformation)
    #expect(error?.remedy == "Choose another working system, or state the layer’s own.")
  }

  @Test func foreignUnitsAreConverted() throws {
    // EPSG:2263 is New York in US survey feet; EPSG:32118 the same projection in metres.
    let feet = try Transformation(from: ReferenceSystem("EPSG:2263"), to: ReferenceSystem("EPSG:32118"))
    var points = [Coordinate(984251.968503937, 200000)]
    try feet.apply(to: &points, jobs: 1)
    #expect(Self.isNear(points[0], Coordinate(984251.968503937 * 1200 / 3937, 200000.0 * 1200 / 3937), 1e-6))
  }

  @Test func anyNumberOfThreadsGivesTheSameDigits() throws {
    let transformation = try Self.to27700("OGC:CRS84")
    var random = SeededGenerator(seed: 1)
    let points = (0..<50_000).map { _ in
      Coordinate(.random(in: -8...2, using: &random), .random(in: 49.8...61, using: &random))
    }
    var one = points
    try transformation.apply(to: &one, jobs: 1)
    for jobs in [2, 3, 8] {
      var many = points
      try transformation.apply(to: &many, jobs: jobs)
      #expect(many == one, "\(jobs) jobs")
    }
    var back = one
    try transformation.applyInverse(to: &back, jobs: 2)
    #expect(zip(back, points).allSatisfy { Self.isNear($0, $1, 5e-8) })
  }

  @Test func pointsThatCannotBeTransformedBecomeInfinite() throws {
    let transformation = try Self.to27700("OGC:CRS84")
    var points = [Coordinate(0, 52), Coordinate(500, 500), Coordinate(0, 1e300), Coordinate(-1, 53)]
    try transformation.apply(to: &points, jobs: 1)
    #expect(points[0].x.isFinite && points[3].x.isFinite)
    #expect(!points[1].x.isFinite && !points[2].x.isFinite)
  }
}
