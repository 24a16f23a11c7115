import Foundation
import Testing

/// `report` as a process: pages, pictures, folders of reports, and what is refused.
@Suite struct ReportCommandTests {
  @Test func everySubjectHasAPage() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for (name, arguments) in [
      ("trust", ["XT1", "--process", "d2a"]), ("organisation", ["XU03"]), ("layers", ["ccg", "utla"]),
      ("package", []),
    ] {
      let outcome = try await tool.run(["report"] + arguments + ["-o", "\(name).html"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let page = try tool.text(of: "\(name).html")
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
      #expect(
        page.contains("FICTIONAL") && page.contains("SHA-256") && page.contains("Made by: footprint report"))
    }
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let one = try await tool.run("report", "ccg", "utla", "--jobs", "1", "--format", "html")
    let other = try await tool.run("report", "ccg", "utla", "--jobs", "2", "--format", "html")
    let made = "--jobs 1"
    #expect(one.output.replacingOccurrences(of: made, with: "--jobs 2") == other.output)
  }

  @Test func mapsAreFiles() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("report", "ccg", "utla", "-o", "r.html", "--map", "m.svg")
    #expect(outcome.status == 0)
    let svg = try tool.text(of: "m.svg")
    #expect(svg.hasPrefix("<svg xmlns=") && svg.contains("<clipPath") && !svg.contains("<a "))
    let drawn = try await tool.run("overlap", "ccg", "utla", "-o", "o.svg", "-q")
    #expect(drawn.status == 0)
    #expect(try tool.text(of: "o.svg") == svg)
    let picture = try await tool.run(
      ["overlap", "ccg", "utla", "-o", "o.png"], environment: ["PATH": "/nowhere"])
    #expect(
      picture.status == 66 && picture.errors.contains("rsvg-convert")
        && picture.errors.contains("librsvg2-bin"))
    let nothing = try await tool.run("processes", "--format", "svg")
    #expect(nothing.status == 64)
  }

  @Test(.enabled(if: OraclePython.hasProgram("rsvg-convert"), "rsvg-convert is not here"))
  func picturesAreFiles() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("score", "ccg", "utla", "-o", "s.png", "-q")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let bytes = try Data(contentsOf: tool.folder.appendingPathComponent("s.png"))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 10_000)
  }

  @Test func aReportForEachTrust() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("report", "--all-trusts", "--process", "d2a", "-o", "reports")
    #expect(outcome.status == 0 && outcome.errors.contains("4 reports in reports"))
    let index = try tool.text(of: "reports/index.html")
    for code in ["XT1", "XT2", "XT3", "XT4"] {
      #expect(index.contains("href=\"\(code).html\""))
      let page = try tool.text(of: "reports/\(code).html")
      #expect(page.contains("<h1>"))
    }
    // The same with one thread, over what is there.
    let before = try tool.text(of: "reports/XT3.html")
    let again = try await tool.run(
      "report", "--all-trusts", "--process", "d2a", "-o", "reports", "--jobs", "1", "-q")
    #expect(again.status == 0 && again.errors.isEmpty)
    func body(_ text: String) -> String {
      text.split(separator: "\n").filter { !$0.contains("Made by") }.joined()
    }
    #expect(body(try tool.text(of: "reports/XT3.html")) == body(before))
  }

  /// What is said on many pages is said once, with how many.
  @Test func warningsOfManyReports() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let region = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Boundaries/region").path
    #expect(
      try await tool.shell("cp -r '\(region)' region && echo XBZZZZ,500 >> region/population.csv").status == 0
    )
    let arguments = ["report", "--all-trusts", "--process", "d2a", "-o", "many", "--package", "region"]
    let outcome = try await tool.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning (on 4 pages): 1 code of region/population.csv with 500 people"))
    #expect(try await tool.run(arguments + ["-q"]).errors.isEmpty)
  }

  @Test func aReportForEachArea() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("report", "--all", "ccg", "-o", "groups", "-q")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try tool.text(of: "groups/index.html").contains("Reports on clinical commissioning groups"))
    #expect(try tool.text(of: "groups/XC06.html").contains("NHS Gannetshore CCG"))
  }

  @Test func tablesAreCSVInAnArchive() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("report", "XT1", "--process", "d2a", "-o", "r.zip")
    #expect(outcome.status == 0)
    let listed = try await tool.shell(
      "python3 -c \"import zipfile,json;z=zipfile.ZipFile('r.zip');m=json.loads(z.read('datapackage.json'));print(sorted(z.namelist()));print(all(z.read(r['path']).decode().splitlines()[0]==','.join(f['name'] for f in r['schema']['fields']) for r in m['resources']))\""
    )
    #expect(listed.output.contains("'plans.csv'") && listed.output.contains("True"), "\(listed)")
    let csv = try await tool.run("impact", "XT1", "--process", "d2a", "--format", "csv", "-q")
    let inside = try await tool.shell(
      "python3 -c \"import zipfile;print(zipfile.ZipFile('r.zip').read('plans.csv').decode(),end='')\"")
    #expect(
      inside.output == csv.output.replacingOccurrences(of: "\r\n", with: "\n") || inside.output == csv.output)
  }

  @Test func wrongRequestsAreRefused() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "mine.geojson")
    for (arguments, status, words) in [
      (["a", "b", "c"], 64, "not 3 subjects"), (["XT1", "--process", "nope"], 64, "unknown process"),
      (["--all-trusts"], 64, "--output DIR"),
      (["--all-trusts", "--all", "ccg", "-o", "x"], 64, "give one of them"),
      (["XT1", "--all-trusts", "-o", "x"], 64, "would be one more"),
      (["XT1", "--map", "map.gif"], 64, ".svg or .png"),
      (["XT1", "--process", "d2a", "--tier", "trust"], 64, "tier"),
      (["--all", "ccg", "--process", "d2a", "-o", "x"], 64, "would change nothing"),
      (["--all-trusts", "-o", "x", "--format", "xlsx"], 64, "one report"),
      (["--all", "nope", "-o", "x"], 64, "The layers are"),
      (["--all", "bricks", "-o", "x"], 64, "not organisations"),
      (["--all", "mine.geojson", "-o", "x"], 64, "no layer of the package"),
      (["--all-trusts", "-o", "none/x"], 73, "cannot be made"),
      (["ccg", "utla", "--map", "none/m.svg"], 73, "none/m.svg"),
    ] {
      let outcome = try await tool.run(["report"] + arguments)
      #expect(outcome.status == status && outcome.errors.contains(words), "\(arguments): \(outcome)")
    }
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("x").path))
  }

  /// A layer called like markup or a formula does no harm in any format.
  @Test func hostileNamesAreHarmless() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let name = "<script>alert(1)</script>=cmd()\u{202E}"
    try tool.write(
      Squares.collection([Squares.feature("<b>", name, at: -1), Squares.feature("=1+1", "Beta", at: -0.8)]),
      to: "one.geojson")
    try tool.write(Squares.a, to: "two.geojson")
    for format in ["html", "md", "svg"] {
      let outcome = try await tool.run("report", "one.geojson", "two.geojson", "-o", "r.\(format)", "-q")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = try tool.text(of: "r.\(format)")
      #expect(!text.contains("<script>alert") && !text.contains("<b>") && !text.contains("\u{202E}"))
    }
  }
}
