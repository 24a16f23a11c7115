import ArgumentParser
import Footprints

struct Dissolve: ListingCommand {
  typealias Subject = DissolveAnalysis

  static let discussion = """
    Groups are told by a field of the layer’s file, or by a table with the code of an area and that of its group in each \
    row; without either, all areas become one. No vertex moves, except where areas of a group overlap each other.

    Example:
      footprint dissolve msoa --lookup lookup.csv --by LTLA21CD -o ltla.geojson
      footprint dissolve mine.geojson --by region --format csv
      footprint dissolve ccg -o outline.geojson
    """

  @Argument(help: "A layer of the package, or a file.", completion: Completions.layer)
  var layer: String

  @OptionGroup(title: "Which groups") var groups: GroupOptions
  @OptionGroup(title: "Fields of the file") var fields: LayerFieldOptions
  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: DissolveAnalysis.Request {
    var request = DissolveAnalysis.Request(layer: layer)
    request.options = LayerOptions(codeField: fields.code, nameField: fields.label)
    request.by = groups.by
    request.lookup = groups.lookup
    return request
  }
}

/// Which areas belong together.
struct GroupOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The field of the layer’s file, or the column of the lookup, with the groups. Default: the only other column of codes of the lookup.",
      valueName: "FIELD"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "A table of the package by its name, or a CSV file: a row for each area, with its code and that of its group.",
      valueName: "TABLE"), completion: .file(extensions: ["csv"]))
  var lookup: String?
}

/// Where codes and names are, for a file that does not tell.
struct LayerFieldOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The field of the areas’ codes.", valueName: "FIELD"))
  var code: String?

  @Option(help: ArgumentHelp("The field of their names.", valueName: "FIELD"))
  var label: String?
}
