import ArgumentParser
import Footprints

/// A verb that asks one analysis. Its file declares options and makes the request; everything else is here, the same
/// for all: the study, the format, where the output goes, what is said alongside it, the exit status.
protocol AnalysisCommand: ParsableCommand {
  associatedtype Subject: Analysis
  /// What help says after the summary, with examples.
  static var discussion: String { get }
  /// Which rows are listed.
  var rows: Listing { get }
  /// How many rows of a table are shown on a terminal; nil for all.
  var rowsOnTerminal: Int? { get }
  /// The format where neither an option nor a suffix names one.
  static var usualFormat: String { get }
  var study: StudyOptions { get }
  var output: OutputOptions { get }
  /// What the options ask for.
  var request: Subject.Request { get }
  /// The same question by all weights, where that is asked for; nil otherwise.
  var sideBySide: SensitivityRequest? { get }
  /// Refuses what can be refused before anything is read.
  func prepare() throws
  /// Adds to a report what only the command knows.
  func complete(_ report: inout Report)
  /// Whatever else it makes of a report, once that is written.
  func finish(_ report: Report) throws
  /// The analysis that it asks.
  static var analysis: any Analysis.Type { get }
}

/// A verb whose result is a list of rows, of which some can be asked for.
protocol ListingCommand: AnalysisCommand {
  var listing: ListingOptions { get }
}

extension ListingCommand {
  var rows: Listing { listing.listing }
  var rowsOnTerminal: Int? { listing.rowsOnTerminal }
}

extension AnalysisCommand {
  static var usualFormat: String { "table" }
  static var analysis: any Analysis.Type { Subject.self }

  var sideBySide: SensitivityRequest? { nil }
  func prepare() throws {}
  func complete(_ report: inout Report) {}
  func finish(_ report: Report) throws {}

  /// The formats that its results have.
  static var renderers: [any Renderer] { Renderers.supporting(Subject.Result.self) }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: Subject.name, abstract: Subject.summary, discussion: discussion)
  }

  func run() throws { try answer() }

  /// Asks what the options ask for.
  func answer() throws {
    if let sideBySide {
      try answer(SensitivityAnalysis.self, sideBySide)
    } else {
      try answer(Subject.self, request)
    }
  }

  /// Asks an analysis, writes its report, and says what needs attention.
  private func answer<Asked: Analysis>(_ analysis: Asked.Type, _ request: Asked.Request) throws {
    try request.validate()
    try rows.validate()
    try prepare()
    let renderer = try output.renderer(
      for: Asked.Result.self, rowsOnTerminal: rowsOnTerminal, usually: Self.usualFormat)
    let study = try self.study.open(naming: request.layers, quietly: output.quiet)
    var report = try study.run(Asked.self, request).report(listing: rows)
    report.remedy = { $0.remedy }
    report.jobs = study.settings.jobs
    complete(&report)
    try output.write(report, with: renderer)
    try finish(report)
    announce(report, renderer.isSelfContained)
    // The report has said what could not be read; the exit status says that there was something.
    switch report.result.completion {
    case .done: break
    case .partly(let errors): if let first = errors.first { throw ExitCode(first.kind.rawValue) }
    case .faulty: throw ExitCode(1)
    }
  }

  /// Says what needs attention, and what has no place in the format.
  private func announce(_ report: Report, _ isSelfContained: Bool) {
    if case .partly(let errors) = report.result.completion {
      for error in errors.prefix(10) { StandardError.say(error.withOptions.description) }
      if errors.count > 10 { StandardError.say("and \(errors.count - 10) more that cannot be read") }
    }
    if output.quiet { return }
    // A package can have thousands of one kind, which would hide the others.
    var counts: [String: Int] = [:]
    var left = 0
    for notice in report.notices where notice.severity == .warning || output.verbose {
      if report.result.says(notice), !output.verbose { continue }
      counts[notice.code, default: 0] += 1
      if counts[notice.code, default: 0] > 20, !output.verbose {
        left += 1
        continue
      }
      StandardError.say(
        "\(notice.severity == .warning ? "warning: " : "")\(notice.words(report.remedy))")
    }
    if left > 0 {
      StandardError.say(
        "\(Wording.plural(left, "warning")) of the same kinds left out; --verbose and --format json have all")
    }
    if isSelfContained { return }
    for line in report.lines { StandardError.say(line) }
  }
}

extension SensitivityRequest {
  /// A question by all weights.
  static func byWeights(_ question: Question) -> SensitivityRequest {
    SensitivityRequest(question, vary: Weights.allCases.map(Setting.weights))
  }
}
