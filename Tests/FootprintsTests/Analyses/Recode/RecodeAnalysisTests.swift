import Foundation
import Testing

@testable import Footprints

/// Tables of one year on the codes of another.
@Suite struct RecodeAnalysisTests {
  private func package(_ successions: String, _ table: String) -> SmallPackage {
    var package = SmallPackage()
    package.table("successions", role: "succession", "old_code,new_code,date,kind,share\n" + successions)
    package.table("spend", role: "numbers", table)
    return package
  }

  private func rows(_ result: RecodeResult) -> [String: [String]] {
    let table = Table("rows", result.rowFields, rows: result.table.rows)
    return Dictionary(
      (0..<table.count).map { row in
        (table.words(row)[0], table.words(row))
      }
    ) { first, _ in first }
  }

  private func request(_ change: (inout RecodeRequest) -> Void = { _ in }) -> RecodeRequest {
    var request = RecodeRequest(table: "spend")
    request.columns.extensive = ["people"]
    request.columns.money = ["pounds"]
    change(&request)
    return request
  }

  private static let table = "code,people,pounds\nA,10,0.10\nB,20,1.00\nC,30,5.00\nD,40,7.00\n"

  @Test func mergesAreExact() throws {
    let study = try package("A,M,2022-07-01,merger,\nB,M,2022-07-01,merger,\n", Self.table).study()
    let result = try study.run(RecodeAnalysis.self, request()).result
    let rows = rows(result)
    #expect(rows["M"] == ["M", "30.0", "£1.10", "A, B"] && rows["C"] == ["C", "30.0", "£5.00", "C"])
    #expect(result.table.totals.map(\.before) == result.table.totals.map(\.after))
    #expect(result.table.totals.map(\.moved) == [30, 1.1])
  }

  /// Several dates: a step that is earlier than the one before it is no part of the chain.
  @Test func chainsFollowDates() throws {
    let steps = "A,B,2019-04-01,,\nB,C,2021-04-01,,\nC,A,2015-01-01,,\nC,E,2023-04-01,,\n"
    let study = try package(steps, "code,people,pounds\nA,10,1.00\n").study()
    func code(_ change: (inout RecodeRequest) -> Void) throws -> [String] {
      try study.run(RecodeAnalysis.self, request(change)).result.table.rows.map(\.code)
    }
    #expect(try code { _ in } == ["E"])
    #expect(try code { $0.until = "2021" } == ["C"])
    #expect(try code { $0.until = "2021-03" } == ["B"])
    #expect(try code { $0.since = "2019-04-01" } == ["A"])
  }

  /// To the penny, by largest remainders, and by the shares of the table.
  @Test func splitsByTheTable() throws {
    let steps =
      "A,X,2023-04-01,split,0.3333333\nA,Y,2023-04-01,split,0.3333333\nA,Z,2023-04-01,split,0.3333334\n"
    let result = try package(steps, Self.table).study().run(RecodeAnalysis.self, request()).result
    let pounds = ["X", "Y", "Z"].map { rows(result)[$0]?[2] ?? "" }
    #expect(pounds.sorted() == ["£0.03", "£0.03", "£0.04"])
    #expect(result.table.totals[1].after == 13.10)
  }

  /// The groups of the package: E38000002 has places 2 to 5, half of its people in each authority.
  @Test func splitsByPeopleOfTwoLayers() throws {
    var package = package(
      "E38000002,E06000001,2023-04-01,split,\nE38000002,E06000002,2023-04-01,split,\n",
      "ccg_code,people,pounds,rate\nE38000002,90,0.05,2\nE38000001,10,1.00,4\n")
    let study = try package.study()
    let undivided = try study.run(RecodeAnalysis.self, request())
    #expect(undivided.inputs.notices.contains { $0.code == "not-carried" && $0.codes == ["E38000002"] })
    #expect(rows(undivided.result)["E38000002"]?[1] == "90.0")
    let result = try study.run(
      RecodeAnalysis.self, request { ($0.from, $0.into, $0.columns.intensive) = ("ccg", "utla", ["rate"]) }
    ).result
    // 3 and 4 thousand people against 5 and 6.
    #expect(rows(result)["E06000001"]?[2] == "35.0" && rows(result)["E06000002"]?[2] == "55.0")
    #expect(result.steps.map(\.source) == ["people", "people"])
    #expect(result.table.totals.map(\.after) == [100, 1.05])
    package.table(
      "successions", role: "succession", "old_code,new_code\nE38000001,E38000003\nE38000003,E38000001\n")
    let circle = #expect(throws: FootprintsError.self) {
      try package.study().run(RecodeAnalysis.self, request())
    }
    #expect(circle?.description.contains("its own successor") == true)
  }

  @Test func rowsAreKeptWithoutNumbers() throws {
    let study = try package(
      "A,X,,,0.5\nA,Y,,,0.5\nB,X,,,\n", "note,code\nfirst,A\nsecond,B\nthird,C\nfourth,\n"
    ).study()
    var request = RecodeRequest(table: "spend")
    request.columns.code = "code"
    let result = try study.run(RecodeAnalysis.self, request).result
    #expect(result.table.rows.map(\.code) == ["X", "Y", "X", "C", ""])
    #expect(result.table.rows.map(\.share) == [0.5, 0.5, 1, 1, 1])
  }

  /// A table with official codes, and successions with those of the NHS.
  @Test func otherCodesOfTheSame() throws {
    var package = package(
      "QUE,S1Y,2026-04-01,merger,\n", "code,people,pounds\nE54000001,10,1.00\nE54000009,5,2.00\n")
    package.table("aliases", role: "aliases", "code,other_code\nE54000001,QUE\nE54000065,S1Y\n")
    let result = try package.study().run(RecodeAnalysis.self, request()).result
    #expect(result.table.rows.map(\.code) == ["E54000009", "E54000065"])
    #expect(result.steps.map(\.date) == ["2026-04-01"])
  }

  @Test func requestsAreWrittenAsTheyAreRead() throws {
    var request = request { ($0.since, $0.columns.code, $0.columns.by) = ("2021-04", "code", ["year"]) }
    request.membership = .centroid
    let bytes = try JSONEncoder().encode(request)
    #expect(try JSONDecoder().decode(RecodeRequest.self, from: bytes) == request)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""money":["pounds"]"#))
    let least = try JSONDecoder().decode(RecodeRequest.self, from: Data(#"{"table":"spend"}"#.utf8))
    #expect(least == RecodeRequest(table: "spend"))
    var apportion = ApportionRequest(table: "spend", x: "ccg", y: "utla")
    apportion.columns.extensive = ["people"]
    #expect(
      try JSONDecoder().decode(ApportionRequest.self, from: JSONEncoder().encode(apportion)) == apportion)
  }

  @Test func whatMakesNoSense() throws {
    let study = try package("A,M,,,\n", Self.table).study()
    func error(_ change: (inout RecodeRequest) -> Void) -> String {
      let error = #expect(throws: FootprintsError.self) {
        try study.run(RecodeAnalysis.self, request(change))
      }
      return error?.description ?? ""
    }
    #expect(
      error { ($0.columns.extensive, $0.columns.intensive) = ([], ["people"]) }.contains("averaged by people")
    )
    #expect(error { $0.from = "ccg" }.contains("only one is named"))
    #expect(error { $0.since = "1/4/2026" }.contains("no date with the year first"))
    #expect(error { $0.columns.code = "cod" }.contains("has no column 'cod'"))
    #expect(error { $0.columns.money = ["people"] }.contains("named twice"))
    #expect(error { $0.weights = .flow }.contains("people or ground"))
    let other = try package("Q,M,,,\n", Self.table).study()
    let unknown = #expect(throws: FootprintsError.self) { try other.run(RecodeAnalysis.self, request()) }
    #expect(
      unknown?.description.contains("no column with a code that the table of successions knows") == true)
    let none = #expect(throws: FootprintsError.self) {
      try SmallPackage().study().run(RecodeAnalysis.self, RecodeRequest(table: "population"))
    }
    #expect(none?.description.contains("no table of role 'succession'") == true)
  }

  /// A table with codes that ended, joined to a layer of another year, is noticed with what helps.
  @Test func codesThatEndedAreNoticed() throws {
    var package = package(
      "E38000099,E38000001,2020-04-01,merger,\n", "ccg_code,people\nE38000099,5\nE38000001,6\n")
    var request = ApportionRequest(table: "spend", x: "ccg", y: "utla")
    request.columns.extensive = ["people"]
    func said() throws -> [String] {
      try package.study().run(ApportionAnalysis.self, request).inputs.notices
        .filter { $0.code == "mixed-vintage" }.map(\.message)
    }
    #expect(try said().count == 1 && said()[0].contains("E38000099 (2020-04-01) ended"))
    #expect(try said()[0].contains("recode"))
    package.table("spend", role: "numbers", "ccg_code,people\nE38000098,5\nE38000001,6\n")
    #expect(try said().isEmpty)
    // Boards of plans too.
    package.table(
      "successions", role: "succession", "old_code,new_code,date\nE06000009,E06000002,2023-04-01\n")
    package.replace("P2,E06000002", with: "P2,E06000009", in: "bcf-plans.csv")
    let impact = try package.impact()
    #expect(impact.notices.contains { $0.code == "mixed-vintage" && $0.message.contains("E06000009") })
  }
}
