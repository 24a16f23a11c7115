import Footprints
import Synchronization

/// The files of a package, counting how often each was asked for.
final class CountingFiles: PackageFiles {
  private let files: any PackageFiles
  private let asked = Mutex<[String: Int]>([:])

  init(_ files: any PackageFiles) { self.files = files }

  /// How often the bytes of each file were asked for.
  var counts: [String: Int] { asked.withLock { $0 } }

  var name: String { files.name }

  func bytes(at path: String) throws(FootprintsError) -> FileBytes {
    asked.withLock { $0[path, default: 0] += 1 }
    return try files.bytes(at: path)
  }

  func diskPath(of path: String) throws(FootprintsError) -> String? { try files.diskPath(of: path) }
}

/// What a study said it was doing, in order.
final class HeardProgress: Sendable {
  private let messages = Mutex<[String]>([])

  /// Everything heard so far.
  var all: [String] { messages.withLock { $0 } }

  /// Those that begin with a word.
  func all(_ word: String) -> [String] { all.filter { $0.hasPrefix(word) } }

  func hear(_ text: String) { messages.withLock { $0.append(text) } }
}
