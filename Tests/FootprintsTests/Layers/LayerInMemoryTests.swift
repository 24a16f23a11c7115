import Footprints
import Testing

@Suite struct LayerInMemoryTests {
  private func squares(_ lefts: [Double], side: Double = 1000) throws(FootprintsError) -> MultiPolygonArray {
    try MultiPolygonArray(
      polygons: lefts.map { left in
        [
          [
            (400_000 + left, 200_000), (400_000 + left + side, 200_000),
            (400_000 + left + side, 200_000 + side), (400_000 + left, 200_000 + side),
          ]
        ]
      })
  }

  private func error(
    codes: [String], names: [String]? = nil, areas: MultiPolygonArray, reference: String? = nil,
    working: String = "EPSG:27700"
  ) -> FootprintsError? {
    do throws(FootprintsError) {
      _ = try PreparedLayer(
        "mine", codes: codes, names: names, areas: areas, reference: reference, working: working, jobs: 1)
      return nil
    } catch {
      return error
    }
  }

  @Test func areasComeInTheOrderOfTheirCodes() throws {
    let layer = try PreparedLayer(
      "mine", role: "trust", vintage: "2021-04", codes: ["B", "A"], names: ["Bee", ""],
      areas: squares([1000, 0]), jobs: 1)
    #expect(layer.codes == ["A", "B"] && layer.names == ["A", "Bee"] && layer.role == "trust")
    #expect(layer.geometry.box(of: 0).min.x == 400_000)
    #expect(layer.origin.format == LayerOrigin.memory && layer.origin.files.isEmpty)
    #expect(layer.origin.codeField == nil && layer.origin.nameField == nil)
    #expect(layer.origin.features == 2 && layer.origin.vertices == 10)
    #expect(layer.origin.transformation.operation == "none" && layer.notices.isEmpty)
  }

  @Test func theResolutionIsMeasuredUnlessStated() throws {
    let measured = try PreparedLayer("mine", codes: ["A"], areas: squares([0]), jobs: 1)
    #expect(measured.resolution.origin == .measured && measured.resolution.tolerance == 200)
    let stated = try PreparedLayer(
      "mine", resolution: Resolution(named: "BGC"), codes: ["A"], areas: squares([0]), jobs: 1)
    #expect(stated.resolution.origin == .stated && stated.resolution.tolerance == 20)
  }

  @Test func otherSystemsAreProjectedAsFilesAre() throws {
    let ring: [(Double, Double)] = [(-2, 52), (-1.9, 52), (-1.9, 52.1), (-2, 52.1)]
    let layer = try PreparedLayer(
      "mine", codes: ["A"], areas: MultiPolygonArray(polygons: [[ring]]), reference: "OGC:CRS84", jobs: 1)
    let positions = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    let file = try TemporaryFolder()
    let path = try file.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},"geometry":
      {"type":"Polygon","coordinates":[[\(positions),[\(ring[0].0),\(ring[0].1)]]]}}]}
      """, to: "same.geojson")
    let read = try Study().layer(path)
    #expect(layer.geometry == read.geometry)
    #expect(layer.origin.transformation.operation == read.origin.transformation.operation)
    #expect(layer.origin.approximation == read.origin.approximation)
  }

  @Test func crossingRingsAreRepairedAndReported() throws {
    let bow = try MultiPolygonArray(
      polygons: [[[(400_000, 200_000), (401_000, 201_000), (401_000, 200_000), (400_000, 201_000)]]])
    let layer = try PreparedLayer("mine", codes: ["A"], areas: bow, jobs: 1)
    #expect(layer.repairs.map(\.code) == ["A"] && layer.area(of: 0) == 500_000)
  }

  @Test func wrongInputIsATypedError() throws {
    let two = try squares([0, 1000])
    #expect(error(codes: ["A"], areas: two)?.message == "1 codes for 2 areas")
    #expect(error(codes: ["A", "B"], names: ["a"], areas: two)?.message == "1 names for 2 areas")
    let twice = error(codes: ["A", "A"], areas: two)
    #expect(twice?.kind == .badData && twice?.place == "areas 1 and 2" && twice?.file == "mine")
    #expect(error(codes: ["A", ""], areas: two)?.place == "area 2")
    #expect(error(codes: [], areas: MultiPolygonArray())?.message == "has no features")
    let nothing = try MultiPolygonArray(multiPolygons: [[]])
    #expect(error(codes: ["A"], areas: nothing)?.message.contains("no polygons") == true)
    #expect(error(codes: ["A", "B"], areas: two, reference: "EPSG:4326")?.reason != nil)
    #expect(error(codes: ["A", "B"], areas: two, reference: "EPSG:0")?.kind == .badData)
    #expect(error(codes: ["A", "B"], areas: two, working: "EPSG:4326")?.kind == .usage)
    let degrees = try MultiPolygonArray(polygons: [[[(-2, 52), (-1.9, 52), (-1.9, 52.1)]]])
    #expect(error(codes: ["A"], areas: degrees)?.reason == .looksLikeDegrees)
    let far = try MultiPolygonArray(polygons: [[[(0, 0), (1e300, 0), (1e300, 1e300)]]])
    #expect(error(codes: ["A"], areas: far)?.kind == .badData)
  }
}
