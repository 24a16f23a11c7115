#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a folder was not written; what was there before is still there.
package enum WholeFolderError: Error, Equatable, CustomStringConvertible {
  /// The place is taken by something that this generator did not make.
  case taken(path: String)
  /// The file system refused, for the reason given.
  case cannotWrite(path: String, reason: String)

  /// One line that says what to do.
  package var description: String {
    switch self {
    case .taken(let path): "\(path): is there and is no data package. Choose another --out."
    case .cannotWrite(let path, let reason): "\(path): cannot be written (\(reason)). Choose another --out."
    }
  }
}

/// Writes a folder so that it appears whole: everything goes into a new folder beside it, which then takes
/// its place.
package struct WholeFolder {
  private let path: String

  /// The folder at a path, there already or not.
  package init(path: String) { self.path = path }

  /// Writes the files. An earlier data package at the same place is replaced, with everything in it.
  ///
  /// - Throws: When the place is taken by anything other than a data package or an empty folder, or when the
  ///   file system refuses.
  package func write(_ files: [RegionFile]) throws(WholeFolderError) {
    let manager = FileManager.default
    let target = URL(filePath: path, directoryHint: .isDirectory)
    let replaces = manager.fileExists(atPath: target.path)
    if replaces {
      // What is not a folder lists nothing, and is not a package either.
      let inside = (try? manager.contentsOfDirectory(atPath: target.path)) ?? ["no folder"]
      guard inside.isEmpty || inside.contains("datapackage.json") else { throw .taken(path: path) }
    }
    let parent = target.deletingLastPathComponent()
    let unique = UUID().uuidString
    let fresh = parent.appending(path: ".\(target.lastPathComponent).\(unique).new")
    let old = parent.appending(path: ".\(target.lastPathComponent).\(unique).old")
    do {
      for file in files {
        let url = fresh.appending(path: file.path)
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      if replaces { try manager.moveItem(at: target, to: old) }
      try manager.moveItem(at: fresh, to: target)
    } catch {
      try? manager.removeItem(at: fresh)
      if replaces, !manager.fileExists(atPath: target.path) { try? manager.moveItem(at: old, to: target) }
      let code = (error as? CocoaError)?.code
      let reason =
        switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "the folder around it does not exist"
        case .fileWriteNoPermission, .fileReadNoPermission: "no permission"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        default: "the file system refused"
        }
      throw .cannotWrite(path: path, reason: reason)
    }
    // The new package is in place; a leftover of the old one is no reason to fail.
    if replaces { try? manager.removeItem(at: old) }
  }
}
