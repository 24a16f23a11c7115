/// What a reorganisation does to Better Care Fund plans: which end, split or merge, whose money has no owner until when, who signs.
public enum RehearseAnalysis: Analysis {
  /// `rehearse`.
  public static let name = "rehearse"
  /// What it answers.
  public static let summary =
    "What a reorganisation of councils or boards does to plans: which end, split or merge, whose money has no owner until when, who signs."

  /// Makes the changes, and follows every plan's people.
  public static func run(
    _ request: RehearseRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> RehearseResult {
    let file = try enquiry.file(request.scenario)
    let scenario = try file.reading { () throws(FootprintsError) in try Scenario(file) }
    let plans = try enquiry.plans()
    let boards = try enquiry.boards()
    let layer = try enquiry.layer(request.layer ?? scenario.layer ?? boards.name)
    let studies: ScenarioStudies
    do throws(FootprintsError) {
      studies = try ScenarioStudies(scenario, layer: layer.name, in: enquiry)
    } catch {
      throw error.place?.hasPrefix("change ") == true && error.file == nil ? error.inFile(file.name) : error
    }
    enquiry.note(studies.notices)
    guard let changed = studies.changed else {
      throw FootprintsError(
        .badData, "changes no area of \(layer.name)", file: file.name,
        remedy: "Give it a change 'merge', 'split' or 'move'.")
    }
    // Where the areas that change are no boards of plans, their people are still those of plans.
    let own = try enquiry.membership(of: changed.before.bricks, in: boards, method: .largest)
    return RehearseResult(
      request: request, scenario: scenario, layer: layer,
      rehearsal: Rehearsal(
        plans.plans.filter(\.isInForce), boards: boards, own, from: changed.before, to: changed.after,
        on: scenario.date))
  }
}
