/// A zip archive that holds Shapefiles, and the one chosen in it.
struct ShapefileArchive: ~Copyable {
  private let archive: ZipArchive
  private let chosen: ZipArchive.Entry
  private let named: String

  /// Opens the archive and chooses. `named` is the whole path as the user gave it.
  init(_ file: FileBytes, layer: String?, named: String) throws(FootprintsError) {
    let archive = try ZipArchive(file)
    chosen = try Self.choose(layer, from: archive.entries, file.name, named)
    self.archive = archive
    self.named = named
  }

  /// The .shp that is meant.
  private static func choose(
    _ layer: String?, from entries: [ZipArchive.Entry], _ path: String, _ named: String
  )
    throws(FootprintsError) -> ZipArchive.Entry
  {
    let layers = entries.filter { !$0.isNoise && stem(of: $0.name, suffix: "shp") != nil }
    let candidates = layers.filter { entry in
      guard let layer else { return true }
      let names = [entry.name, String(entry.fileName)]
      return names.contains { $0 == layer || stem(of: $0, suffix: "shp") == layer[...] }
    }
    guard !layers.isEmpty else {
      throw FootprintsError(
        .badData, "has no Shapefile in it", file: named, remedy: "Name an archive with a .shp inside.")
    }
    guard let first = candidates.first else {
      throw FootprintsError(.usage, "has no layer of that name", file: named, remedy: choice(layers, path))
    }
    guard candidates.count == 1 else {
      throw FootprintsError(
        .usage, "has \(candidates.count) Shapefiles in it", file: named, remedy: choice(candidates, path))
    }
    return first
  }

  /// Reads the chosen Shapefile with the files of the same name in the same folder.
  borrowing func read() throws(FootprintsError) -> FeatureTable {
    try ShapefileReader.read(
      shp: archive.read(chosen), shx: sidecar("shx"), dbf: sidecar("dbf"), prj: sidecar("prj"),
      cpg: sidecar("cpg"), file: named)
  }

  /// The chosen Shapefile with the files of the same name in the same folder, to be read as a stream.
  borrowing func parts() throws(FootprintsError) -> ShapefileParts {
    ShapefileParts(
      shp: FileBytes(try archive.read(chosen), name: named), shx: try sidecar("shx"), dbf: try sidecar("dbf"),
      prj: try sidecar("prj"), cpg: try sidecar("cpg"))
  }

  /// The content of the entry that differs from the chosen one by its suffix.
  private borrowing func sidecar(_ suffix: String) throws(FootprintsError) -> [UInt8]? {
    let stem = Self.stem(of: chosen.name, suffix: "shp")
    guard let entry = archive.entries.first(where: { Self.stem(of: $0.name, suffix: suffix) == stem }) else {
      return nil
    }
    return try archive.read(entry)
  }

  /// A name without its suffix, if it has that one in any letter case.
  private static func stem(of name: String, suffix: String) -> Substring? {
    name.lowercased().hasSuffix(".\(suffix)") && name.utf8.count > suffix.utf8.count + 1
      ? name.dropLast(suffix.count + 1) : nil
  }

  /// How to name each of some layers.
  private static func choice(_ layers: [ZipArchive.Entry], _ path: String) -> String {
    let names = layers.prefix(20).map { "\(path)#\(stem(of: $0.name, suffix: "shp") ?? $0.name[...])" }
    let more = layers.count > 20 ? " and \(layers.count - 20) more" : ""
    return "Choose one of \(names.joined(separator: ", "))\(more)."
  }
}
