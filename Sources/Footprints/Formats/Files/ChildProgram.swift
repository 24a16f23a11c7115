import CFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, run as a process of its own with limits, whose end is ours to tell about.
enum ChildProgram {
  /// How a run ended.
  struct Outcome {
    /// Why it could not be run, a number of the system; 0 where it could.
    let error: Int32
    /// The status that it ended with, and the signal that ended it; 0 for none.
    let (status, signal): (Int32, Int32)
    /// Whether it took too long and was ended.
    let isLate: Bool
    /// What it said on standard error, and whether that is only the beginning.
    let (messages, isCut): ([UInt8], Bool)
  }

  /// Finds a program on `$PATH`; nil where it is not installed.
  static func path(of name: String) -> String? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
    // A folder that depends on where we are could hold anybody's program.
    return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program; no shell sees its arguments.
  static func run(
    _ path: String, _ arguments: [String], environment: [String], milliseconds: Int, largestFile: Int
  ) -> Outcome {
    var messages = [UInt8](repeating: 0, count: mostMessages)
    let outcome = withCStrings([path] + arguments) { arguments in
      withCStrings(environment) { environment in
        messages.withUnsafeMutableBytes { buffer in
          child_run(
            path, arguments, environment, Int32(clamping: milliseconds), Int64(largestFile),
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
      }
    }
    return Outcome(
      error: outcome.error, status: outcome.status, signal: outcome.signal, isLate: outcome.is_late != 0,
      messages: Array(messages[..<outcome.kept]), isCut: outcome.said > outcome.kept)
  }

  /// What is kept of its messages.
  private static let mostMessages = 1 << 14

  /// Lends words to C as a list that ends with nothing.
  private static func withCStrings<Result>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
