#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ShapefileReader {
  /// Reads the Shapefile at a path, with the .shx, .dbf, .prj and .cpg of the same name next to it, their
  /// suffixes in any letter case.
  ///
  /// `area.zip` is an archive with one Shapefile in it, in whatever folder; `area.zip#layer` chooses one
  /// of several by its name, with or without folder and suffix. Throws `.noInput` when a file cannot be
  /// read or there is no such layer, and what `read(shp:shx:dbf:prj:cpg:file:)` throws.
  ///
  /// The files are all that were read, each opened once: the .shp and those next to it, or the archive.
  package static func read(path: String) throws(FootprintsError) -> (table: FeatureTable, files: [FileBytes])
  {
    if let archive = archive(in: path) {
      let file = try FileBytes(path: archive.path)
      let table = try file.reading { () throws(FootprintsError) in
        try ShapefileArchive(file, layer: archive.layer, named: path).read()
      }
      return (table, [file])
    }
    let shp = try FileBytes(path: path)
    let shx = try sidecar("shx", of: path)
    let dbf = try sidecar("dbf", of: path)
    let prj = try sidecar("prj", of: path)
    let cpg = try sidecar("cpg", of: path)
    let table = try shp.reading { () throws(FootprintsError) in
      try shp.withBytes { (raw) throws(FootprintsError) in
        // The memory of `shp` outlives the span, which does not leave this closure.
        try read(
          shp: RawSpan(_unsafeBytes: raw), shx: shx?.array, dbf: dbf?.array, prj: prj?.array, cpg: cpg?.array,
          file: path)
      }
    }
    let others = [shx, dbf, prj, cpg].compactMap { $0 }
    for file in others { try file.verify() }
    return (table, [shp] + others)
  }

  /// Whether a path has the form of a Shapefile or of an archive that may hold one.
  package static func reads(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".shp") || archive(in: path) != nil
  }

  /// The path of the archive and the layer chosen in it, if the path has that form.
  static func archive(in path: String) -> (path: String, layer: String?)? {
    if path.lowercased().hasSuffix(".zip") { return (path, nil) }
    guard let mark = path.lastIndex(of: "#") else { return nil }
    let archive = path[..<mark]
    let layer = path[path.index(after: mark)...]
    guard archive.lowercased().hasSuffix(".zip"), !layer.isEmpty, !exists(path) else {
      return nil
    }
    return (String(archive), String(layer))
  }

  /// The file next to the .shp that has the given suffix; nil when there is none.
  static func sidecar(_ suffix: String, of path: String) throws(FootprintsError) -> FileBytes? {
    let stem = path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
    for spelling in spellings(of: suffix) {
      let candidate = "\(stem).\(spelling)"
      guard exists(candidate) else { continue }
      let bytes = try FileBytes(path: candidate)
      guard bytes.count <= largestSidecar else {
        throw FootprintsError(
          .badData, "has \(bytes.count) bytes, more than the \(largestSidecar) that are read next to a .shp",
          file: candidate, remedy: "Split the layer into several files.")
      }
      return bytes
    }
    return nil
  }

  /// Whether anything has this name.
  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A suffix in all letter cases, all lower and all upper case first. Trying the few there are needs no
  /// right to list the folder.
  static func spellings(of suffix: String) -> [String] {
    var spellings = [""]
    for letter in suffix {
      spellings = spellings.flatMap { [$0 + letter.lowercased(), $0 + letter.uppercased()] }
    }
    return [suffix.lowercased(), suffix.uppercased()] + spellings.dropFirst().dropLast()
  }
}
