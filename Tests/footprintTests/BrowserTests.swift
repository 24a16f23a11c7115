import Foundation
import Testing

/// Pages in a browser: WCAG 2.2 AA by axe-core, light and dark, on a telephone, by keyboard, and without a word on the console.
@Suite struct BrowserTests {
  private typealias Object = [String: Any]

  private static let python: String? =
    OraclePython.hasProgram("chromium", "chromium-browser", "google-chrome")
    ? OraclePython.path(importing: "axe_playwright_python") : nil

  @Test(.enabled(if: BrowserTests.python != nil, "no Chromium, or no axe-core: pages are not looked at"))
  func pagesAreForEverybody() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(
      """
      {"layer": "ccg", "against": "utla", "changes": [{"merge": ["XC05", "XC02"], "code": "XC02"}]}
      """, to: "merge.json")
    let pages: [(file: String, arguments: [String], hasMap: Bool)] = [
      ("trust.html", ["report", "XT1", "--process", "d2a"], true),
      ("organisation.html", ["report", "XU01"], true), ("layers.html", ["report", "ccg", "utla"], true),
      ("package.html", ["report"], false), ("score.html", ["score", "ccg", "utla"], true),
      ("whatif.html", ["whatif", "merge.json"], false), ("check.html", ["check", "ccg", "utla"], true),
    ]
    for page in pages {
      let outcome = try await tool.run(page.arguments + ["-o", page.file, "-q"])
      #expect(outcome.status == 0, "\(page.file): \(outcome.errors)")
    }
    let many = try await tool.run("report", "--all-trusts", "--process", "d2a", "-o", "many", "-q")
    #expect(many.status == 0)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracle/check_page.py").path
    let files = (pages.map(\.file) + ["many/index.html"]).joined(separator: " ")
    let outcome = try await tool.shell("\(try #require(Self.python)) '\(script)' \(files)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Object])
    #expect(found.count == pages.count + 1)
    for (page, hasMap) in zip(found, pages.map(\.hasMap) + [false]) {
      let name = page["page"] as? String ?? ""
      for list in ["violations", "console", "dead_links", "repeated_ids"] {
        #expect((page[list] as? [Any])?.isEmpty == true, "\(name): \(list) \(page[list] ?? "missing")")
      }
      #expect(page["wider_than_telephone"] as? Bool == false, "\(name)")
      if hasMap {
        for fact in ["said", "row_marked", "row_reached"] {
          #expect(page[fact] as? Bool == true, "\(name): \(fact)")
        }
      }
    }
    let index = try #require(found.last)
    #expect(
      index["rows"] as? Int == 4 && index["rows_found"] as? Int == 1 && index["is_sorted"] as? Bool == true)
  }
}
