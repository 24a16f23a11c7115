import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of a package that layers are fetched into.
struct FetchFolder {
  private let folder: String
  private let entries: [Catalogue.Entry]
  private let isReplacing: Bool

  /// Opens it, or finds that it can be made. Throws where the names have no place in it.
  init(_ path: String, _ entries: [Catalogue.Entry], replacing: Bool) throws(FootprintsError) {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    (self.folder, self.entries, isReplacing) = (folder, entries, replacing)
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw FootprintsError(.usage, "is not a folder", file: folder, remedy: "Name another with -o.")
    }
    try WholeFile.check(exists ? manifest : folder)
    let description = try description()
    for entry in entries {
      try description.check(entry, replacing: replacing)
      for suffix in ["geojson", "csv"] { try refuseStranger("\(entry.name).\(suffix)", entry) }
    }
  }

  /// Puts everything into its place: all of it or, where that fails, nothing that was not there before.
  func put(_ fetched: [Fetched]) throws(FootprintsError) {
    let isNew = !exists
    if isNew, mkdir(folder, 0o777) != 0 {
      throw FootprintsError(
        .cannotWrite, "cannot be made: \(String(cString: strerror(errno)))", file: folder,
        remedy: "Make the folder around it first, or choose a place where you may write.")
    }
    var made: [String] = []
    do throws(FootprintsError) {
      // The description is read anew: somebody may have changed it in the time that downloads take.
      var description = try description()
      var files: [(path: String, file: WholeFile)] = []
      for one in fetched {
        try description.check(one.entry, replacing: isReplacing)
        try description.add(one)
        try refuseStranger(one.path, one.entry)
        let path = "\(folder)/\(one.path)"
        let file = try WholeFile(path)
        try Self.copy(one.content, to: file)
        files.append((path, file))
      }
      let whole = try WholeFile(manifest)
      try whole.write(description.text())
      for (path, file) in files {
        if !FileBytes.exists(path) { made.append(path) }
        try file.commit()
      }
      try whole.commit()
    } catch {
      for path in made { unlink(path) }
      if isNew { rmdir(folder) }
      throw error
    }
  }

  private var manifest: String { "\(folder)/\(Manifest.fileName)" }
  private var exists: Bool { FileBytes.exists(folder) }

  private func description() throws(FootprintsError) -> PackageExtension {
    if FileBytes.exists(manifest) { return try PackageExtension(FileBytes(path: manifest)) }
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    return PackageExtension(name: [".", "..", ""].contains(name) ? "package" : name, file: manifest)
  }

  /// Refuses to replace a file that no resource of the name has.
  private func refuseStranger(_ path: String, _ entry: Catalogue.Entry) throws(FootprintsError) {
    if isReplacing || !FileBytes.exists("\(folder)/\(path)") { return }
    throw FootprintsError(
      .usage, "is there already, and may be somebody’s work", file: "\(folder)/\(path)",
      remedy: "Use --force to replace it, or fetch '\(entry.name)' under another name: NAME=SERVICE.")
  }

  private static func copy(_ bytes: FileBytes, to file: WholeFile) throws(FootprintsError) {
    var done = 0
    while done < bytes.count {
      let end = min(bytes.count, done + 1 << 20)
      try file.write(bytes.withBytes { Array($0[done..<end]) })
      done = end
    }
  }
}
