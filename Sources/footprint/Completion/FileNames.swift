#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files and folders that a path being typed may become.
struct FileNames {
  /// Paths as they would be typed on; those of folders end with a slash.
  let names: [String]

  /// Looks into the folder of the path.
  init(startingLike path: String, suffixes: Set<String>) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let beginning = path.dropFirst(folder.count)
    guard let stream = opendir(folder.isEmpty ? "." : folder) else {
      names = []
      return
    }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(beginning), name != ".", name != "..",
        !name.hasPrefix(".") || beginning.hasPrefix(".")
      else { continue }
      var status = stat()
      guard stat(folder + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found.append("\(folder)\(name)/")
      } else if let suffix = name.split(separator: ".").dropFirst().last,
        suffixes.contains(suffix.lowercased())
      {
        found.append(folder + name)
      }
    }
    names = found.sorted()
  }
}
