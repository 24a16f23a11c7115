/// Which conclusions of an answer hold whatever is weighed and however it is counted.
///
/// The question is asked as it is, and then once more for each thing that is varied, all else being equal; the statements
/// of the answers are put side by side. Nothing here knows the analysis that is asked: whatever can be asked with another
/// setting and has conclusions can be varied.
public enum SensitivityAnalysis: Analysis {
  /// `sensitivity`.
  public static let name = "sensitivity"
  /// What it answers.
  public static let summary =
    "Which conclusions of overlap, score, impact or profile hold whatever is weighed and however it is counted, and which flip."

  /// Asks again and again.
  public static func run(
    _ request: SensitivityRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> SensitivityResult {
    switch request.question {
    case .overlap(let question): try enquiry.vary(OverlapAnalysis.self, question, by: request.vary)
    case .score(let question): try enquiry.vary(ScoreAnalysis.self, question, by: request.vary)
    case .impact(let question): try enquiry.vary(ImpactAnalysis.self, question, by: request.vary)
    case .profile(let question): try enquiry.vary(ProfileAnalysis.self, question, by: request.vary)
    }
  }
}

extension Enquiry {
  /// Asks an analysis as it is asked, then with each setting.
  fileprivate func vary<Subject: ConcludingAnalysis>(
    _ analysis: Subject.Type, _ request: Subject.Request, by wanted: [Setting]
  ) throws(FootprintsError) -> SensitivityResult {
    progress("asking \(Subject.name)")
    let first = try Subject.run(request, in: self)
    var runs = [SensitivityResult.Run(nil, first)]
    var notRun: [SensitivityResult.NotRun] = []
    var seen = Set(first.settings)
    for setting in wanted.isEmpty ? choices(beside: first.settings) : wanted
    where seen.insert(setting).inserted {
      guard let changed = request.with(setting) else {
        if !wanted.isEmpty {
          notRun.append(.init(setting: setting, reason: "\(Subject.name) has nothing of the kind"))
        }
        continue
      }
      progress("asking \(Subject.name) with \(setting.text)")
      do throws(FootprintsError) {
        try changed.validate()
        runs.append(SensitivityResult.Run(setting, try Subject.run(changed, in: self)))
      } catch {
        // What there are no data for, or what makes no sense here, is told; a file that cannot be read is the end.
        guard error.kind == .usage else { throw error }
        notRun.append(.init(setting: setting, reason: error.message))
      }
    }
    return SensitivityResult(
      analysis: Subject.name, asked: Subject.Result.askedWith(request), runs: runs, notRun: notRun,
      varied: Array(Set(wanted.map(\.name))).sorted())
  }

  /// What a question can be asked again with, besides what it was made by.
  private func choices(beside made: [Setting]) -> [Setting] {
    var settings = Weights.allCases.filter { $0 != .population || study.defaultWeights == .population }
      .map(Setting.weights)
    // By area nothing is counted by small areas.
    if made.contains(where: { $0.name == "membership" }) {
      settings += MembershipMethod.allCases.filter { $0 != .lookup || study.hasTable(role: "lookup") }
        .map(Setting.membership)
    }
    if made.contains(where: { $0.name == "catchment" }) {
      settings += study.catchmentMethods(sites: false).map(Setting.catchment)
    }
    for setting in made {
      switch setting {
      case .tolerance(let tolerance):
        settings += [0.9, 0.95, 0.99].filter { $0 != tolerance }.map(Setting.tolerance)
      case .sliverWidth(let width): settings += [.sliverWidth(width / 2), .sliverWidth(2 * width)]
      case .weights, .membership, .catchment, .threshold: break
      }
    }
    return settings
  }
}

extension ConcludingResult {
  /// What a question was about, in the words of its command: "impact XT1 --process discharge-to-assess".
  fileprivate static func askedWith(_ request: any AnalysisRequest) -> String {
    switch request {
    case let request as ComparisonRequest: "\(request.x) \(request.y)"
    case let request as ImpactAnalysis.Request: "\(request.trust) \(request.process)"
    case let request as ProfileAnalysis.Request: request.organisation
    default: ""
    }
  }
}
