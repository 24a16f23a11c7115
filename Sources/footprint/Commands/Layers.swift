import ArgumentParser
import Footprints

struct Layers: AnalysisCommand {
  typealias Subject = LayersAnalysis

  static let discussion = """
    Example:
      footprint layers --package england-2021
      footprint layers mine.geojson
    """

  @Argument(help: "Layers of the package, or files; all layers and tables of the package when none is named.")
  var layers: [String] = []

  @OptionGroup var listing: ListingOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  var request: LayersAnalysis.Request { .init(layers: layers) }
}
