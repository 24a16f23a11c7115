import ArgumentParser
import Footprints

struct ImportBCF: ListingCommand {
  typealias Subject = ImportPlansAnalysis

  static let discussion = """
    Planning workbooks (.xlsx, .xlsm, .ods) become the tables bcf-plans, bcf-partners, bcf-contributions, bcf-schemes, bcf-metrics and \
    bcf-conditions, with bcf-cells, which says from which cell every value came. Sheets and columns are found by what is in them. \
    What does not add up, and what was not understood, is listed. A folder stands for the workbooks in it. The folder of a data \
    package gets the tables added; boards get their codes from its layers.

    Example:
      footprint import bcf plan.xlsx -o plan
      footprint import bcf workbooks -o england-2026 --package england-2026
      footprint import bcf workbooks --format csv
    """

  static let configuration = CommandConfiguration(
    commandName: "bcf", abstract: Subject.summary, discussion: discussion)

  @Argument(
    help: "Planning workbooks, or folders with some.",
    completion: .file(extensions: ["xlsx", "xlsm", "ods"]))
  var workbooks: [String]

  @Option(
    help: ArgumentHelp(
      "A table of the words by which sheets and columns are found, as 'footprint import words' writes it.",
      valueName: "TABLE"), completion: .file(extensions: ["csv"]))
  var words: String?

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var folder: FolderOutputOptions

  var output: OutputOptions { folder.summary }

  var request: ImportPlansAnalysis.Request { .init(workbooks, words: words) }

  func validate() throws {
    if workbooks.contains("") { throw ValidationError("A file has a name that is not empty.") }
  }

  func run() throws {
    var copy = self
    copy.workbooks = try WorkbookFiles.all(of: workbooks)
    try copy.answer()
  }

  func prepare() throws {
    if let path = folder.output { try PackageOutput(path, PlanningTables.roles).check() }
  }

  func finish(_ report: Report) throws {
    guard let result = report.result as? ImportPlansResult else { return }
    if let path = folder.output {
      let package = PackageOutput(path, PlanningTables.roles)
      let tables = result.tables
      var files = tables.tables.map { ($0.role, tables.csv($0)) }
      files.append((PlanningTables.cells, tables.cellsCSV))
      try report.inputs.verify()
      try package.write(files, title: "Better Care Fund plans", inputs: report.inputs.paths)
      if !folder.quiet { StandardError.say("\(Wording.plural(files.count, "table")) in \(path)") }
    }
    for error in result.errors.prefix(10) { StandardError.say(error.withOptions.description) }
    if result.errors.count > 10 {
      StandardError.say("and \(result.errors.count - 10) more workbooks that could not be read")
    }
  }
}
