import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A server on this machine that behaves as those of published layers do, well and badly (`Oracle/feature_server.py`).
final class FeatureServerScript {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  /// Whether it can be started here.
  static var canRun: Bool { python != nil }

  private let process = Process()
  private let input = Pipe()
  private let port: Int

  init() throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.python ?? "")
    process.arguments = [
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Oracle/feature_server.py").path
    ]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = Int(line.split(separator: "\n").first ?? "") ?? 0
  }

  /// Ends it.
  func stop() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The root of services in a mood.
  func base(_ mood: String) -> String { "http://127.0.0.1:\(port)/\(mood)/rest/services" }

  /// The paths that it was asked for.
  func requests() throws -> [String] {
    try JSONDecoder().decode([String].self, from: data("log"))
  }

  private func data(_ path: String) throws -> Data {
    guard let url = URL(string: "http://127.0.0.1:\(port)/\(path)") else { return Data() }
    return try Data(contentsOf: url)
  }
}
