import ArgumentParser
import RegionGenerator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a folder so that it appears whole: everything goes into a new folder beside it, which then takes
/// its place.
struct WholeFolder {
  /// Where the folder shall be.
  var path: String

  /// Writes the files. An earlier package at the same place is replaced, with everything in it.
  ///
  /// - Throws: `ValidationError` when the place is taken by anything else than a data package or an empty
  ///   folder; whatever the file system reports.
  func write(_ files: [RegionFile]) throws {
    let manager = FileManager.default
    let target = URL(filePath: path, directoryHint: .isDirectory)
    let replaces = manager.fileExists(atPath: target.path)
    if replaces {
      let inside = (try? manager.contentsOfDirectory(atPath: target.path)) ?? ["not a folder"]
      guard inside.isEmpty || inside.contains("datapackage.json") else {
        throw ValidationError("\(path) is there and is no data package. Choose another --out.")
      }
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
      throw error
    }
    if replaces { try manager.removeItem(at: old) }
  }
}
