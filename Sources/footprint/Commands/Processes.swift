import ArgumentParser
import Footprints

struct Processes: AnalysisCommand {
  typealias Subject = ProcessesAnalysis

  static let discussion = """
    What impact takes as --process. A table of role process-map in the data package replaces the list.

    Example:
      footprint processes
    """

  @OptionGroup var listing: ListingOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: ProcessesAnalysis.Request { .init() }
}
