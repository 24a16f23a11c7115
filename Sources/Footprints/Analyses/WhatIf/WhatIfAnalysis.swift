/// What a change of boundaries, catchments or partners would do to scores, a profile and an impact.
public enum WhatIfAnalysis: Analysis {
  /// `whatif`.
  public static let name = "whatif"
  /// What it answers.
  public static let summary =
    "Scores, profile and impact before and after areas merge, are divided or exchange small areas; and which single changes would help most."

  /// Makes the changes and asks everything twice.
  public static func run(_ request: WhatIfRequest, in enquiry: Enquiry) throws(FootprintsError)
    -> WhatIfResult
  {
    let file = try request.scenario.map { (path) throws(FootprintsError) in try enquiry.file(path) }
    let scenario = try file.map { (bytes) throws(FootprintsError) in
      try bytes.reading { () throws(FootprintsError) in try Scenario(bytes) }
    }
    do throws(FootprintsError) {
      return try run(request, scenario, in: enquiry)
    } catch {
      // What a scenario asks for cannot be: it is the scenario that has to change.
      throw error.place?.hasPrefix("change ") == true && error.file == nil
        ? error.inFile(file?.name ?? "") : error
    }
  }

  private static func run(
    _ request: WhatIfRequest, _ scenario: Scenario?, in enquiry: Enquiry
  ) throws(FootprintsError) -> WhatIfResult {
    let layer = request.layer ?? scenario?.layer
    let named = try layer.map { (name) throws(FootprintsError) in try enquiry.layer(name).name }
    let studies = try ScenarioStudies(scenario ?? Scenario(changes: []), layer: named, in: enquiry)
    enquiry.note(studies.notices)
    var result = WhatIfResult(request: request, scenario: scenario, layer: named)
    var other = request.against ?? scenario?.against
    if let named, other == nil { other = try enquiry.otherLayer(of: named) }
    if let named, let other {
      let against = try enquiry.layer(other).name
      var comparison = ComparisonRequest(x: named, y: against)
      comparison.weights = .population
      comparison.tolerance = request.tolerance
      if scenario != nil {
        result.scores = try enquiry.both(ScoreAnalysis.self, studies) { _ in comparison }
      }
      if request.suggest > 0 {
        enquiry.progress("searching for changes of \(named)")
        let search = try SuggestionSearch(
          request, layer: enquiry.layer(named), against: enquiry.layer(against), in: enquiry)
        result.suggestions = try search.best(request.suggest)
      }
    } else if request.suggest > 0 || scenario?.changes.contains(where: \.isOfLayer) == true {
      throw FootprintsError(
        .usage,
        named == nil ? "no layer is named that changes" : "no layer is named to score \(named ?? "") against",
        reason: named == nil ? .noScenarioLayer : .noOtherLayer)
    }
    if let trust = request.trust, let process = request.process {
      result.impacts = try enquiry.both(ImpactAnalysis.self, studies) { _ in
        ImpactAnalysis.Request(trust: trust, process: process)
      }
    }
    if let organisation = request.profile {
      result.profiles = try enquiry.both(ProfileAnalysis.self, studies) { _ in
        ProfileAnalysis.Request(organisation: organisation)
      }
    }
    result.arrange()
    return result
  }
}

extension Scenario {
  fileprivate init(changes: [Change]) {
    (name, layer, against, date, self.changes) = (nil, nil, nil, nil, changes)
  }
}

extension Scenario.Change {
  /// Whether it is about the areas of the layer that the scenario names.
  fileprivate var isOfLayer: Bool {
    switch self {
    case .merge, .split, .move: true
    case .catchment, .method, .partners: false
    }
  }
}

extension Enquiry {
  /// The answers to one question before and after a scenario.
  fileprivate func both<Subject: Analysis>(
    _ analysis: Subject.Type, _ studies: ScenarioStudies, _ request: (Bool) -> Subject.Request
  ) throws(FootprintsError) -> BeforeAfter<Subject.Result> {
    func ask(_ study: Study, _ isAfter: Bool) throws(FootprintsError) -> Subject.Result {
      let answer = try study.run(analysis, request(isAfter))
      // Both were made of small areas for this, whatever the layers' own resolution.
      note(answer.inputs.notices.filter { $0.code != "mixed-resolution" })
      adopt(answer.inputs)
      return answer.result
    }
    return BeforeAfter(before: try ask(studies.before, false), after: try ask(studies.after, true))
  }

  /// The layer that people mean by the other one: authorities for the layers of the NHS, groups or boards for authorities; nil where it
  /// cannot be guessed.
  fileprivate func otherLayer(of name: String) throws(FootprintsError) -> String? {
    let role = try layer(name).role ?? ""
    let candidates =
      ["utla", "ltla", "hwb"].contains(role) ? ["ccg", "sicbl", "icb", "stp"] : ["utla", "hwb", "ltla"]
    return candidates.first { $0 != role && study.hasLayer(role: $0) }
  }
}
