import FoundationEssentials
import Testing

@testable import Footprints

/// The boards of 2026, and authorities that were recoded, by the official lists.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here"))
struct RealSuccessionTests {
  private func study(_ table: String, successions: String? = nil) throws -> Study {
    let folder = "\(RealTables.folder)/england-2026"
    func file(_ name: String) throws -> [UInt8] {
      try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    var files: [String: [UInt8]] = [
      "icb24.csv": try file("icb24.csv"), "new.csv": try file("icb26_ods_gss.csv"),
      "icb.geojson": try file("icb_bsc.geojson"), "successions.csv": try file("icb_succession.csv"),
      "stp.geojson": try Array(
        Data(contentsOf: URL(fileURLWithPath: RealLayers.england + "/stp_buc.geojson"))),
      "table.csv": Array(table.utf8),
    ]
    if let successions { files["successions.csv"] = Array(successions.utf8) }
    files["datapackage.json"] = Array(
      """
      {"name": "boards", "resources": [
        {"name": "icb", "path": "icb.geojson", "footprint": {"role": "icb", "resolution": "BSC"}},
        {"name": "stp", "path": "stp.geojson", "footprint": {"role": "stp", "resolution": "BUC"}},
        {"name": "icb24", "path": "icb24.csv", "footprint": {"role": "aliases"}},
        {"name": "new", "path": "new.csv", "footprint": {"role": "aliases"}},
        {"name": "successions", "path": "successions.csv", "footprint": {"role": "succession"}},
        {"name": "table", "path": "table.csv", "footprint": {"role": "numbers"}}]}
      """.utf8)
    return try Study(
      package: DataPackage(
        EmbeddedFiles(name: "boards", files: files.map { FileBytes($0.value, name: $0.key) })))
  }

  /// All 42 boards of 2024 on the 36 of 2026: the pounds are all there, Frimley goes three ways.
  @Test(arguments: ["icb24_code", "icb24_code_nhs"])
  func fortyTwoBoardsBecomeThirtySix(column: String) throws {
    let boards = try plainCSV("\(RealTables.folder)/england-2026/icb24.csv")
    let table = "code,pounds\n" + boards.map { "\($0[column] ?? ""),1000.01\n" }.joined()
    var request = RecodeRequest(table: "table")
    request.columns.money = ["pounds"]
    (request.from, request.into) = ("stp", "icb")
    let result = try study(table).run(RecodeAnalysis.self, request).result
    #expect(result.table.rows.count == 36 && result.table.totals.map(\.after) == [42_000.42])
    // 12 boards ended; one that grew has another official code.
    let ended = Set(result.steps.map(\.old))
    let regrown = column == "icb24_code" ? 1 : 0
    #expect(ended.count == 12 + regrown && result.steps.count == 16 + regrown)
    #expect(result.steps.allSatisfy { $0.obstacle.isEmpty })
    #expect(Set(result.steps.map(\.source)) == ["", "ground"])
    let frimley = result.steps.filter { $0.old == (column == "icb24_code" ? "E54000034" : "QNQ") }
    #expect(frimley.count == 3 && abs(frimley.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    let layer = try RealLayers.bare2026("icb_bsc")
    #expect(
      column != "icb24_code" || Set(result.table.rows.map(\.code)) == Set(layer.codes))
  }

  /// Barnsley and Sheffield have new codes and the same ground.
  @Test func recodesMoveNothing() throws {
    let successions =
      "old_code,new_code,date,kind\nE08000016,E08000038,2025-04-01,recode\nE08000019,E08000039,2025-04-01,recode\n"
    var request = RecodeRequest(table: "table")
    request.columns.extensive = ["people"]
    let result = try study(
      "code,people\nE08000016,244600\nE08000019,556500\nE08000017,308100\n", successions: successions
    ).run(RecodeAnalysis.self, request).result
    #expect(result.table.rows.map(\.code) == ["E08000017", "E08000038", "E08000039"])
    #expect(result.table.totals.map(\.after) == [1_109_200])
  }
}
