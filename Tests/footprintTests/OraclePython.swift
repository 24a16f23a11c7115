import Foundation

/// Programs that tests hold ours against, where they are installed.
enum OraclePython {
  /// The Python of `scripts/prepare-oracle`, else of `$FOOTPRINT_ORACLE_PYTHON`; nil where it has not some modules.
  static func path(importing modules: String) -> String? {
    let path =
      ProcessInfo.processInfo.environment["FOOTPRINT_ORACLE_PYTHON"]
      ?? "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      + "/.build/oracle/bin/python"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return succeeds(path, ["-c", "import \(modules)"]) ? path : nil
  }

  /// Whether any of some programs is on the path.
  static func hasProgram(_ names: String...) -> Bool {
    names.contains { succeeds("/bin/sh", ["-c", "command -v \($0)"]) }
  }

  private static func succeeds(_ path: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
