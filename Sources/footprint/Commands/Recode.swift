import ArgumentParser
import Footprints

struct Recode: ListingCommand {
  typealias Subject = RecodeAnalysis

  static let discussion = """
    TABLE has codes of one year. The package’s table of role 'succession' says what became of them: what was merged is \
    summed, what was recoded gets its new code, and what was split is divided by the shares in that table, else by the \
    people, or the ground, that the old area and the new ones have in common (--from, --into). Sums are kept, money to \
    the penny, and what could not be carried keeps its code and is named. Without --extensive, --intensive or --money \
    every row is kept, once for each successor.

    Example:
      footprint recode spend.csv --money amount_gbp --since 2024-04
      footprint recode patients.csv --extensive patients --from stp --into icb --until 2026-04-01
      footprint recode partners.csv --code org_code -o partners-2026.csv
    """

  @Argument(
    help: "A table of the package by its name, or a CSV file.", completion: .file(extensions: ["csv"]))
  var table: String

  @OptionGroup(title: "Which columns") var columns: ColumnOptions

  @Option(
    help: ArgumentHelp(
      "The date of the table: what happened on it or before it is in the table already. Default: every succession counts.",
      valueName: "DATE"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The date whose codes are wanted: what happened after it is left alone. Default: the latest.",
      valueName: "DATE"))
  var until: String?

  @Option(help: ArgumentHelp("The layer of the old areas, to divide what was split.", valueName: "LAYER"))
  var from: String?

  @Option(help: ArgumentHelp("The layer of the new areas.", valueName: "LAYER"))
  var into: String?

  @OptionGroup(title: "How people are counted") var people: WeightOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: RecodeRequest {
    var request = RecodeRequest(table: table)
    request.columns = columns.choice
    (request.since, request.until, request.from, request.into) = (since, until, from, into)
    request.weights = people.weights
    if let membership = people.membership { request.membership = membership }
    return request
  }
}
