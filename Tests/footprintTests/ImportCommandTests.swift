import Foundation
import Testing

@testable import Footprints

/// Workbooks as tables of a package, as their users ask for them.
@Suite struct ImportCommandTests {
  private typealias Rows = [[String]]

  /// A planning workbook for a board of the demonstration region; numbers are written as numbers.
  private func put(
    _ tool: Tool, _ name: String, board: String = "Saltholme Vale", dfg: String = "2000",
    spent: String = "2000"
  ) throws {
    let sheets: [(String, Rows)] = [
      ("Cover", [["Better Care Fund 2025-26"], ["Health and Wellbeing Board:", board]]),
      (
        "Income",
        [
          ["Disabled Facilities Grant (DFG)", "Gross Contribution"], [board, dfg],
          ["NHS Minimum Contribution", "Contribution"], ["NHS Fenwold and Osmarsh CCG", "5000.5"],
          ["Total NHS Minimum Contribution", "5000.5"],
        ]
      ),
      (
        "Expenditure",
        [
          ["Scheme ID", "Scheme Name", "Scheme Type", "Source of Funding", "Expenditure (£)"],
          ["1", "=Beds", "Bed based intermediate Care Services", "NHS Minimum Contribution", "£5,000.50"],
          ["2", "Ramps", "DFG Related Schemes", "DFG", spent],
        ]
      ),
      ("Metrics", [["Metric", "Baseline", "Plan"], ["Emergency admissions 65+", "100", "90"]]),
      (
        "Conditions", [["Code", "National condition", "Met"], ["NC1", "Plans to be jointly agreed", "Yes"]]
      ),
    ]
    let book = try Workbook()
    for (name, rows) in sheets {
      let sheet = try book.sheet(name)
      for (row, cells) in rows.enumerated() {
        for (column, text) in cells.enumerated() where !text.isEmpty {
          if let number = Double(text) {
            try book.write(number, row: row, column: column, in: sheet)
          } else {
            try book.write(text, row: row, column: column, in: sheet)
          }
        }
      }
    }
    let url = tool.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(book.bytes().array).write(to: url)
  }

  private func package(_ tool: Tool) async throws {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Boundaries/region")
    let target = tool.folder.appendingPathComponent("region")
    try FileManager.default.copyItem(at: source, to: target)
    try FileManager.default.removeItem(at: target.appendingPathComponent("bcf"))
    let file = target.appendingPathComponent("datapackage.json")
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let resources = try #require(object["resources"] as? [[String: Any]])
    object["resources"] = resources.filter { ($0["path"] as? String)?.hasPrefix("bcf/") == false }
    try JSONSerialization.data(withJSONObject: object).write(to: file)
  }

  @Test func tablesOfAPackageWithTheCellOfEveryValue() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try put(tool, "plan.xlsx")
    let outcome = try await tool.run("import", "bcf", "plan.xlsx", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains("Saltholme Vale") || outcome.output.contains("saltholme-vale"),
      "\(outcome.output)")
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path + "/out").sorted()
    #expect(
      names == [
        "bcf-cells.csv", "bcf-conditions.csv", "bcf-contributions.csv", "bcf-metrics.csv", "bcf-partners.csv",
        "bcf-plans.csv", "bcf-schemes.csv", "datapackage.json",
      ])
    let schemes = try tool.text(of: "out/bcf-schemes.csv").split(separator: "\n")
    #expect(
      schemes[1].hasPrefix(
        "BCF-saltholme-vale-2025,1,=Beds,Bed based intermediate Care Services,,,,nhsMinimum,5000.50,,,,,Intermediate Care Services,"
      ), "\(schemes[1])")
    let cells = try tool.text(of: "out/bcf-cells.csv")
    #expect(cells.contains("bcf-schemes,1,amount_gbp,plan.xlsx,Expenditure,E2\n"), "\(cells)")
    #expect(cells.contains("bcf-contributions,2,amount_gbp,plan.xlsx,Income,B4\n"))
    #expect(cells.contains("bcf-metrics,1,target,plan.xlsx,Metrics,C2\n"))
  }

  /// Beside layers the tables do what others do.
  @Test func impactWorksWithThem() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try await package(tool)
    for (place, board) in ["Northmere", "Kestrel Hundred", "Saltholme Vale", "Port Averley"].enumerated() {
      try put(tool, "books/\(place).xlsx", board: board)
    }
    let outcome = try await tool.run("import", "bcf", "books", "-o", "region", "--package", "region", "-q")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try tool.text(of: "region/bcf-plans.csv").contains("BCF-XU03-2025,XU03,Saltholme Vale BCF plan 2025-26")
    )
    #expect(try tool.text(of: "region/bcf-contributions.csv").contains(",XC01,nhsMinimum,5000.50"))
    let impact = try await tool.run(
      "impact", "XT1", "--process", "discharge-to-assess", "--package", "region", "--format", "csv", "-q")
    #expect(impact.status == 0, "\(impact.errors)")
    #expect(impact.output.contains("BCF-XU01-2025") && impact.output.contains("5000.50"), "\(impact.output)")
    // Once more, into the package that has them already.
    let again = try await tool.run("import", "bcf", "books", "-o", "region", "--package", "region", "-q")
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test func oneBadWorkbookStopsOnlyItself() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try put(tool, "books/a.xlsx")
    try tool.write("no workbook", to: "books/b.xlsx")
    try put(tool, "books/c.xlsx")
    let outcome = try await tool.run("import", "bcf", "books", "-o", "out", "--format", "csv")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("books/b.xlsx: is no workbook"), "\(outcome.errors)")
    #expect(outcome.errors.contains("books/c.xlsx: is of the same board and years"))
    #expect(try tool.text(of: "out/bcf-plans.csv").split(separator: "\n").count == 2)
    let alone = try await tool.run("import", "bcf", "books/b.xlsx", "-o", "none")
    #expect(alone.status == 65 && !FileManager.default.fileExists(atPath: tool.folder.path + "/none"))
  }

  @Test func neitherOrderNorThreadsChangeAnything() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for (place, board) in ["D", "C", "B", "A"].enumerated() { try put(tool, "\(place).xlsx", board: board) }
    let one = try await tool.run(
      "import", "bcf", "0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx", "-o", "one", "--jobs", "1", "--format", "json")
    let two = try await tool.run(
      "import", "bcf", "3.xlsx", "1.xlsx", "0.xlsx", "2.xlsx", "3.xlsx", "-o", "two", "--jobs", "4",
      "--format",
      "json")
    #expect(one.status == 0 && two.status == 0, "\(one.errors)\(two.errors)")
    for name in ["bcf-plans.csv", "bcf-schemes.csv", "bcf-cells.csv"] {
      #expect(try tool.text(of: "one/\(name)") == tool.text(of: "two/\(name)"))
    }
  }

  @Test func differencesAreInAllFormats() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try put(tool, "plan.xlsx", spent: "1999.99")
    let csv = try await tool.run("import", "bcf", "plan.xlsx", "--format", "csv", "-q")
    #expect(csv.status == 0)
    #expect(
      csv.output.contains("error,income-expenditure,plan.xlsx,Expenditure,,2000.00,1999.99,-0.01,"),
      "\(csv.output)")
    let json = try await tool.run("import", "bcf", "plan.xlsx", "--format", "json", "-q")
    #expect(
      json.output.contains(#""command": "import bcf""#) && json.output.contains(#""difference_gbp": -0.01"#))
    let table = try await tool.run("import", "bcf", "plan.xlsx", "-q")
    #expect(table.output.contains("Amounts that do not agree"), "\(table.output)")
    #expect(try tool.names() == ["plan.xlsx"])
  }

  @Test func wrongPlacesAndInputsAreNamed() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try put(tool, "plan.xlsx")
    try tool.write("", to: "file")
    try tool.write("", to: "empty/readme.txt")
    try tool.write(
      #"{"name": "p", "resources": [{"name": "plans", "path": "old.csv", "footprint": {"role": "bcf-plans"}}]}"#,
      to: "old/datapackage.json")
    let cases: [([String], Int32, String)] = [
      (["plan.xlsx", "-o", "file"], 73, "is a file, where a folder is needed"),
      (["plan.xlsx", "-o", "no/where"], 73, "the folder cannot be made"),
      (["plan.xlsx", "-o", "old"], 64, "has a table of role 'bcf-plans' already ('old.csv')"),
      (["empty"], 66, "has no workbooks in it"), (["gone.xlsx"], 66, "no such file"), ([], 64, "Missing"),
      (["plan.xlsx", "--words", "plan.xlsx"], 65, "plan.xlsx"),
    ]
    for (arguments, status, message) in cases {
      let outcome = try await tool.run(["import", "bcf"] + arguments)
      #expect(outcome.status == status, "\(arguments) \(outcome.errors)")
      #expect(outcome.errors.contains(message), "\(arguments) \(outcome.errors)")
    }
    #expect(try tool.names() == ["empty", "file", "old", "plan.xlsx"])
  }

  @Test func wordsCanBeChangedAndGivenBack() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try put(tool, "plan.xlsx")
    let words = try await tool.run("import", "words", "-o", "words.csv", "-q")
    #expect(words.status == 0, "\(words.errors)")
    let text = try tool.text(of: "words.csv")
    #expect(text.hasPrefix("subject,meaning,words,years,verified\n"))
    let usual = try await tool.run("import", "bcf", "plan.xlsx", "--format", "csv", "-q")
    let same = try await tool.run(
      "import", "bcf", "plan.xlsx", "--words", "words.csv", "--format", "csv", "-q")
    #expect(same.status == 0 && same.output == usual.output, "\(same.errors)")
    try tool.write(text.replacing("type,Intermediate Care Services", with: "type,Beds"), to: "words.csv")
    let other = try await tool.run("import", "bcf", "plan.xlsx", "--words", "words.csv", "-o", "out", "-q")
    #expect(other.status == 0)
    #expect(try tool.text(of: "out/bcf-schemes.csv").contains(",Beds,"))
  }

  // MARK: Flows

  private func flows(_ tool: Tool, _ rows: [[String]], sheet: String = "All_admissions") throws {
    let book = try Workbook()
    try book.write("Notes", row: 0, column: 0, in: try book.sheet("Notes"))
    let table = try book.sheet(sheet)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        if let number = Double(text) {
          try book.write(number, row: row, column: column, in: table)
        } else {
          try book.write(text, row: row, column: column, in: table)
        }
      }
    }
    try Data(book.bytes().array).write(to: tool.folder.appendingPathComponent("f.xlsx"))
  }

  @Test func flowsOfEveryLayoutAreTheSame() async throws {
    let layouts: [(String, [[String]])] = [
      (
        "a row for each small area and trust",
        [
          ["Catchments 2024"], ["msoa", "TrustCode", "proportion"], ["E02000001", "RAA", "0.6"],
          ["E02000001", "RAB", "*"], ["E02000002", "RAB", "0.9"],
        ]
      ),
      (
        "a row for each small area, a column for each trust",
        [
          ["Catchments 2024"], ["MSOA", "RAA", "RAB"], ["E02000001", "0.6", "*"], ["E02000002", "0", "0.9"],
        ]
      ),
      (
        "a row for each trust, a column for each small area",
        [
          ["Catchments 2024"], ["Trust", "E02000001", "E02000002"], ["RAA", "0.6", ""], ["RAB", "*", "0.9"],
        ]
      ),
    ]
    for (words, rows) in layouts {
      let tool = try Tool()
      defer { tool.remove() }
      try flows(tool, rows)
      let outcome = try await tool.run("import", "flows", "f.xlsx", "-o", "flows.csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.contains("3 flows from 2 small areas to 2 trusts, 1 of them suppressed"))
      let text = try tool.text(of: "flows.csv")
      #expect(
        text.split(separator: "\n").sorted() == [
          "E02000001,RAA,0.6,,,2024,false", "E02000001,RAB,,,,2024,true", "E02000002,RAB,0.9,,,2024,false",
          "msoa_code,trust_code,proportion,patients,total_patients,year,suppressed",
        ])
      // What is suppressed is left out of analyses, and named.
      let table = try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"))
      #expect(table.flows.count == 2 && table.notices.contains { $0.code == "incomplete-row" })
    }
  }

  @Test func sheetsAndYearsAreChosen() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let rows = [
      ["CatchmentYear", "msoa", "TrustCode", "patients", "total_patients"],
      ["2023", "E02000001", "RAA", "60", "100"],
      ["2024", "E02000001", "RAA", "50", "100"],
    ]
    try flows(tool, rows, sheet: "Emergency")
    let usual = try await tool.run("import", "flows", "f.xlsx")
    #expect(usual.status == 65 && usual.errors.contains("Notes, Emergency"), "\(usual.errors)")
    let wrong = try await tool.run("import", "flows", "f.xlsx", "--sheet", "Emergancy")
    #expect(wrong.status == 64 && wrong.errors.contains("Emergency"), "\(wrong.errors)")
    let one = try await tool.run("import", "flows", "f.xlsx", "--sheet", "emergency", "--year", "2024", "-q")
    #expect(
      one.status == 0 && one.output.hasSuffix("\nE02000001,RAA,,50,100,2024,false\n"),
      "\(one.output)\(one.errors)")
    let none = try await tool.run(
      "import", "flows", "f.xlsx", "--sheet", "emergency", "--year", "2030", "-o", "x.csv")
    #expect(none.status == 64 && none.errors.contains("2023"), "\(none.errors)")
    #expect(try tool.names() == ["f.xlsx"])
  }
}
