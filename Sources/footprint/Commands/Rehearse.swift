import ArgumentParser
import Footprints

struct Rehearse: ListingCommand {
  typealias Subject = RehearseAnalysis

  static let discussion = """
    SCENARIO is a JSON or YAML file as whatif reads it, with the day of the change and codes of your own for areas that \
    have none yet. Wherever small areas are listed, areas of another layer stand for all of theirs:
      name: Two unitaries for Cumbria
      layer: utla
      date: 2023-04-01
      changes:
        - split: E10000006
          bricks: [E07000026, E07000028, E07000029]
          code: CUMB
          name: Cumberland
        - split: E10000006
          bricks: [E07000027, E07000030, E07000031]
          code: WAF
          name: Westmorland and Furness

    Example:
      footprint rehearse cumbria.yaml
      footprint rehearse cumbria.yaml --format xlsx -o cumbria.xlsx
    """

  @Argument(
    help: "The scenario, a JSON or YAML file.", completion: .file(extensions: ["json", "yaml", "yml"]))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "The layer whose areas change. Default: the scenario’s own, else the layer that plans belong to.",
      valueName: "LAYER"))
  var layer: String?

  @OptionGroup(title: "Which rows") var listing: ListingOptions
  @OptionGroup(title: "Inputs") var study: StudyOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  var request: RehearseRequest {
    var request = RehearseRequest(scenario: scenario)
    request.layer = layer
    return request
  }
}
