import Foundation
import Testing

/// Every example in an article is the text of a region of a test, so that it is compiled and run.
@Suite struct ArticleTests {
  private static let sources = Region.package + "/Sources/Footprints"
  private static let tests = Region.package + "/Tests/DocumentationTests"

  private static func files(in folder: String, _ suffix: String) throws -> [String] {
    try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  private static func lines(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The lines without the indentation that all have in common.
  private static func text(_ lines: [String]) -> String {
    let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
  }

  /// The regions of the tests between `// example: name` and `// end`, by name.
  private static func examples() throws -> [String: String] {
    var examples: [String: String] = [:]
    for path in try files(in: tests, "Tests.swift") {
      var open: (name: String, lines: [String])?
      for line in try lines(of: path) {
        let mark = line.trimmingCharacters(in: .whitespaces)
        if mark.hasPrefix("// example: ") {
          #expect(open == nil, "\(path): an example begins within another")
          open = (String(mark.dropFirst("// example: ".count)), [])
        } else if mark == "// end", let (name, lines) = open {
          let file = path.split(separator: "/").last ?? ""
          #expect(
            examples.updateValue(text(lines), forKey: "\(file): \(name)") == nil, "\(path): \(name) twice")
          open = nil
        } else {
          open?.lines.append(line)
        }
      }
      #expect(open == nil, "\(path): an example does not end")
    }
    return examples
  }

  /// The blocks of Swift in an article.
  private static func blocks(in path: String) throws -> [(line: Int, text: String)] {
    var blocks: [(Int, String)] = []
    var open: (line: Int, lines: [String])?
    for (index, line) in try lines(of: path).enumerated() {
      let mark = line.trimmingCharacters(in: .whitespaces)
      if let block = open, mark == "```" {
        blocks.append((block.line, text(block.lines)))
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if mark == "```swift" {
        open = (index + 1, [])
      }
    }
    #expect(open == nil, "\(path): a block does not end")
    return blocks
  }

  @Test func everyExampleIsARegionOfATest() throws {
    let examples = try Self.examples()
    var used: Set<String> = []
    let articles = try Self.files(in: Self.sources, ".md")
    #expect(articles.count >= 8)
    for article in articles {
      for block in try Self.blocks(in: article) {
        let names = examples.filter { $0.value == block.text }.map(\.key)
        #expect(names.count == 1, "\(article):\(block.line): the example is that of \(names.count) regions")
        used.formUnion(names)
      }
    }
    #expect(Set(examples.keys).subtracting(used).isEmpty, "examples in no article")
  }
}
