import ArgumentParser
import EmbeddedRegion
import Footprints

/// Where layers come from and how they are brought together; shared by every command.
struct PackageOptions: ParsableArguments {
  @Option(name: .customLong("package"), help: ArgumentHelp("The folder of a data package.", valueName: "DIR"))
  var packageFolder: String?

  @Option(help: ArgumentHelp("The working reference system, projected in metres.", valueName: "EPSG:N"))
  var crs = ReferenceSystem.britishNationalGrid

  @Option(
    help: ArgumentHelp("The reference system of files that do not state theirs.", valueName: "EPSG:N"))
  var sourceCrs: String?

  @Flag(help: "Project every vertex with PROJ itself, not with its checked approximation.")
  var exactProjection = false

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "N"))
  var jobs = availableJobs

  @Flag(name: .shortAndLong, help: "Print nothing but the result and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also print what needs no attention.")
  var verbose = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1") }
    if let sourceCrs, sourceCrs.isEmpty {
      throw ValidationError("--source-crs needs a reference system such as EPSG:27700")
    }
  }

  /// Everything for one run that works on these layers.
  func workbench(layers: [String] = []) throws(FootprintsError) -> Workbench {
    var package = try chosenPackage()
    // The demonstration region must not lend its people to somebody's own files.
    if let region = package, region.manifest.isFictional, packageFolder == nil,
      layers.contains(where: { region.layerResource($0) == nil })
    {
      package =
        layers.allSatisfy({ region.layerResource($0) == nil }) && layers.contains(where: looksLikeFile)
        ? nil : package
    }
    let quiet = self.quiet
    return Workbench(
      package: package,
      reader: LayerReader(
        working: try ReferenceSystem.working(crs), jobs: jobs, exactProjection: exactProjection),
      progress: { if !quiet { StandardError.progress($0) } })
  }

  private func looksLikeFile(_ layer: String) -> Bool { layer.contains(".") || layer.contains("/") }

  /// `--package`, else the environment, else this folder, else the demonstration region.
  private func chosenPackage() throws(FootprintsError) -> DataPackage? {
    if let folder = packageFolder ?? environment("FOOTPRINT_PACKAGE") {
      let name = "/" + Manifest.fileName
      return try DataPackage(
        PackageFolder(folder.hasSuffix(name) ? String(folder.dropLast(name.count)) : folder))
    }
    if FileBytes.exists(Manifest.fileName) { return try DataPackage(PackageFolder(".")) }
    return try DataPackage(Self.demonstrationRegion)
  }

  private static var demonstrationRegion: EmbeddedFiles {
    let files = UnsafeBufferPointer(start: embedded_region_files(), count: Int(embedded_region_count))
    return EmbeddedFiles(
      name: "the demonstration region",
      files: files.map { file in
        FileBytes(
          constant: UnsafeRawBufferPointer(start: file.bytes, count: Int(file.size)),
          name: String(cString: file.path))
      })
  }
}
