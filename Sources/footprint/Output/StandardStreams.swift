import Footprints
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard error: everything that is not data.
enum StandardError {
  /// Writes text as it is.
  static func write(_ text: String) { _ = writeAll(text, to: STDERR_FILENO) }

  /// Writes a line about the run, with the command's name before it.
  static func say(_ text: String) { write("footprint: \(text.printable)\n") }

  /// Shows what is being done, on a terminal only, on a line that the next message replaces.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    showsProgress.store(true, ordering: .relaxed)
    write("\r\u{1B}[K\(text.printable) ...")
  }

  /// Removes the progress line, if there is one.
  static func clearProgress() {
    if showsProgress.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
  }

  private static let showsProgress = Atomic(false)
}

/// Standard output: data, written in large pieces.
final class StandardOutput: OutputSink {
  private var pending = ""
  private var isClosed = false

  func write(_ text: String) throws(FootprintsError) {
    if isClosed { return }
    pending += text
    if pending.utf8.count >= 1 << 16 { try finish() }
  }

  func write(_ bytes: [UInt8]) throws(FootprintsError) {
    try finish()
    if isClosed { return }
    try check(writeAll(bytes, to: STDOUT_FILENO))
  }

  /// Writes what is left. A closed pipe is not an error: whoever read it had enough.
  func finish() throws(FootprintsError) {
    if isClosed || pending.isEmpty { return }
    let failure = writeAll(pending, to: STDOUT_FILENO)
    pending = ""
    try check(failure)
  }

  private func check(_ failure: Int32) throws(FootprintsError) {
    isClosed = failure == EPIPE
    if failure != 0, failure != EPIPE {
      throw FootprintsError(
        .cannotWrite, "standard output cannot be written: \(String(cString: strerror(failure)))")
    }
  }
}

/// Writes everything, or returns the error number.
func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { FileDescriptors.write(UnsafeRawBufferPointer($0), to: descriptor) }
}

/// Writes everything, or returns the error number.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { FileDescriptors.write($0, to: descriptor) }
}

/// The value of an environment variable; nil when it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
