import FoundationEssentials
import Footprints

/// The real tables beside the project, for tests that are skipped where they are absent.
enum RealTables {
  /// `$FOOTPRINT_REAL_DATA`, or `../shared/boundaries` seen from the package.
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["FOOTPRINT_REAL_DATA"] { return folder }
    // Support, FootprintsTests, Tests, package.
    let package = #filePath.split(separator: "/").dropLast(4)
    return "/" + (package.dropLast() + ["shared", "boundaries"]).joined(separator: "/")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder + "/england-2021")

  /// A table by its path in the folder.
  static func table(_ path: String) throws -> CSVTable {
    try CSVTable(Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))), file: path)
  }

  /// The five tables of synthetic plans.
  static func plans() throws -> BetterCareFundPlans {
    func bcf(_ name: String) throws -> CSVTable { try table("england-2021/bcf/\(name).csv") }
    return try BetterCareFundPlans(
      plans: bcf("plans"), partners: bcf("partners"), contributions: bcf("contributions"),
      schemes: bcf("schemes"), metrics: bcf("metrics"))
  }
}
