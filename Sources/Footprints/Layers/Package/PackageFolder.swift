#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A data package in a folder. Nothing outside the folder is read on the word of the package: neither an
/// absolute path, nor one with `..`, nor a symbolic link that leads out.
public struct PackageFolder: PackageFiles {
  /// The folder as the user named it.
  public let name: String
  private let root: String

  /// Opens a folder. Throws `noInput` where there is none.
  public init(_ path: String) throws(FootprintsError) {
    guard let root = Self.canonical(path) else {
      throw FootprintsError(
        .noInput, "no such folder", file: path, reason: .noPackageFolder)
    }
    var status = stat()
    guard stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw FootprintsError(
        .noInput, "is not a folder", file: path, reason: .noPackageFolder)
    }
    name = path
    self.root = root
  }

  /// The bytes of a file, by its path inside the package. Throws `noInput` where there is none, `badData` for a path
  /// that leads out of the folder.
  public func bytes(at path: String) throws(FootprintsError) -> FileBytes {
    try FileBytes(path: inside(path))
  }

  /// The path of a file on disk; nil when it has none. The files that a reader of a Shapefile opens with it
  /// must lie inside too: throws `badData` otherwise.
  public func diskPath(of path: String) throws(FootprintsError) -> String? {
    let named = try inside(path)
    if path.lowercased().hasSuffix(".shp") {
      for suffix in ["shx", "dbf", "prj", "cpg"] {
        for spelling in ShapefileReader.spellings(of: suffix) {
          let sidecar = "\(path.dropLast(3))\(spelling)"
          if FileBytes.exists(name.hasSuffix("/") ? name + sidecar : "\(name)/\(sidecar)") {
            _ = try inside(sidecar)
          }
        }
      }
    }
    return named
  }

  /// The path as the user would write it, once it is sure that the file lies in the folder.
  private func inside(_ path: String) throws(FootprintsError) -> String {
    func refused(_ why: String) -> FootprintsError {
      FootprintsError(
        .badData, "the path '\(path)' \(why)", file: "\(name)/datapackage.json",
        remedy: "A resource’s path stays inside the package’s folder.")
    }
    if path.isEmpty || path.hasPrefix("/") { throw refused("is empty or absolute") }
    if path.split(separator: "/").contains("..") { throw refused("leads out of the package") }
    let named = name.hasSuffix("/") ? name + path : "\(name)/\(path)"
    guard let real = Self.canonical(named) else {
      // The manifest's path is not stated anywhere; without the manifest the folder is not a package.
      if path == Manifest.fileName {
        throw FootprintsError(
          .noInput, "no such file", file: named, remedy: "A data package is a folder that has one.",
          reason: .noPackageFolder)
      }
      throw FootprintsError(
        .noInput, "no such file", file: named, remedy: "Check its path in \(name)/datapackage.json.")
    }
    let folder = root == "/" ? "/" : root + "/"
    guard real.hasPrefix(folder) else { throw refused("is a link that leads out of the package") }
    return named
  }

  /// The path without links and dots; nil when nothing is there.
  private static func canonical(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
