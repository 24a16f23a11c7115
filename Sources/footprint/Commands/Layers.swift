import ArgumentParser
import Footprints

struct Layers: ListingCommand {
  typealias Subject = LayersAnalysis

  static let discussion = """
    Example:
      footprint layers --package england-2021
      footprint layers mine.geojson
    """

  @Argument(
    help: "Layers of the package, or files; all layers and tables of the package when none is named.",
    completion: Completions.layer)
  var layers: [String] = []

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: LayersAnalysis.Request { .init(layers: layers) }
}
