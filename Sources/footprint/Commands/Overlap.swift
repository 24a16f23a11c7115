import ArgumentParser
import Footprints

struct Overlap: ListingCommand {
  typealias Subject = OverlapAnalysis

  static let discussion = """
    Slivers, which come from generalising one boundary twice, are left out and counted; --keep-slivers lists them.

    Example:
      footprint overlap ccg utla
      footprint overlap mine.geojson yours.shp --format csv -o pairs.csv
      footprint overlap ccg utla --format geojson -o pieces.geojson
    """

  @OptionGroup var layers: ComparisonOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: ComparisonRequest { layers.request }
  var sideBySide: SensitivityRequest? { layers.people.areAll ? .byWeights(.overlap(request)) : nil }
}
