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
    let target = try LayerOutput(place.file, format: format)
    var request = try conversion.request(jobs: min(wantedJobs ?? availableJobs, 1024))
    request.layer = place.layer
    let source = try source(jobs: request.jobs)
    try target.refuse(inputs: [source.bytes.name])
    if !quiet { StandardError.progress("converting \(input)") }
    let outcome = try target.write(
      Conversion(source, format: nil, to: target.format, request), inputs: [source.bytes.name],
      jobs: request.jobs)
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
