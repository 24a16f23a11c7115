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
  @OptionGroup var listing: ListingOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: ComparisonRequest { layers.request }
}
