import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Runs the command as its users do: as a process of its own.
struct Tool {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The lines on standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The folder the command runs in, empty at first.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Puts a file into the folder.
  func write(_ text: String, to name: String) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names in the folder, hidden ones included.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Runs the command.
  func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
    try await run(arguments, environment: environment)
  }

  /// Runs the command.
  func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Outcome {
    try await launch(try Self.executable(), arguments, environment)
  }

  /// Runs the command with its standard output somewhere else.
  func run(_ arguments: [String], output: FileHandle) async throws -> Outcome {
    try await launch(try Self.executable(), arguments, [:], output: output)
  }

  /// Runs a line of shell in which `$footprint` is the command.
  func shell(_ line: String, environment: [String: String] = [:]) async throws -> Outcome {
    let shell = URL(fileURLWithPath: "/bin/bash")
    let footprint = ["footprint": try Self.executable().path]
    return try await launch(shell, ["-c", line], environment.merging(footprint) { $1 })
  }

  private func launch(
    _ executable: URL, _ arguments: [String], _ environment: [String: String],
    output: FileHandle? = nil
  ) async throws -> Outcome {
    // Files rather than pipes, which block a process that writes more than they hold.
    let streams = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let (out, err) = (streams.appendingPathComponent("out"), streams.appendingPathComponent("err"))
    try Data().write(to: out)
    try Data().write(to: err)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = try Self.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output ?? FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try Self.withoutBlockedSignals { try process.run() } } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    func read(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(status: status, output: try read(out), errors: try read(err))
  }

  /// A process takes over which signals the thread that starts it holds back, and the threads that tests run on hold back
  /// almost all: nothing could end it.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    #if canImport(Glibc)
      var (none, before) = (sigset_t(), sigset_t())
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #endif
    try body()
  }

  /// The command is next to the tests, wherever they were built.
  static func executable() throws -> URL {
    var places = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    places.append(URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent())
    let running = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    places.insert(running.deletingLastPathComponent(), at: 0)
    for place in places {
      let candidate = place.appendingPathComponent("footprint")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw Missing(places: places.map(\.path))
  }

  private struct Missing: Error { let places: [String] }

  /// What every run sees: no package of the person who runs the tests, a fixed width for help, and PROJ without
  /// the grids that a machine may have, which would move every coordinate a little.
  private static var environment: [String: String] {
    get throws {
      var environment = [
        "PATH": "/usr/bin:/bin", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PROJ_NETWORK": "OFF",
      ]
      if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
        environment["LD_LIBRARY_PATH"] = library
      }
      if let data = bareProjection {
        environment["PROJ_DATA"] = data
        environment["PROJ_LIB"] = data
      }
      return environment
    }
  }

  /// A folder with PROJ's database alone; nil where the database is in none of the usual places.
  private static let bareProjection: String? = {
    let given = ProcessInfo.processInfo.environment
    let places = [given["PROJ_DATA"], given["PROJ_LIB"], "/usr/share/proj", "/usr/local/share/proj"]
    let files = FileManager.default
    guard
      let place = places.compactMap({ $0 }).first(where: { files.fileExists(atPath: $0 + "/proj.db") })
    else { return nil }
    let folder = files.temporaryDirectory.appendingPathComponent("footprint-proj-\(getpid())")
    try? files.createDirectory(at: folder, withIntermediateDirectories: true)
    try? files.createSymbolicLink(
      atPath: folder.path + "/proj.db", withDestinationPath: place + "/proj.db")
    return files.fileExists(atPath: folder.path + "/proj.db") ? folder.path : nil
  }()
}
