import ArgumentParser
import Footprints

/// Takes a layer from one format to another. There is no result to be shown, only the file.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "A layer in another format or reference system, or with other fields.",
    discussion: """
      The formats follow from the suffixes of both files. Attributes and their types are kept; what the new format cannot \
      hold is said. A layer of any size is converted in little memory. A layer of a data package has its name, as everywhere.

      Example:
        footprint convert ccg.geojson ccg.gpkg
        footprint convert ccg.gpkg#ccg ccg.geojson --fields CCG21CD=code,CCG21NM=name
        footprint convert all.geojson wales.gpkg --where country=Wales --crs 27700
        footprint convert utla utla.geojson --package england-2021
      """)

  @Argument(
    help: "A layer of the package, a file, or - for standard input.", completion: Completions.layer)
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
    help: ArgumentHelp(
      "The format of the input, where neither its content nor its name says it.", valueName: "F"),
    completion: Completions.readableFormat)
  var from: String?

  @Option(
    name: .customLong("package"), help: ArgumentHelp("The folder of a data package.", valueName: "DIR"),
    completion: .directory)
  var packageFolder: String?

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
    let source = try ConversionInput(
      input, layer: conversion.layer, from: from, package: packageFolder, jobs: request.jobs)
    if request.source == nil { request.source = source.reference }
    try target.refuse(inputs: source.files)
    if !quiet {
      StandardError.progress("converting \(input)")
      for line in source.lines { StandardError.say(line) }
    }
    let outcome = try target.write(
      Conversion(source.features, format: source.format, to: target.format, request), inputs: source.files,
      jobs: request.jobs)
    announce(outcome)
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
