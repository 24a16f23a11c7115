#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal that standard output is shown on.
enum Terminal {
  /// How many characters a line has; nil where standard output is no terminal. A terminal that does not say has what
  /// $COLUMNS says, else 80.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return max(20, Int(size.ws_col))
    }
    return max(20, environment("COLUMNS").flatMap { Int($0) } ?? 80)
  }
}
