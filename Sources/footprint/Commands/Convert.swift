import ArgumentParser
import Footprints

/// Takes a layer from one format to another. There is no result to be shown, only the file.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "A layer in another format or reference system, or with other fields.",
    discussion: """
      The formats follow from the suffixes of both files. Attributes and their types are kept; what the new format cannot \
      hold is said. A layer of any size is converted in little memory.

      Example:
        footprint convert ccg.geojson ccg.gpkg
        footprint convert ccg.gpkg#ccg ccg.geojson --fields CCG21CD=code,CCG21NM=name
        footprint convert all.geojson wales.gpkg --where country=Wales --crs 27700
      """)

  @Argument(help: "A file, or - for standard input.", completion: Completions.layer)
  var input: String

  @Argument(
    help: "The file to make, which appears whole or not at all, or - for standard output.",
    completion: .file())
  var output: String

  @OptionGroup(title: "What is kept") var conversion: ConversionOptions

  @Option(
    help: ArgumentHelp(
      "\(VectorFormats.all.filter(\.canWrite).map(\.keyword).joined(separator: ", ")). Default: from the suffix of the file to make.",
      valueName: "F"), completion: Completions.vectorFormat)
  var format: String?

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "Threads to use; never changes a result. Default: one for each processor.", valueName: "N"))
  var wantedJobs: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also print what needs no attention.")
  var verbose = false

  func validate() throws {
    if let wantedJobs, wantedJobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if input.isEmpty || output.isEmpty { throw ValidationError("A file has a name that is not empty.") }
  }

  func run() throws {
    let place = VectorPath(output)
    let format = try writtenFormat(place.file)
    var request = try conversion.request(jobs: min(wantedJobs ?? availableJobs, 1024))
    request.layer = place.layer
    if place.file != "-" { try WholeFile.check(place.file) }
    if format.keyword == "gpkg", place.file == "-", Terminal.width != nil {
      throw FootprintsError(
        .usage, "a GeoPackage is nothing for a terminal", remedy: "Name a file to write it to.")
    }
    let source = try source(jobs: request.jobs)
    if place.file != "-" { try WholeFile.refuse(place.file, amongInputs: [source.bytes.name]) }
    if !quiet { StandardError.progress("converting \(input)") }
    var conversion = try Conversion(source, format: nil, to: format, request)
    let outcome: Conversion.Outcome
    if place.file == "-" {
      let sink = StandardOutput()
      outcome = try conversion.run(to: sink, path: nil)
      try sink.finish()
    } else {
      let file = try WholeFile(place.file)
      let working = conversion.needsPath ? try file.workingPath() : nil
      do throws(FootprintsError) {
        if place.isCompressed {
          let sink = GzipSink(to: file, jobs: request.jobs)
          outcome = try conversion.run(to: sink, path: nil)
          try sink.finish()
        } else {
          outcome = try conversion.run(to: file, path: working)
        }
      } catch {
        throw error.naming(place.file, insteadOf: working)
      }
      try file.commit()
    }
    announce(outcome)
  }

  private func source(jobs: Int) throws(FootprintsError) -> FeatureSource {
    try VectorFormats.refuseAddress(input)
    let place = VectorPath(input)
    if place.layer != nil, conversion.layer != nil {
      throw FootprintsError(
        .usage, "the layer is named twice, after # and by --layer", remedy: "Name it once.")
    }
    let bytes = place.file == "-" ? try FileBytes.standardInput() : try FileBytes(path: place.file)
    let content = try bytes.decompressed()
    return FeatureSource(
      bytes: content, path: content.isFile ? content.name : nil, layer: place.layer ?? conversion.layer,
      name: place.baseName, jobs: jobs)
  }

  private func writtenFormat(_ file: String) throws(FootprintsError) -> VectorFormat {
    let supported = VectorFormats.all.filter(\.canWrite)
    let names = supported.map(\.keyword).joined(separator: ", ")
    if let format {
      if let known = VectorFormats.named(format), known.canWrite { return known }
      throw FootprintsError(
        .usage, "'\(format)' is no format that layers are written in", remedy: "There are: \(names).")
    }
    let suffix = VectorPath(file).suffix
    if let known = VectorFormats.named(suffix), known.canWrite { return known }
    throw FootprintsError(
      .usage,
      file == "-"
        ? "standard output has no suffix that names a format"
        : "the suffix of '\(file)' names no format that layers are written in",
      remedy: "Use --format with one of: \(names).")
  }

  private func announce(_ outcome: Conversion.Outcome) {
    StandardError.clearProgress()
    if quiet { return }
    for notice in outcome.notices where notice.severity == .warning || verbose {
      StandardError.say("\(notice.severity == .warning ? "warning: " : "")\(notice.words { $0.remedy })")
    }
    if outcome.written == 0 {
      StandardError.say(
        outcome.read == 0 ? "warning: the input has no features" : "warning: no feature was kept")
    } else if verbose {
      StandardError.say("\(Wording.plural(outcome.written, "feature")) written")
    }
  }
}

extension FootprintsError {
  /// The same error about a file that is written under another name until it is whole.
  fileprivate func naming(_ path: String, insteadOf working: String?) -> FootprintsError {
    guard kind == .cannotWrite, file == nil || file == working else { return self }
    var error = self
    error.file = path
    return error
  }
}
