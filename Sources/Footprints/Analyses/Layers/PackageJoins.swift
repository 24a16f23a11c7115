/// What goes wrong when layers and tables of a package are brought together, found by doing what the analyses do: whoever
/// asks what is in a package learns it before anything else is asked.
struct PackageJoins {
  private let enquiry: Enquiry
  private let layers: [PreparedLayer]
  /// What has been said of single layers and tables.
  private let said: Set<String>

  /// Joins what could be read.
  init(_ result: LayersResult, in enquiry: Enquiry) {
    self.enquiry = enquiry
    layers = result.layers
    said = Set(
      result.failures.map(\.error.description) + result.tables.flatMap { $0.notices.map(\.message) })
  }

  /// What is noticed, each once, in the order of the joins.
  func problems() -> [Notice] {
    let before = enquiry.inputs.notices.count
    let study = enquiry.study
    attempt { () throws(FootprintsError) in _ = try enquiry.processMap() }
    attempt { () throws(FootprintsError) in _ = try enquiry.organisationNames() }
    if study.given.plans != nil || study.hasTable(role: "bcf-plans") {
      attempt { () throws(FootprintsError) in
        let plans = try enquiry.plans()
        _ = try enquiry.boardGroups(plans, try enquiry.boards())
      }
    }
    if study.defaultWeights == .population {
      attempt { () throws(FootprintsError) in try joinPeople(try enquiry.bricks()) }
    }
    noteDifferences()
    return enquiry.inputs.notices.dropFirst(before).filter { !said.contains($0.message) }
  }

  /// Small areas with every layer and table that people are counted through.
  private func joinPeople(_ bricks: Bricks) throws(FootprintsError) {
    for layer in layers where layer.role != "brick" {
      attempt { () throws(FootprintsError) in
        _ = try enquiry.membership(of: bricks, in: layer, method: .largest)
      }
    }
    let study = enquiry.study
    if let package = study.package, package.points.contains(where: { $0.request.role == "brick-points" }) {
      for layer in layers where layer.role != "brick" {
        attempt { () throws(FootprintsError) in
          _ = try enquiry.membership(of: bricks, in: layer, method: .centroid)
        }
      }
    }
    if study.hasTable(role: "flows") {
      attempt { () throws(FootprintsError) in
        _ = try enquiry.catchments(over: bricks, by: .fptp, threshold: 1, membership: .largest)
      }
    }
    guard study.hasTable(role: "lookup") else { return }
    // No lookup need know every layer; one that knows none is of no use.
    var failure: FootprintsError?
    var isOfUse = false
    for layer in layers where layer.role != "brick" {
      do throws(FootprintsError) {
        _ = try enquiry.membership(of: bricks, in: layer, method: .lookup)
        isOfUse = true
      } catch {
        failure = failure ?? error
      }
    }
    if !isOfUse, let failure { throw failure }
  }

  /// Layers so different in detail, or of so different years, that comparing them warns.
  private func noteDifferences() {
    let compared = layers.filter { $0.role != "brick" }
    guard let fine = compared.min(by: { $0.resolution.tolerance < $1.resolution.tolerance }),
      let coarse = compared.max(by: { $0.resolution.tolerance < $1.resolution.tolerance })
    else { return }
    enquiry.note(LayerComparison.resolutionNotices(fine, coarse))
    if let coast = compared.first(where: { $0.resolution.clip == .coast }),
      let realm = compared.first(where: { $0.resolution.clip == .realm })
    {
      enquiry.note(LayerComparison.resolutionNotices(coast, realm))
    }
    let dated = compared.compactMap { layer in
      layer.vintage.flatMap(CalendarYear.init).map { (layer: layer, year: $0) }
    }
    guard let oldest = dated.min(by: { $0.year < $1.year }), let newest = dated.max(by: { $0.year < $1.year })
    else { return }
    enquiry.note([Notice.vintages(oldest.layer, newest.layer)].compactMap(\.self))
  }

  /// Does what an analysis does; what makes it fail there is a warning here.
  private func attempt(_ join: () throws(FootprintsError) -> Void) {
    do throws(FootprintsError) {
      try join()
    } catch {
      if !said.contains(error.description) {
        enquiry.note([Notice(.warning, "cannot-be-joined", error.description)])
      }
    }
  }
}
