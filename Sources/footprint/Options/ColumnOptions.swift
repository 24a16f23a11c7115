import ArgumentParser
import Footprints

/// Which columns of a table about areas are what.
struct ColumnOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Counts and amounts, whose sum is kept.", valueName: "COLUMN"))
  var extensive: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Rates and means, which are averaged.", valueName: "COLUMN"))
  var intensive: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Pounds, divided to the penny.", valueName: "COLUMN"))
  var money: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Columns, such as a year, that tell rows with the same code apart.", valueName: "COLUMN"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp(
      "The column with the codes. Default: the one that has most of them.", valueName: "COLUMN"))
  var code: String?

  /// The choice.
  var choice: ColumnChoice {
    var choice = ColumnChoice()
    choice.code = code
    choice.extensive = extensive
    choice.intensive = intensive
    choice.money = money
    choice.by = by
    return choice
  }
}
