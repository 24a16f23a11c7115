import ArgumentParser
import Footprints

struct Locate: ListingCommand {
  typealias Subject = LocateAnalysis

  static let discussion = """
    Points are a CSV file with easting and northing or longitude and latitude, such as a directory of postcodes, or \
    GeoJSON points. The result has one row per point: its identifier, and for each layer the code and name of the area \
    that holds it.

    Example:
      footprint locate postcodes.csv utla icb -o areas.csv
      footprint locate practices.csv mine.geojson --code practice_code --x EAST --y NORTH
    """

  @Argument(help: "Points: a CSV or GeoJSON file, or points of the package.", completion: Completions.points)
  var points: String

  @Argument(help: "Layers of the package, or files.", completion: Completions.layer)
  var layers: [String]

  @OptionGroup(title: "Fields of the points") var fields: PointFieldOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: LocateAnalysis.Request {
    var request = LocateAnalysis.Request(points: points, areas: layers)
    request.options = PointOptions(
      codeField: fields.code, nameField: fields.label, xField: fields.x, yField: fields.y)
    return request
  }
}

/// Where identifiers, names and coordinates of points are, for files that do not tell.
struct PointFieldOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The field of the points’ identifiers.", valueName: "FIELD"))
  var code: String?

  @Option(help: ArgumentHelp("The field of their names.", valueName: "FIELD"))
  var label: String?

  @Option(help: ArgumentHelp("The column of eastings or longitudes.", valueName: "COLUMN"))
  var x: String?

  @Option(help: ArgumentHelp("The column of northings or latitudes.", valueName: "COLUMN"))
  var y: String?
}
