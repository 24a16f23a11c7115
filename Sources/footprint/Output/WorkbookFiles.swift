import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Workbooks by their paths, where a folder stands for those in it.
enum WorkbookFiles {
  private static let suffixes = [".xlsx", ".xlsm", ".ods", ".xls", ".xlsb"]

  /// The paths of all. Throws `noInput` for a folder that has none, or cannot be read.
  static func all(of paths: [String]) throws(FootprintsError) -> [String] {
    var all: [String] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        all.append(path)
        continue
      }
      let inside = try names(in: path).filter { name in
        // A program that has a workbook open keeps a file ~$... beside it.
        !name.hasPrefix("~$") && !name.hasPrefix(".") && suffixes.contains(where: name.lowercased().hasSuffix)
      }
      guard !inside.isEmpty else {
        throw FootprintsError(
          .noInput, "has no workbooks in it", file: path,
          remedy: "Name a folder with files .xlsx, .xlsm or .ods.")
      }
      all += inside.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    return all
  }

  private static func names(in folder: String) throws(FootprintsError) -> [String] {
    guard let handle = opendir(folder) else {
      throw FootprintsError(.noInput, "cannot be read: \(String(cString: strerror(errno)))", file: folder)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { place in
          place.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name))
          {
            String(cString: $0)
          }
        })
    }
    return names
  }
}
