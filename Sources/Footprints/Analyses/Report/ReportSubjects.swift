extension Study {
  /// The organisations of a layer, or the trusts that have a catchment, for a report on each.
  ///
  /// Throws `usage` where there are none.
  package func organisations(
    of role: String, _ request: ReportRequest
  ) throws(FootprintsError) -> [NamedCode] {
    let enquiry = Enquiry(self)
    let units: [NamedCode]
    if role == "trust", request.weights != .area {
      let method = request.catchment ?? defaultCatchment
      units =
        method == .layer
        ? try enquiry.requiredLayer(role: role).units
        : try enquiry.catchments(
          over: enquiry.bricks(), by: method, threshold: request.threshold, membership: request.membership
        ).trusts
    } else {
      units = try enquiry.layer(role).units
    }
    guard units.count <= Self.mostReports else {
      throw FootprintsError(
        .usage, "\(role) has \(Wording.plural(units.count, "area")); a report for each is too many",
        remedy: "Choose a layer of up to \(Wording.grouped(Self.mostReports)) areas.")
    }
    return units
  }

  private static let mostReports = 2000

  /// What many reports are about.
  package func title(ofReportsOn role: String, process: String?) throws(FootprintsError) -> String {
    let many = RoleTitle(role: role, layer: role).many
    guard let process else { return "Reports on \(many)" }
    return "\(Wording.sentence(many)): \(try Enquiry(self).processMap().process(named: process).name)"
  }
}
