import Footprints
import Testing

@Suite struct PolygonBuildingTests {
  /// The error of a call; nil where it succeeds.
  private func error(_ body: () throws(FootprintsError) -> Void) -> FootprintsError? {
    do throws(FootprintsError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func openRingsAreClosedAndClosedOnesKept() throws {
    let open = try MultiPolygonArray(polygons: [[[(0, 0), (10, 0), (10, 10)]]])
    let closed = try MultiPolygonArray(polygons: [[[(0, 0), (10, 0), (10, 10), (0, 0)]]])
    #expect(open == closed && open.coordinates.count == 4)
    #expect(open.area(of: 0) == 50)
  }

  @Test func polygonsHolesAndAreasWithoutGeometryHaveTheirPlace() throws {
    let square: [(Double, Double)] = [(0, 0), (10, 0), (10, 10), (0, 10)]
    let hole: [(Double, Double)] = [(2, 2), (4, 2), (4, 4), (2, 4)]
    let far = square.map { ($0.0 + 100, $0.1) }
    let array = try MultiPolygonArray(multiPolygons: [[[square, hole], [far]], [], [[square]]])
    #expect(array.count == 3 && array.polygonCount == 3 && array.ringCount == 4)
    #expect((0..<3).map(array.area(of:)) == [196, 0, 100])
  }

  @Test func whatIsNotARingIsRefusedWithItsPlace() {
    let square: [(Double, Double)] = [(0, 0), (10, 0), (10, 10), (0, 10)]
    let short = error { () throws(FootprintsError) in
      _ = try MultiPolygonArray(polygons: [[square], [square, [(0, 0), (1, 1)]]])
    }
    #expect(short?.kind == .badData && short?.place == "area 2, hole 1 of polygon 1")
    let infinite = error { () throws(FootprintsError) in
      _ = try MultiPolygonArray(polygons: [[[(0, 0), (.infinity, 0), (10, 10)]]])
    }
    #expect(infinite?.message.contains("(inf, 0.0)") == true)
    #expect(infinite?.place == "area 1, exterior of polygon 1")
    // A number that equals nothing, not even itself, must not look merely like an open ring.
    let nothing = error { () throws(FootprintsError) in
      _ = try MultiPolygonArray(polygons: [[[(.nan, 0), (10, 0), (10, 10), (.nan, 0)]]])
    }
    #expect(nothing?.message.contains("not two finite numbers") == true)
    let empty = error { () throws(FootprintsError) in _ = try MultiPolygonArray(multiPolygons: [[[]]]) }
    #expect(empty?.place == "area 1, polygon 1")
  }

  @Test func buffersAreTakenOverWhenTheyAreWhole() throws {
    let ring = [(0, 0), (10, 0), (10, 10), (0, 0)].map { Coordinate($0.0, $0.1) }
    let array = try MultiPolygonArray(
      checking: ring + ring, ringOffsets: [0, 4, 8], polygonOffsets: [0, 1, 2], areaOffsets: [0, 0, 2])
    #expect(array.count == 2 && array.polygons(of: 0).isEmpty && array.polygons(of: 1).count == 2)
  }

  @Test(arguments: [
    ([0, 4, 7], [0, 1, 2], [0, 2], "the ring offsets"), ([0, 8], [0, 1], [1, 1], "the area offsets"),
    ([0, 9, 8], [0, 2], [0, 1], "the ring offsets"), ([0, 4, 8], [0, 0, 2], [0, 2], "has no rings"),
    ([], [0], [0], "the ring offsets"), ([0, 3, 8], [0, 2], [0, 1], "has 3 positions"),
    ([0, 4, 8], [0, 2], [0, 1], "does not end where it begins"),
  ])
  func buffersThatAreNotWholeAreRefused(
    rings: [Int], polygons: [Int], areas: [Int], words: String
  ) throws {
    var coordinates = [(0, 0), (10, 0), (10, 10), (0, 0)].map { Coordinate($0.0, $0.1) }
    coordinates += [(0, 0), (10, 0), (10, 10), (0, 1)].map { Coordinate($0.0, $0.1) }
    let error = error { () throws(FootprintsError) in
      _ = try MultiPolygonArray(
        checking: coordinates, ringOffsets: rings, polygonOffsets: polygons, areaOffsets: areas)
    }
    #expect(error?.kind == .badData && error?.message.contains(words) == true, "\(String(describing: error))")
  }
}
