import Foundation
import Testing

/// The commands of the story in the documentation answer what it shows.
@Suite struct StoryTests {
  private static let story = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/story.md")

  /// A fenced block with the text before it.
  private struct Block {
    let before: Substring
    let kind: Substring
    let body: Substring
  }

  private static func blocks(of text: String) -> (blocks: [Block], rest: Substring) {
    var blocks: [Block] = []
    var rest = Substring(text)
    while let match = rest.firstMatch(of: /(?s)```(\w+)\n(.*?)```\n/) {
      blocks.append(
        Block(before: rest[..<match.range.lowerBound], kind: match.output.1, body: match.output.2))
      rest = rest[match.range.upperBound...]
    }
    return (blocks, rest)
  }

  @Test func everyCommandAnswersAsShown() async throws {
    let text = try String(contentsOf: Self.story, encoding: .utf8)
    let (blocks, rest) = Self.blocks(of: text)
    #expect(blocks.count { $0.kind == "console" } > 8)
    let tool = try Tool()
    defer { tool.remove() }
    var told = ""
    for block in blocks {
      told += block.before + "```\(block.kind)\n"
      guard block.kind == "console" else {
        let name = try #require(block.before.matches(of: /`([a-z.]+)`:\n\n$/).last?.output.1)
        try tool.write(String(block.body), to: String(name))
        told += block.body + "```\n"
        continue
      }
      let command = block.body.prefix { $0 != "\n" }
      #expect(command.hasPrefix("$ footprint "))
      let line = #"footprint() { "$footprint" "$@"; }; \#(command.dropFirst(2))"#
      let outcome = try await tool.shell(line)
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(command): \(outcome.errors)")
      told += "\(command)\n\(outcome.output)```\n"
    }
    told += rest
    if Golden.isRecording {
      try told.write(to: Self.story, atomically: true, encoding: .utf8)
    } else {
      #expect(told == text)
    }
  }
}
