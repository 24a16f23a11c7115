import ArgumentParser
import Footprints

/// Takes flows of patients out of a workbook. There is no result to be shown, only the table.
struct ImportFlows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flows",
    abstract: "Flows of patients from small areas to trusts, out of a workbook of trust catchments.",
    discussion: """
      OHID publishes the catchments of NHS acute trusts as an OpenDocument workbook (.ods); .xlsx will do as well. A workbook of any \
      size is read in little memory. Whether a sheet has a row for each small area and trust, or a column for each trust, is found \
      out by what is in it. Numbers that are suppressed stay so: their rows have no proportion. The table has the role flows in a \
      data package.

      Example:
        footprint import flows catchments.ods -o flows.csv
        footprint import flows catchments.ods --sheet Emergency --year 2024 -o emergency.csv
      """)

  @Argument(help: "The workbook.", completion: .file(extensions: ["ods", "xlsx"]))
  var workbook: String

  @Option(
    help: ArgumentHelp("The sheet. Default: the one of all admissions.", valueName: "NAME"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "Only the flows of this catchment year. Default: all years there are.", valueName: "YEAR"))
  var year: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The table to make, which appears whole or not at all. Default: standard output.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Flag(name: .shortAndLong, help: "Print nothing but the table and errors.")
  var quiet = false

  func run() throws {
    if let output { try WholeFile.check(output) }
    if !quiet { StandardError.progress("reading \(workbook)") }
    let bytes = try FileBytes(path: workbook)
    let reader = FlowWorkbook(sheet: sheet, year: year)
    let outcome: FlowWorkbook.Outcome
    if let output, output != "-" {
      try WholeFile.refuse(output, amongInputs: [workbook])
      let file = try WholeFile(output)
      outcome = try bytes.reading { () throws(FootprintsError) in try reader.write(bytes, to: file) }
      try file.commit()
    } else {
      let sink = StandardOutput()
      outcome = try bytes.reading { () throws(FootprintsError) in try reader.write(bytes, to: sink) }
      try sink.finish()
    }
    announce(outcome)
  }

  private func announce(_ outcome: FlowWorkbook.Outcome) {
    StandardError.clearProgress()
    if quiet { return }
    StandardError.say(
      "the sheet '\(outcome.sheet)' has \(outcome.layout.rawValue), below its row \(outcome.headings)")
    StandardError.say(
      "\(Wording.plural(outcome.flows, "flow")) from \(Wording.plural(outcome.areas, "small area")) to \(Wording.plural(outcome.trusts, "trust")), \(Wording.grouped(outcome.suppressed)) of them suppressed"
    )
    if outcome.years.count > 1, year == nil {
      StandardError.say(
        "warning: there are flows of \(CodeList(outcome.years)), and all were kept: analyses take the latest, --year chooses one"
      )
    }
    if outcome.unreadCount > 0 {
      StandardError.say(
        "warning: \(Wording.plural(outcome.unreadCount, "row or cell", "rows and cells")) could not be used: \(CodeList(outcome.unread, joinedBy: nil))"
      )
    }
    if !outcome.others.isEmpty {
      StandardError.say("sheets that were not read: \(CodeList(outcome.others, limit: 20, joinedBy: nil))")
    }
  }
}
