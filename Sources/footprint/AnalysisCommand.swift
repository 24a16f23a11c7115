import ArgumentParser
import Footprints

/// A verb that asks one analysis. Its file declares options and makes the request; everything else is here, the same
/// for all: the study, the format, where the output goes, what is said alongside it, the exit status.
protocol AnalysisCommand: ParsableCommand {
  associatedtype Subject: Analysis
  /// What help says after the summary, with examples.
  static var discussion: String { get }
  var study: StudyOptions { get }
  var output: OutputOptions { get }
  /// What the options ask for.
  var request: Subject.Request { get }
  /// The analysis that it asks.
  static var analysis: any Analysis.Type { get }
}

extension AnalysisCommand {
  static var analysis: any Analysis.Type { Subject.self }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: Subject.name, abstract: Subject.summary, discussion: discussion)
  }

  func run() throws {
    let request = request
    try request.validate()
    let renderer = try output.renderer(for: Subject.Result.self)
    let study = try self.study.open(naming: request.layers)
    var report = try study.run(Subject.self, request).report
    report.remedy = { $0.remedy }
    try output.write(report, with: renderer)
    announce(report, renderer.isSelfContained)
    // The report has said what could not be read; the exit status says that there was something.
    if case .partly(let error) = report.result.completion { throw ExitCode(error.kind.rawValue) }
  }

  /// Says what needs attention, and what has no place in the format.
  private func announce(_ report: Report, _ isSelfContained: Bool) {
    if case .partly(let error) = report.result.completion { StandardError.say(error.withOptions.description) }
    if study.quiet { return }
    for notice in report.notices where notice.severity == .warning || study.verbose {
      StandardError.say("\(notice.severity == .warning ? "warning: " : "")\(notice.words(report.remedy))")
    }
    if isSelfContained { return }
    for line in report.lines { StandardError.say(line) }
  }
}
