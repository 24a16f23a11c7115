/// Where the files of a data package come from.
public protocol PackageFiles: Sendable {
  /// What to call the package in messages: its folder, or what it is.
  var name: String { get }
  /// The bytes of a file, by its path inside the package. Throws `noInput` where there is none.
  func bytes(at path: String) throws(FootprintsError) -> FileBytes
  /// The path of a file on disk, for formats of several files side by side; nil when it has none.
  func diskPath(of path: String) throws(FootprintsError) -> String?
}

/// The files of a package in memory, such as those compiled into the program.
public struct EmbeddedFiles: PackageFiles {
  /// What to call the package in messages.
  public let name: String
  private let files: [String: FileBytes]

  /// Makes a package from files, whose names are their paths in it.
  public init(name: String, files: [FileBytes]) {
    self.name = name
    self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a file, by its path inside the package. Throws `noInput` where there is none.
  public func bytes(at path: String) throws(FootprintsError) -> FileBytes {
    guard let file = files[path] else {
      throw FootprintsError(.noInput, "no such file in \(name)", file: path)
    }
    return file
  }

  /// The path of a file on disk; nil when it has none.
  public func diskPath(of path: String) throws(FootprintsError) -> String? { nil }
}
