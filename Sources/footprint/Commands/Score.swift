import ArgumentParser
import Footprints

struct Score: AnalysisCommand {
  typealias Subject = ScoreAnalysis

  static let discussion = """
    Example:
      footprint score ccg utla
      footprint score ccg utla --weights area --format csv -o units.csv
    """

  @OptionGroup var layers: ComparisonOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ComparisonRequest { layers.request }
}
