import ArgumentParser
import Footprints

struct Apportion: ListingCommand {
  typealias Subject = ApportionAnalysis

  static let discussion = """
    TABLE has a row for each area of X. Its numbers are shared out by the people, or the ground, that the areas of X and Y \
    have in common. Sums are kept: what lies in no area of Y is a row of its own, without a code, and the column \
    'coverage' says how much of each area of Y is known. Pounds are divided to the penny, the pennies that are left going to \
    the largest remainders.

    Example:
      footprint apportion spend.csv ccg utla --money amount_gbp
      footprint apportion health.csv ccg utla --extensive patients --intensive rate --by year -o health-utla.csv
      footprint apportion minima.csv ccg utla --money amount_gbp --published allocations.csv
    """

  @Argument(
    help: "A table of the package by its name, or a CSV file.", completion: .file(extensions: ["csv"]))
  var table: String

  @OptionGroup var layers: ComparisonOptions
  @OptionGroup(title: "Which columns") var columns: ColumnOptions

  @Option(
    help: ArgumentHelp(
      "A table with codes of X and of Y and a column of pounds with the same name: amounts that are known, and override.",
      valueName: "TABLE"), completion: .file(extensions: ["csv"]))
  var published: String?

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if layers.people.areAll {
      throw ValidationError("--weights all compares answers; numbers are shared out by one of them.")
    }
  }

  var request: ApportionRequest {
    var request = ApportionRequest(table: table, x: layers.x, y: layers.y)
    request.comparison = layers.request
    request.columns = columns.choice
    request.published = published
    return request
  }
}
