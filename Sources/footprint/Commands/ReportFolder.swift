import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Many reports in one folder, with a page that leads to them.
struct ReportFolder {
  /// The folder, which is made where it is not there.
  let path: String
  /// What is asked about each.
  let request: ReportRequest
  let commandLine: String
  let study: Study

  /// What became of the reports.
  struct Outcome {
    /// Why some could not be made.
    let errors: [FootprintsError]
    /// What readers of pages have to know, each once, with the number of pages that say it, those of most pages first.
    let warnings: [(text: String, pages: Int)]
  }

  /// Writes a report about each of some organisations, several at the same time, and the index last.
  ///
  /// A file of the same name is replaced; each appears whole or not at all.
  func write(_ units: [NamedCode], title: String) throws(FootprintsError) -> Outcome {
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw FootprintsError(
        .cannotWrite, "the folder cannot be made: \(String(cString: strerror(errno)))", file: path,
        remedy: "Make the folder above it first, or choose another place.")
    }
    let names = Self.fileNames(of: units)
    var made: [Made] = []
    // What all have in common is worked out for the first, with all threads.
    if let first = units.first { made.append(try report(on: first, as: names[0], study)) }
    let alone = study.with(jobs: 1)
    let step = 4 * study.settings.jobs
    for start in stride(from: 1, to: units.count, by: step) {
      study.settings.progress("\(start) of \(units.count) reports")
      made += try parallelMap(count: min(step, units.count - start), jobs: study.settings.jobs) {
        (index) throws(FootprintsError) in
        try report(on: units[start + index], as: names[start + index], alone)
      }
    }
    let index = ReportIndex(
      title: title, entries: made.map(\.entry),
      footer: made.lazy.compactMap(\.footer).first ?? [])
    let file = try WholeFile("\(path)/index.html")
    try file.write(index.html)
    try file.commit()
    var pages: [String: Int] = [:]
    for warning in made.flatMap({ Set($0.warnings) }) { pages[warning, default: 0] += 1 }
    return Outcome(
      errors: made.compactMap(\.error),
      warnings: pages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) })
  }

  private struct Made: Sendable {
    let entry: ReportIndex.Entry
    var footer: [String]?
    var error: FootprintsError?
    var warnings: [String] = []
  }

  /// Writes one report. What cannot be asked about an organisation is told in the index; a file that cannot be written ends everything.
  private func report(
    on unit: NamedCode, as file: String, _ study: Study
  ) throws(FootprintsError) -> Made {
    var request = request
    request.subjects = [unit.code]
    var report: Report
    do throws(FootprintsError) {
      report = try study.run(ReportAnalysis.self, request).report
    } catch {
      guard error.kind != .fault else { throw error }
      return Made(
        entry: .init(unit: unit, file: file, headlines: [], failure: error.message), error: error)
    }
    report.remedy = { $0.remedy }
    report.jobs = study.settings.jobs
    report.commandLine = commandLine
    let page = try WholeFile("\(path)/\(file)")
    try HTMLRenderer().render(report, to: page)
    try report.inputs.verify()
    try page.commit()
    return Made(
      entry: .init(unit: unit, file: file, headlines: (report.result as? ReportResult)?.headlines ?? []),
      footer: [report.inputs.packageLine].compactMap(\.self) + report.inputs.lines,
      warnings: report.notices.filter { $0.severity == .warning && !report.result.says($0) }
        .map { $0.words(report.remedy) })
  }

  /// A name for the file of each, of letters that every system and every web server takes, no two alike but for capitals.
  static func fileNames(of units: [NamedCode]) -> [String] {
    var taken: Set<String> = ["index"]
    return units.map { unit in
      let plain = String(
        unit.code.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }.prefix(60))
      var (name, number) = (plain.isEmpty ? "_" : plain, 2)
      while !taken.insert(name.lowercased()).inserted {
        name = "\(plain)_\(number)"
        number += 1
      }
      return "\(name).html"
    }
  }
}
