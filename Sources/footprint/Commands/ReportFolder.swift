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

  /// Writes a report about each of some organisations, several at the same time, and the index last. Returns why some could not be made.
  ///
  /// A file of the same name is replaced; each appears whole or not at all.
  func write(_ units: [NamedCode], title: String) throws(FootprintsError) -> [FootprintsError] {
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
    return made.compactMap(\.error)
  }

  private struct Made: Sendable {
    let entry: ReportIndex.Entry
    var footer: [String]?
    var error: FootprintsError?
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
      footer: [report.inputs.packageLine].compactMap(\.self) + report.inputs.lines)
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
