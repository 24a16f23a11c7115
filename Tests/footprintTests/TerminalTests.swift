import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The command on a terminal.
@Suite struct TerminalTests {
  /// What a terminal of some width shows.
  private func shown(_ arguments: String..., columns: Int) async throws -> [String] {
    let tool = try Tool()
    defer { tool.remove() }
    let text = try await tool.terminal(arguments + ["--quiet"], columns: columns)
    return text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  @Test(arguments: [60, 80, 132]) func everyReportFits(columns: Int) async throws {
    for arguments in [
      ["overlap", "ccg", "utla"], ["score", "ccg", "utla"], ["borders", "ccg", "utla"], ["layers"], ["check"],
      ["check", "utla", "ccg"],
      ["processes"], ["profile", "XU03"],
      ["impact", "XT1", "--process", "discharge-to-assess"],
    ] {
      let tool = try Tool()
      defer { tool.remove() }
      let text = try await tool.terminal(arguments + ["--quiet"], columns: columns)
      let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
      #expect(lines.count > 5, "\(arguments) at \(columns)")
      #expect(lines.allSatisfy { $0.count <= columns }, "\(arguments) at \(columns)")
    }
  }

  @Test func theMostImportantRowsComeFirst() async throws {
    let some = try await shown("overlap", "bricks", "utla", columns: 100)
    #expect(
      some.contains { $0.hasPrefix("The first 20 of ") && $0.hasSuffix(", by people. --all shows the rest.") }
    )
    #expect(some.count { $0.hasPrefix("XB") } == 20)
    let all = try await shown("overlap", "bricks", "utla", "--all", columns: 100)
    #expect(all.count { $0.hasPrefix("XB") } > 400 && all.allSatisfy { !$0.hasPrefix("The first ") })
    let few = try await shown("overlap", "bricks", "utla", "--limit", "30", columns: 100)
    #expect(few.count { $0.hasPrefix("XB") } == 30)
  }

  /// Off a terminal nothing is shortened, whatever $COLUMNS says.
  @Test func elsewhereNothingIsShortened() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let arguments = ["overlap", "bricks", "utla", "--quiet"]
    let narrow = try await tool.run(arguments, environment: ["COLUMNS": "40"])
    let wide = try await tool.run(arguments, environment: ["COLUMNS": "400"])
    #expect(narrow.output == wide.output && narrow.output.split(separator: "\n").count > 400)
  }
}

extension Tool {
  /// Runs the command with a terminal as its standard output, and returns what that shows.
  fileprivate func terminal(_ arguments: [String], columns: Int) async throws -> String {
    var size = winsize(ws_row: 50, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var (near, far): (Int32, Int32) = (-1, -1)
    try #require(openpty(&near, &far, nil, nil, &size) == 0)
    let screen = Screen(descriptor: near)
    let outcome = try await run(arguments, output: FileHandle(fileDescriptor: far, closeOnDealloc: false))
    close(far)
    let text = String(decoding: screen.bytes(), as: UTF8.self)
    close(near)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return text
  }
}

/// Keeps what a terminal is sent. A terminal holds little, so that it has to be read while the command runs: on a thread of
/// its own, because a task that waits would keep others from running.
private final class Screen: Sendable {
  private let found = Mutex<[UInt8]>([])
  private let isDone = DispatchSemaphore(value: 0)

  init(descriptor: Int32) {
    Thread.detachNewThread { [self] in
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count <= 0 { break }
        found.withLock { $0 += chunk[0..<count] }
      }
      isDone.signal()
    }
  }

  /// All of it, once nobody writes any more.
  func bytes() -> [UInt8] {
    isDone.wait()
    return found.withLock { $0 }
  }
}
