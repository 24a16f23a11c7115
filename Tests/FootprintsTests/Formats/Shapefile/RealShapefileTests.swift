import FoundationEssentials
import Footprints
import Testing

/// Real boundary files that are not part of the project: read where they are, skipped where they are not.
///
/// The numbers to compare with were computed twice: by GDAL and Shapely (pyogrio 0.12, GEOS 3.14, `area`
/// of each feature, added with `math.fsum`) and from the raw records by a shoelace in Python that knows
/// nothing of exteriors and holes; the two agree to 3e-15 in every feature.
@Suite struct RealShapefileTests {
  /// `$FOOTPRINT_REAL_DATA`, else `../shared/boundaries` beside the package.
  static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["FOOTPRINT_REAL_DATA"] { return named }
    let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(5)
    return package.dropLast().joined(separator: "/") + "/shared/boundaries"
  }()

  static let isHere = FileManager.default.fileExists(atPath: folder + "/england-2021/trust_fptp.shp")

  private static func areas(_ geometry: MultiPolygonArray) -> [Double] {
    (0..<geometry.count).map { ShapefileReaderTests.area($0, of: geometry) }
  }

  private static func isClose(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-12 * b.magnitude }

  @Test(.enabled(if: isHere, "no real boundary data here")) func trustCatchments() throws {
    let table = try ShapefileReader.read(path: Self.folder + "/england-2021/trust_fptp.shp").table
    #expect(table.shapes == Array(repeating: .polygon, count: 122))
    #expect(table.notices.isEmpty)
    #expect(table.geometry.polygonCount == 405)
    #expect(table.geometry.ringCount == 406)
    #expect(table.geometry.coordinates.count == 37_020)
    let areas = Self.areas(table.geometry)
    #expect(Self.isClose(areas.reduce(0, +), 130_453_308_265.5531))
    #expect(Self.isClose(areas[0], 748_242_894.3981098))
    #expect(Self.isClose(areas[72], 4_959_406_801.465808))
    #expect(Self.isClose(areas[85], 19_790_996.363968782))

    #expect(table.attributes.fields == ["TrustCd", "COUNT_MSOA", "SUM_Patien"])
    let codes = try table.attributes.values(of: "TrustCd")
    #expect([codes[0], codes[1], codes[72], codes[85]] == ["R0A", "R0B", "RNN", "RRV"])
    #expect(try table.attributes.values(of: "COUNT_MSOA")[0] == "165")
    guard case .definition(let wkt) = table.reference else {
      Issue.record("the .prj was not found")
      return
    }
    #expect(wkt.hasPrefix("PROJCS[\"British_National_Grid\""))
  }

  @Test(.enabled(if: isHere, "no real boundary data here")) func authoritiesWithoutReferenceSystem() throws {
    let table = try ShapefileReader.read(path: Self.folder + "/awkward/utla19_no_prj.shp").table
    #expect(table.reference == .missing)
    #expect(table.shapes == Array(repeating: .polygon, count: 216))
    #expect(table.notices.isEmpty)
    #expect(table.geometry.polygonCount == 452)
    #expect(table.geometry.ringCount == 456)
    #expect(table.geometry.coordinates.count == 19_162)
    let areas = Self.areas(table.geometry)
    #expect(Self.isClose(areas.reduce(0, +), 244_773_648_972.27112))
    #expect(Self.isClose(areas[0], 96_845_510.24630746))
    #expect(Self.isClose(areas[92], 2_505_777.0278629274))
    #expect(Self.isClose(areas[169], 26_291_797_787.242146))
    #expect(try table.attributes.values(of: "ctyua19nm")[0] == "Hartlepool")
    #expect(try table.attributes.values(of: "ctyua19nmw")[0] == nil)
    #expect(try table.attributes.values(of: "ctyua19cd").compactMap { $0 }.count == 216)
  }
}
