/// All that is known about one subject in one document: other analyses, asked together.
public enum ReportAnalysis: Analysis {
  /// `report`.
  public static let name = "report"
  /// What it answers.
  public static let summary =
    "A page to put on the table: a trust and its change, an organisation, two layers, or a package, with maps."

  /// Asks the analyses that have something to say about the subject.
  public static func run(
    _ request: ReportRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> ReportResult {
    var report = ReportResult(request: request)
    switch request.subjects.count {
    case 0: try enquiry.report(onPackage: &report)
    case 1:
      if let process = request.process {
        try enquiry.report(on: request.subjects[0], changing: process, &report)
      } else {
        report.profile = try ProfileAnalysis.run(profile(request), in: enquiry)
        enquiry.vary(.profile(profile(request)), &report)
        try enquiry.checkLayers(ofPartners: &report)
      }
    default:
      var comparison = ComparisonRequest(x: request.subjects[0], y: request.subjects[1])
      comparison.weights = request.weights
      comparison.membership = request.membership
      report.overlap = try OverlapAnalysis.run(comparison, in: enquiry)
      report.score = try ScoreAnalysis.run(comparison, in: enquiry)
      report.check = try CheckAnalysis.run(CheckRequest(layers: request.subjects), in: enquiry)
      enquiry.vary(.score(comparison), &report)
    }
    return report
  }

  /// The organisation against every tier.
  fileprivate static func profile(_ request: ReportRequest) -> ProfileAnalysis.Request {
    var profile = ProfileAnalysis.Request(organisation: request.subjects[0])
    profile.tier = request.process == nil ? request.tier : "trust"
    profile.weights = request.weights
    profile.membership = request.membership
    profile.catchment = request.catchment
    profile.threshold = request.threshold
    return profile
  }
}

extension Enquiry {
  /// What a trust's change touches, the whole footprint of the trust, and conflicts of the boundaries that count.
  fileprivate func report(
    on trust: String, changing process: String, _ report: inout ReportResult
  ) throws(FootprintsError) {
    let request = report.request
    var impact = ImpactAnalysis.Request(trust: trust, process: process)
    impact.catchment = request.catchment
    impact.threshold = request.threshold
    impact.weights = request.weights
    impact.membership = request.membership
    impact.coverage = request.coverage
    let found = try ImpactAnalysis.run(impact, in: self)
    report.impact = found
    vary(.impact(impact), &report)
    var profile = ReportAnalysis.profile(request)
    profile.organisation = found.impact.trust.organisation.code
    report.profile = context("the trust against every tier") { () throws(FootprintsError) in
      try ProfileAnalysis.run(profile, in: self)
    }
    guard let places = found.places else { return }
    let layers = [places.trust?.layer, places.boards].compactMap(\.self).filter { $0.role != "brick" }
    let plans = found.impact.plans + found.impact.plansWithoutMatch
    try check(
      layers.map(\.name), about: [found.impact.trust.organisation.code] + plans.flatMap(\.plan.boards),
      &report)
  }

  /// Conflicts of an organisation and its partners.
  fileprivate func checkLayers(ofPartners report: inout ReportResult) throws(FootprintsError) {
    guard let profile = report.profile else { return }
    let tiers = [profile.tier] + profile.tiers.map(\.tier)
    let layers = tiers.compactMap(\.layer).map(\.name)
    let partners = profile.tiers.flatMap(\.partners).map(\.organisation.code)
    try check(layers, about: [profile.organisation.code] + partners, &report)
  }

  /// Conflicts of some layers as far as they concern some areas.
  private func check(
    _ layers: [String], about codes: [String], _ report: inout ReportResult
  ) throws(FootprintsError) {
    guard !layers.isEmpty else { return }
    let checked = context("conflicts of the boundaries") { () throws(FootprintsError) in
      try study.kept.value("check \(layers)") { () throws(FootprintsError) in
        try study.run(CheckAnalysis.self, CheckRequest(layers: layers))
      }
    }
    guard let checked else { return }
    // The same for whoever asks first and for whoever finds it made.
    adopt(checked.inputs)
    note(checked.inputs.notices)
    report.check = checked.result.about(Set(codes))
  }

  /// Asks the question otherwise. What is to be said of those answers alone is not about this page.
  fileprivate func vary(_ question: SensitivityRequest.Question, _ report: inout ReportResult) {
    let varied = context("how sure the conclusions are") { () throws(FootprintsError) in
      try study.run(SensitivityAnalysis.self, SensitivityRequest(question))
    }
    guard let varied else { return }
    adopt(varied.inputs)
    report.sensitivity = varied.result
  }

  /// What is in the package, how coterminous its tiers are, and what is wrong with it.
  fileprivate func report(onPackage report: inout ReportResult) throws(FootprintsError) {
    guard study.package != nil else {
      throw FootprintsError(.usage, "a report without a subject needs a data package", reason: .needsPackage)
    }
    report.layers = try LayersAnalysis.run(LayersAnalysis.Request(), in: self)
    let tiers = (report.layers?.layers ?? []).filter { $0.role != nil && $0.role != "brick" }
    for (number, x) in tiers.enumerated() {
      for y in tiers[(number + 1)...] {
        progress("comparing \(x.name) with \(y.name)")
        let score = context("\(x.name) against \(y.name)") { () throws(FootprintsError) in
          try ScoreAnalysis.run(ComparisonRequest(x: x.name, y: y.name), in: self)
        }
        if let score { report.tiers.append(TierPair(score)) }
      }
    }
    report.check = try CheckAnalysis.run(CheckRequest(), in: self)
  }
}
