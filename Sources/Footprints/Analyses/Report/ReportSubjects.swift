extension Study {
  /// The organisations of a layer, or the trusts that have a catchment, for a report on each.
  ///
  /// Throws `usage` for a layer that is not in the package, for small areas, and for more areas than anybody reads about.
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
      let layer = try enquiry.layer(role)
      guard !isOutside(role) else {
        throw FootprintsError(
          .usage, "'\(role)' is no layer of the package, against whose tiers each area is reported on",
          remedy: "Add it to a package, or report on it and one other layer.")
      }
      guard layer.role != "brick" else {
        throw FootprintsError(
          .usage, "\(layer.name) are the small areas that people are counted in, not organisations",
          remedy: "Choose a layer of organisations.")
      }
      units = layer.units
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
