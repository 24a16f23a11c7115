import ArgumentParser
import Footprints

struct Processes: ListingCommand {
  typealias Subject = ProcessesAnalysis

  static let discussion = """
    What impact takes as --process. A table of role process-map in the data package replaces the list.

    Example:
      footprint processes
    """

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ProcessesAnalysis.Request { .init() }
}
