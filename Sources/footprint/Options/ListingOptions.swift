import ArgumentParser
import Footprints

/// Which rows are listed, and in which order; shared by every command.
struct ListingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "List only rows about this code, or part of a name, on either side. May be given several times.",
      valueName: "CODE"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "The column, by its name in CSV, that orders the rows: the largest first, words by alphabet. COLUMN:asc and COLUMN:desc say which.",
      valueName: "COLUMN"))
  var sort: String?

  @Option(
    help: ArgumentHelp(
      "List at most so many rows: the first by --sort, else those with most people or area.", valueName: "N"))
  var limit: Int?

  @Flag(help: "List all rows on a terminal too, where otherwise the 20 most important of a table are shown.")
  var all = false

  /// What they ask for.
  var listing: Listing { Listing(only: only, sort: sort, limit: limit) }

  /// How many rows of a table are shown on a terminal; nil for all. Whoever says how many gets as many.
  var rowsOnTerminal: Int? { all || limit != nil ? nil : 20 }
}
