import ArgumentParser
import Footprints

/// Brings published layers and lookups into a data package. There is no result to be shown, only files; and what has become of
/// them since.
struct Fetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Published layers and lookups into a data package.",
    discussion: """
      From the Open Geography services of the Office for National Statistics, or others of their kind. Nothing is asked of \
      anybody before this command is given names. A download that broke goes on where it did. Layers become GeoJSON, tables \
      CSV, and the package says where each came from; whatever else its datapackage.json says stays.

      Example:
        footprint fetch --list
        footprint fetch icb-2026 utla-2025 -o england-2026
        footprint fetch icb=Integrated_Care_Boards_April_2023_EN_BSC -o england-2023
        footprint fetch --check --package england-2026
      """)

  @Argument(
    help: ArgumentHelp(
      "What to fetch: names of the catalogue, or NAME=SERVICE for another service.", valueName: "NAME"),
    completion: Completions.published)
  var names: [String] = []

  @Flag(help: "List the catalogue; nothing is fetched.")
  var list = false

  @Flag(
    help:
      "Compare what a package has from fetching with its files and with what is published; status 1 where something differs."
  )
  var check = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder of the package, made where there is none.", valueName: "DIR"),
    completion: .directory)
  var output: String?

  @Flag(help: "Replace resources that have the names already.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "The root of the services. Default: $FOOTPRINT_FETCH_BASE, else that of the Office for National Statistics.",
      valueName: "URL"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "A catalogue of your own, in JSON, that extends or replaces the built-in one.", valueName: "FILE"),
    completion: .file(extensions: ["json"]))
  var catalogue: String?

  @Option(
    name: .customLong("package"), help: ArgumentHelp("The package to check.", valueName: "DIR"),
    completion: .directory)
  var packageFolder: String?

  @Option(
    help: ArgumentHelp("table or json, for --list and --check.", valueName: "F"),
    completion: .list(["table", "json"]))
  var format: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors and what was asked for.")
  var quiet = false

  func validate() throws {
    if list && check { throw ValidationError("--list and --check do not go together.") }
    if list && !names.isEmpty { throw ValidationError("--list takes no names.") }
    if let format, !["table", "json"].contains(format.lowercased()) {
      throw ValidationError("There is no format '\(format)' here; the formats are: table, json.")
    }
    if format != nil && !list && !check { throw ValidationError("--format is for --list and --check.") }
    if packageFolder != nil && !check {
      throw ValidationError("--package is for --check; -o names the folder to fetch into.")
    }
    if check && (output != nil || force || catalogue != nil) {
      throw ValidationError("--check writes nothing: leave out -o, --force and --catalogue.")
    }
    if list || check { return }
    if names.isEmpty { throw ValidationError("Name what to fetch; --list shows what there is.") }
    if output?.isEmpty != false { throw ValidationError("Name the folder of the package with -o.") }
  }

  func run() throws {
    if list { return try show(FetchText.list(try wholeCatalogue(), json: isJSON)) }
    let server = FeatureServer(try settings()) { [quiet] in if !quiet { StandardError.progress($0) } }
    if check {
      let package = try StudyOptions.package(named: packageFolder)
      let checks = try FetchCheck.all(of: package, named: names, server)
      try show(FetchText.checks(checks, json: isJSON))
      if checks.contains(where: \.differs) { throw ExitCode(1) }
      return
    }
    let entries = try chosen()
    // Long work is not begun for what has no place to go.
    let folder = try FetchFolder(output ?? "", entries, replacing: force)
    let cache = try Self.cacheFolder()
    var fetched: [Fetched] = []
    for entry in entries {
      let one = try Fetched(entry, server, cache: cache)
      fetched.append(one)
      StandardError.clearProgress()
      if !quiet { StandardError.say(FetchText.line(one)) }
    }
    try folder.put(fetched)
    for one in fetched { one.finish() }
  }

  private var isJSON: Bool { format?.lowercased() == "json" }

  private func show(_ text: String) throws(FootprintsError) {
    StandardError.clearProgress()
    let sink = StandardOutput()
    try sink.write(text)
    try sink.finish()
  }

  private func wholeCatalogue() throws(FootprintsError) -> Catalogue {
    guard let catalogue else { return .builtIn }
    return try Catalogue.builtIn.extended(by: FileBytes(path: catalogue))
  }

  /// The entries that are asked for, each once.
  private func chosen() throws(FootprintsError) -> [Catalogue.Entry] {
    let catalogue = try wholeCatalogue()
    var entries: [Catalogue.Entry] = []
    for word in names {
      let entry = try catalogue.entry(for: word)
      if entries.contains(entry) { continue }
      if entries.contains(where: { $0.name.lowercased() == entry.name.lowercased() }) {
        throw FootprintsError(
          .usage, "two services are to become '\(entry.name)'", remedy: "Give one of them another name.")
      }
      entries.append(entry)
    }
    return entries
  }

  private func settings() throws(FootprintsError) -> FetchSettings {
    let address = base ?? environment("FOOTPRINT_FETCH_BASE") ?? FetchSettings.openGeography
    var settings = FetchSettings(base: try ServiceAddress(address))
    if let wait = try Self.number("FOOTPRINT_FETCH_WAIT", atMost: 60) { settings.firstWait = wait }
    if let timeout = try Self.number("FOOTPRINT_FETCH_TIMEOUT", atMost: 86400) { settings.timeout = timeout }
    if let most = try Self.number("FOOTPRINT_FETCH_MOST_BYTES", atMost: 1e12) {
      settings.mostBytes = Int(most)
    }
    return settings
  }

  private static func number(_ name: String, atMost limit: Double) throws(FootprintsError) -> Double? {
    guard let text = environment(name) else { return nil }
    guard let number = Double(text), number > 0, number <= limit else {
      throw FootprintsError(
        .usage, "the variable \(name) is '\(text)'",
        remedy: "It is a number above 0 and at most \(Int(limit)).")
    }
    return number
  }

  /// Where downloads that break leave what came.
  private static func cacheFolder() throws(FootprintsError) -> String {
    // A relative folder is none, by the specification of these variables.
    if let cache = environment("XDG_CACHE_HOME"), cache.hasPrefix("/") { return "\(cache)/footprint" }
    if let home = environment("HOME"), home.hasPrefix("/") { return "\(home)/.cache/footprint" }
    throw FootprintsError(
      .usage, "there is no folder for what a download leaves when it breaks",
      remedy: "Set XDG_CACHE_HOME to one.")
  }
}
