import Foundation
import Testing

/// Workbooks as another program reads them.
@Suite struct XLSXTests {
  private typealias Object = [String: Any]

  private static let python = OraclePython.path(importing: "openpyxl")

  private func sheets(_ file: String, in tool: Tool) async throws -> [Object] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracle/check_xlsx.py").path
    let outcome = try await tool.shell("\(try #require(Self.python)) '\(script)' \(file)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? Object
    return try #require(object?["sheets"] as? [Object])
  }

  /// Type, value and number format of every cell of a sheet.
  private func rows(_ sheet: Object) throws -> [[[Any]]] { try #require(sheet["rows"] as? [[[Any]]]) }

  @Test(.enabled(if: XLSXTests.python != nil, "openpyxl is not here")) func cellsAreWhatTheyAre() async throws
  {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(
      "impact", "XT1", "--process", "discharge-to-assess", "-o", "impact.xlsx")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let sheets = try await sheets("impact.xlsx", in: tool)
    #expect(sheets.compactMap { $0["name"] as? String }.suffix(2) == ["columns", "notes"])
    let plans = try #require(sheets.first)
    let table = try rows(plans)
    #expect(plans["frozen"] as? String == "A2" && (plans["filter"] as? String)?.hasPrefix("A1:") == true)
    let header = table[0].compactMap { $0[1] as? String }
    #expect(Set(header).count == header.count && table.count == 5)
    // Money and shares are numbers that look like what they are.
    func cell(_ row: Int, _ title: String) throws -> [Any] {
      table[row][try #require(header.firstIndex { $0.lowercased().hasPrefix(title) }, "\(header)")]
    }
    let cost = try cell(1, "cost")
    #expect(cost[1] as? Double == 54_066_440.54 && cost[2] as? String == "£#,##0.00", "\(cost)")
    let share = try cell(1, "share of trust")
    #expect(share[0] as? String == "n" && share[2] as? String == "0.0%")
    #expect(table.joined().allSatisfy { ($0[0] as? String) != "f" })
    let notes = try rows(try #require(sheets.last)).map {
      $0.map { $0[1] as? String ?? "" }.joined(separator: ": ")
    }
    #expect(
      notes.contains { $0.hasPrefix("parameters.trust: XT1") } && notes.contains { $0.contains("FICTIONAL") })
  }

  /// LibreOffice opens every sheet, and shows what is in it.
  @Test(.enabled(if: OraclePython.hasProgram("soffice"), "LibreOffice is not here"))
  func anotherProgramOpensIt() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let made = try await tool.run("report", "XT1", "--process", "d2a", "-o", "r.xlsx", "-q")
    #expect(made.status == 0)
    let opened = try await tool.shell(
      "soffice -env:UserInstallation=file://$PWD/office --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' r.xlsx >&2"
    )
    #expect(opened.status == 0, "\(opened.errors)")
    let sheets = try tool.names().filter { $0.hasSuffix(".csv") }
    #expect(
      Set(sheets).isSuperset(of: [
        "r-plans.csv", "r-schemes.csv", "r-agreements.csv", "r-partners.csv", "r-columns.csv", "r-notes.csv",
      ]), "\(sheets)")
    let plans = try tool.text(of: "r-plans.csv")
    #expect(plans.contains("54066440.54") && plans.contains("Kestrel Hundred"), "\(plans)")
  }

  /// Texts that look like formulas, are too long for a cell, or hold what no file should.
  @Test(.enabled(if: XLSXTests.python != nil, "openpyxl is not here")) func hostileTextsAreTexts()
    async throws
  {
    let tool = try Tool()
    defer { tool.remove() }
    let names = [
      "=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2", "http://a.example", "<b>&\u{1}\u{202E}",
      String(repeating: "x", count: 40_000),
    ]
    let features = names.enumerated().map { place, name in
      let x = -2 + Double(place) * 0.1
      let text = try? JSONSerialization.data(withJSONObject: [name])
      let quoted = String(decoding: (text ?? Data()).dropFirst().dropLast(), as: UTF8.self)
      return
        #"{"type":"Feature","properties":{"code":"C\#(place)","name":\#(quoted)},"geometry":{"type":"Polygon","coordinates":[[[\#(x),52],[\#(x + 0.1),52],[\#(x + 0.1),52.1],[\#(x),52.1],[\#(x),52]]]}}"#
    }
    try tool.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, to: "a.geojson")
    let outcome = try await tool.run("dissolve", "a.geojson", "--by", "name", "-o", "a.xlsx", "-q")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try await rows(try #require(sheets("a.xlsx", in: tool).first))
    #expect(table.count == 8)
    for row in table.dropFirst() {
      #expect(row[0][0] as? String == "s" || row[0][0] as? String == "inlineStr")
    }
    let texts = Set(table.dropFirst().compactMap { $0[0][1] as? String })
    #expect(
      texts.isSuperset(of: names.prefix(5)) && texts.contains { $0.hasSuffix("x…") && $0.count == 32_767 })
  }

  @Test func theSameBytesEveryTime() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for name in ["one", "two"] {
      let outcome = try await tool.run(
        "overlap", "ccg", "utla", "-o", "\(name).xlsx", "--jobs", name == "one" ? "1" : "2")
      #expect(outcome.status == 0, "\(outcome.errors)")
      if name == "one" { try await Task.sleep(for: .seconds(2.1)) }
    }
    let (one, two) = (
      try Data(contentsOf: tool.folder.appendingPathComponent("one.xlsx")),
      try Data(contentsOf: tool.folder.appendingPathComponent("two.xlsx"))
    )
    #expect(one == two && one.count > 4000)
    // Nothing but the two is left.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: tool.folder.path).sorted() == [
        "one.xlsx", "two.xlsx",
      ])
    let terminal = try await tool.run("overlap", "ccg", "utla", "--format", "xlsx")
    #expect(terminal.status == 0)
  }
}
