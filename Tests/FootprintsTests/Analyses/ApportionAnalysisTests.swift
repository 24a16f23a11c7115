import Footprints
import Testing

/// Tables about three groups re-expressed on two authorities: 3,000 people of the first group are in the first authority, 7,000 and 11,000 of the
/// second in either, 15,000 of the third in the second.
@Suite struct ApportionAnalysisTests {
  private func answer(
    _ table: String, _ package: SmallPackage = SmallPackage(), _ change: (inout ApportionRequest) -> Void
  ) throws -> Answer<ApportionAnalysis> {
    var package = package
    package.table("spend", role: "other", table)
    var request = ApportionRequest(table: "spend", x: "ccg", y: "utla")
    change(&request)
    return try package.study().run(ApportionAnalysis.self, request)
  }

  private func lines(
    _ table: String, _ package: SmallPackage = SmallPackage(), _ change: (inout ApportionRequest) -> Void
  ) throws -> [String] {
    try answer(table, package, change).report.text(as: "csv").split(separator: "\n").map(String.init)
  }

  private let table =
    "ccg,name,spend,beds,rate\nE38000001,A,10.00,30,1\nE38000002,B,18.01,36,2\nE38000003,C,0.02,15,4\n"

  @Test func byHand() throws {
    let lines = try lines(table) {
      ($0.columns.money, $0.columns.extensive, $0.columns.intensive) = (["spend"], ["beds"], ["rate"])
    }
    // 18.01 pounds: 7.0039 and 11.0061. Rates: (3 x 1 + 7 x 2) / 10 and (11 x 2 + 15 x 4) / 26.
    #expect(lines[0] == "ccg,y_name,spend,beds,rate,coverage")
    #expect(lines[1] == "E06000001,E06000001,17.00,44.0,1.7,1.0")
    #expect(lines[2].hasPrefix("E06000002,E06000002,11.03,37.0,3.153846"))
    #expect(lines[3] == ",,0.00,0.0,,")
  }

  @Test func groupsOfRows() throws {
    let years = "code,year,n\nE38000001,2020,1\nE38000002,2020,18\nE38000002,2021,36\n"
    let found = try lines(years) { ($0.columns.extensive, $0.columns.by) = (["n"], ["year"]) }
    #expect(found[0] == "code,y_name,year,n,coverage")
    #expect(found[1] == "E06000001,E06000001,2020,8.0,1.0")
    #expect(found[2].hasPrefix("E06000002,E06000002,2020,11.0,0.423"))
    #expect(found[4].hasPrefix("E06000001,E06000001,2021,14.0,0.7"))
    let error = SmallPackage.error { _ = try lines(years) { $0.columns.extensive = ["n"] } }
    #expect(error?.reason == .severalRows && error?.place == "line 4")
  }

  @Test func whatIsNotThereIsSaid() throws {
    let answer = try answer("code,n\nE38000001,3\nE38000009,5\n,2\n") { $0.columns.extensive = ["n"] }
    let csv = try answer.report.text(as: "csv").split(separator: "\n")
    #expect(csv[1] == "E06000001,E06000001,3.0,0.3")
    // Nothing is known of the second authority, which is not 0.
    #expect(csv[2] == "E06000002,E06000002,,0.0" && csv[3] == ",,7.0,")
    let notices = Dictionary(answer.inputs.notices.map { ($0.code, $0.message) }) { a, _ in a }
    #expect(notices["orphan-row"]?.contains("E38000009") == true)
    #expect(notices["missing-row"]?.contains("E38000002 and E38000003") == true)
    func error(_ table: String, _ change: (inout ApportionRequest) -> Void) -> String {
      SmallPackage.error { _ = try lines(table, SmallPackage(), change) }?.description ?? ""
    }
    #expect(error(table) { _ in }.contains("no column is named"))
    #expect(error(table) { $0.columns.extensive = ["none"] }.contains("has no column 'none'"))
    #expect(error(table) { $0.columns.extensive = ["name"] }.contains("name is 'A', not a number"))
    #expect(
      error(table) { ($0.columns.extensive, $0.columns.money) = (["beds"], ["BEDS"]) }.contains(
        "is named twice"))
    #expect(error(table) { $0.columns.extensive = ["ccg"] }.contains("cannot be apportioned"))
    #expect(
      error("code,n\nX1,3\n") { $0.columns.extensive = ["n"] }.contains("has no column with the codes of ccg")
    )
  }

  @Test func publishedAmountsOverride() throws {
    var package = SmallPackage()
    package.table("known", role: "other", "ccg,la,spend\nE38000002,E06000001,17.01\n")
    let found = try lines(table, package) { ($0.columns.money, $0.published) = (["spend"], "known") }
    #expect(found[1].contains(",27.01,") && found[2].contains(",1.02,") && found[3].contains(",0.00,"))
    // More than there is: the difference is told, in the row without a code.
    package.table("known", role: "other", "ccg,la,spend\nE38000002,E06000001,20.01\n")
    let answer = try answer(table, package) { ($0.columns.money, $0.published) = (["spend"], "known") }
    #expect(answer.inputs.notices.contains { $0.code == "published-differs" })
    #expect(try answer.report.text(as: "csv").contains("\n,,-2.00,"))
    package.table("known", role: "other", "ccg,la,other\nE38000002,E06000001,20.01\n")
    let error = SmallPackage.error {
      _ = try lines(table, package) { ($0.columns.money, $0.published) = (["spend"], "known") }
    }
    #expect(error?.message.contains("has no amount for a pair") == true)
  }

  /// Every penny and every count is somewhere, also what is owed.
  @Test(arguments: 0..<40 as Range<UInt64>) func nothingIsLost(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var pence = (0..<3).map { _ in Int64.random(in: -1_000_000...100_000_000_000, using: &generator) }
    let counts = (0..<3).map { _ in Double.random(in: 0...1e6, using: &generator) }
    if seed % 3 == 0 { pence[1] = -pence[1] }
    let rows = (0..<3).map { "E3800000\($0 + 1),\(Money(pence: pence[$0])),\(counts[$0])" }
    var package = SmallPackage()
    if seed % 2 == 0 {
      // The second authority ends where the third group begins.
      package.files["utla.geojson"] =
        #"{"type":"FeatureCollection","features":[\#(SmallPackage.square(0...3, code: "E06000001")),\#(SmallPackage.square(4...5, code: "E06000002"))]}"#
    }
    let found = try lines("code,spend,n\n" + rows.joined(separator: "\n"), package) {
      ($0.columns.money, $0.columns.extensive) = (["spend"], ["n"])
    }
    var (money, sum) = (Money.zero, 0.0)
    for line in found.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      money = money + (Money(String(cells[2])) ?? .zero)
      sum += Double(cells[3]) ?? 0
    }
    #expect(money.pence == pence.reduce(0, +), "seed \(seed)")
    #expect(abs(sum - counts.reduce(0, +)) <= 1e-9 * sum, "seed \(seed)")
  }

  @Test func byGround() throws {
    // Half of the second group's ground is in either authority.
    let found = try lines(table) { ($0.columns.extensive, $0.comparison.weights) = (["beds"], .area) }
    let beds = found[1...2].compactMap { Double($0.split(separator: ",")[2]) }
    #expect(abs(beds[0] - 48) < 0.1 && abs(beds[1] - 33) < 0.1 && abs(beds[0] + beds[1] - 81) < 0.5)
  }
}
