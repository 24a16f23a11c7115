import ArgumentParser
import EmbeddedRegion
import Footprints

/// Where layers come from and how they are brought together; shared by every command.
struct StudyOptions: ParsableArguments {
  @Option(
    name: .customLong("package"), help: ArgumentHelp("The folder of a data package.", valueName: "DIR"),
    completion: .directory)
  var packageFolder: String?

  @Option(help: ArgumentHelp("The working reference system, projected in metres.", valueName: "EPSG:N"))
  var crs = ReferenceSystem.britishNationalGrid

  @Option(
    help: ArgumentHelp(
      "The reference system of files, whatever they state; longitudes and latitudes stay what they are.",
      valueName: "EPSG:N"))
  var sourceCrs: String?

  @Flag(help: "Project every vertex with PROJ itself, not with its checked approximation.")
  var exactProjection = false

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "Threads to use; never changes a result. Default: one for each processor.", valueName: "N"))
  var wantedJobs: Int?

  /// The number of threads to use; more than any machine has processors only cost memory.
  var jobs: Int { min(wantedJobs ?? availableJobs, 1024) }

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1.") }
    if packageFolder?.isEmpty == true {
      throw ValidationError("--package needs the folder of a datapackage.json.")
    }
  }

  /// A study of what these layers belong to; unless it is to be quiet, it says what it is doing.
  func open(naming layers: [String], quietly quiet: Bool) throws(FootprintsError) -> Study {
    var package: DataPackage? = try Self.package(named: packageFolder)
    // The demonstration region must not lend its people to a user's own files.
    if let region = package, region.manifest.isFictional, packageFolder == nil, !layers.isEmpty,
      layers.allSatisfy({ !region.has($0) }), layers.contains(where: looksLikeFile)
    {
      package = nil
    }
    if let sourceCrs {
      _ = try option("--source-crs") { () throws(FootprintsError) in try ReferenceSystem(sourceCrs) }
    }
    var settings = try option("--crs") { () throws(FootprintsError) in try Study.Settings(working: crs) }
    settings.jobs = jobs
    settings.projectsExactly = exactProjection
    settings.fallbackReference = sourceCrs
    if !quiet { settings.progress = { StandardError.progress($0) } }
    return Study(package: package, settings: settings)
  }

  private func looksLikeFile(_ layer: String) -> Bool { layer.contains(".") || layer.contains("/") }

  /// `--package`, else the environment, else this folder, else the demonstration region.
  static func package(named folder: String?) throws(FootprintsError) -> DataPackage {
    if let folder { return try package(in: folder) }
    if let folder = environment("FOOTPRINT_PACKAGE") {
      do {
        return try package(in: folder)
      } catch {
        guard error.kind == .noInput else { throw error }
        var error = error
        error.remedy = "The variable FOOTPRINT_PACKAGE names it: correct or unset it, or give --package."
        error.reason = nil
        throw error
      }
    }
    if FileBytes.exists(Manifest.fileName) { return try DataPackage(PackageFolder(".")) }
    return try DataPackage(demonstrationRegion)
  }

  private static func package(in folder: String) throws(FootprintsError) -> DataPackage {
    let name = "/" + Manifest.fileName
    return try DataPackage(
      PackageFolder(folder.hasSuffix(name) ? String(folder.dropLast(name.count)) : folder))
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
