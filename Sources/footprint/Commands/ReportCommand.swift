import ArgumentParser
import Footprints

struct ReportCommand: AnalysisCommand {
  typealias Subject = ReportAnalysis

  static let discussion = """
    One page that needs nothing beside it: open it from a disk, mail it, print it. A trust with --process shows which plans the \
    change touches; an organisation, its partners in every tier; two layers, who overlaps whom and how coterminous they are; \
    nothing at all, what is in the package. The same as xlsx, md, json, or a zip of CSV.

    Example:
      footprint report XT1 --process discharge-to-assess -o report.html
      footprint report XU03 -o report.html
      footprint report ccg utla -o report.html --map map.svg
      footprint report -o package.html
      footprint report --all-trusts --process discharge-to-assess -o reports
      footprint report --all ccg -o reports
    """

  static let usualFormat = "html"

  @Argument(
    help: "A trust or another organisation, or two layers. Default: the whole package.",
    completion: Completions.organisation)
  var subjects: [String] = []

  @Option(
    help: ArgumentHelp(
      "The process that the trust changes; 'footprint processes' lists them.", valueName: "NAME"),
    completion: Completions.process)
  var process: String?

  @Option(
    help: ArgumentHelp(
      "The role of the layer that the organisation is an area of, where its code is in several.",
      valueName: "ROLE"),
    completion: Completions.tier)
  var tier: String?

  @Option(
    help: ArgumentHelp(
      "Also write the map to a file: svg, or png where rsvg-convert is installed.", valueName: "FILE"),
    completion: .file())
  var map: String?

  @Flag(
    help:
      "A report for each trust, in the folder that --output names, with a page that leads to them.")
  var allTrusts = false

  @Option(
    help: ArgumentHelp(
      "The same for each area of a layer, by its role or name.", valueName: "ROLE"),
    completion: Completions.layer)
  var all: String?

  @OptionGroup(title: "What is counted") var catchments: CatchmentOptions
  @OptionGroup(title: "What is counted") var people: WeightOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var rows: Listing { Listing() }
  var rowsOnTerminal: Int? { 20 }

  var request: ReportRequest {
    var request = ReportRequest(subjects, process: process)
    request.tier = tier
    request.weights = people.weights
    if let membership = people.membership { request.membership = membership }
    request.catchment = catchments.catchment
    if let threshold = catchments.threshold { request.threshold = threshold }
    return request
  }

  private var mapRenderer: (any Renderer)? {
    get throws {
      guard let map else { return nil }
      let suffix = map.split(separator: ".").last?.lowercased()
      let known: [any Renderer] = [SVGRenderer(), PNGRenderer()]
      guard let renderer = known.first(where: { $0.name == suffix }) else {
        throw ValidationError("--map needs the name of a file that ends in .svg or .png, not '\(map)'.")
      }
      return renderer
    }
  }

  func validate() throws {
    _ = try mapRenderer
    guard allTrusts || all != nil else { return }
    if allTrusts, all != nil {
      throw ValidationError("--all-trusts and --all ask for two sets of reports: give one of them.")
    }
    if let subject = subjects.first {
      throw ValidationError(
        "--all\(allTrusts ? "-trusts" : "") makes a report for each; '\(subject)' would be one more.")
    }
    if all != nil, process != nil, all != "trust" {
      throw ValidationError(
        "--process is changed by trusts; with --all \(all ?? "") it would change nothing.")
    }
    if map != nil { throw ValidationError("--map is for one report; each page has its own map.") }
    if tier != nil { throw ValidationError("--tier is for one report; --all names the layer itself.") }
    if output.output == nil {
      throw ValidationError("Many reports need a folder: give --output DIR.")
    }
    if let format = output.format, format != "html" {
      throw ValidationError("Many reports are pages of HTML; '\(format)' is for one report.")
    }
  }

  func run() throws {
    guard let folder = output.output, allTrusts || all != nil else { return try answer() }
    let study = try self.study.open(naming: [], quietly: output.quiet)
    let role = all ?? "trust"
    var request = request
    request.tier = process == nil ? role : nil
    let units = try study.organisations(of: role, request)
    let outcome = try ReportFolder(
      path: folder, request: request, commandLine: Self.commandLine, study: study
    ).write(units, title: try study.title(ofReportsOn: role, process: process))
    StandardError.clearProgress()
    if !output.quiet {
      StandardError.say(
        "\(Wording.plural(units.count - outcome.errors.count, "report")) in \(folder); begin with index.html")
      for (text, pages) in outcome.warnings.prefix(20) {
        StandardError.say("warning (on \(Wording.plural(pages, "page"))): \(text)")
      }
      if outcome.warnings.count > 20 {
        StandardError.say("\(Wording.plural(outcome.warnings.count - 20, "warning")) more are on the pages")
      }
    }
    for error in outcome.errors.prefix(10) { StandardError.say(error.withOptions.description) }
    if let first = outcome.errors.first { throw ExitCode(first.kind.rawValue) }
  }

  func prepare() throws { if let map { try WholeFile.check(map) } }

  func complete(_ report: inout Report) { report.commandLine = Self.commandLine }

  func finish(_ report: Report) throws {
    guard let map, let renderer = try mapRenderer else { return }
    try WholeFile.refuse(map, amongInputs: report.inputs.paths)
    let file = try WholeFile(map)
    try renderer.render(report, to: file)
    try file.commit()
  }

  /// What was typed, in quotes where a shell would need them.
  static var commandLine: String {
    (["footprint"] + CommandLine.arguments.dropFirst()).map { word in
      let isPlain =
        !word.isEmpty
        && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=:,+".contains($0)) }
      return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }.joined(separator: " ")
  }
}
