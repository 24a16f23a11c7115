import Glibc

/// The file that holds the input of the current run, so that a crash leaves it behind.
struct Culprit: ~Copyable {
  private let descriptor: Int32

  /// Opens the file, emptied.
  init(path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    require(descriptor >= 0, "cannot write \(path)")
  }

  deinit { close(descriptor) }

  /// Replaces the content.
  borrowing func write(_ bytes: [UInt8]) {
    require(ftruncate(descriptor, bytes.count) == 0, "cannot shorten the input's file")
    require(pwrite(descriptor, bytes, bytes.count, 0) == bytes.count, "cannot write the input's file")
  }
}

/// Limits on this process that make an input that asks too much of it crash like any other.
enum Limits {
  /// Whether this is an address sanitizer build, whose shadow memory takes terabytes of addresses.
  static var hasAddressSanitizer: Bool { dlsym(nil, "__asan_init") != nil }

  /// Addresses for 2 GiB, where the sanitizer does not need more.
  static func boundMemory() {
    guard !hasAddressSanitizer else { return }
    var limit = rlimit(rlim_cur: 2 << 30, rlim_max: 2 << 30)
    require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, "cannot bound the memory")
  }

  /// Ends the process by SIGALRM unless called again within the time a run may take.
  static func boundTime() { alarm(20) }
}

/// The whole of a file; nil when it cannot be read.
func content(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let got = fread(&chunk, 1, chunk.count, file), got > 0 { bytes += chunk[..<got] }
  return bytes
}

/// The names of the files in a folder, sorted.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    withUnsafeBytes(of: entry.pointee.d_name) {
      names.append(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self))
    }
  }
  return names.sorted()
}
