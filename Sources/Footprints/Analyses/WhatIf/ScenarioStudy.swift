extension Study {
  /// The same study with other layers, found by their names and roles, and other plans. What was made from the package is shared.
  func replacing(layers: [PreparedLayer], plans: BetterCareFundPlans?) -> Study {
    var given = given
    let names = Set(layers.map(\.name))
    given.layers = layers + given.layers.filter { !names.contains($0.name) }
    if let plans { given.plans = plans }
    return Study(self, given: given)
  }
}

/// The studies before and after a scenario. In both, layers that it touches are made of whole small areas, so that they differ in nothing
/// but its changes.
struct ScenarioStudies: Sendable {
  let before: Study
  let after: Study
  /// The layer that changes, made of small areas, before and after; nil where none does.
  let changed: (before: BrickLayer, after: BrickLayer)?
  let notices: [Notice]

  /// Makes all changes, one after the other.
  ///
  /// Throws `usage` for codes that are not known, and areas that cannot change so.
  init(_ scenario: Scenario, layer named: String?, in enquiry: Enquiry) throws(FootprintsError) {
    let bricks = try enquiry.bricks()
    guard !bricks.arePoints else {
      throw FootprintsError(
        .usage,
        "areas change by whole small areas, and those of \(bricks.layer.name) are points, without outlines")
    }
    var layers: [String: (before: BrickLayer, after: BrickLayer)] = [:]
    var order: [String] = []
    var plans: BetterCareFundPlans?
    var notices: [Notice] = []
    func change(
      _ name: String, _ body: (inout BrickLayer) throws(FootprintsError) -> Void
    ) throws(FootprintsError) {
      if layers[name] == nil {
        let made = try enquiry.brickLayer(name, bricks)
        layers[name] = (made, made)
        order.append(name)
      }
      guard var own = layers[name] else { return }
      try body(&own.after)
      layers[name] = own
    }
    for (number, item) in scenario.changes.enumerated() {
      do throws(FootprintsError) {
        func main() throws(FootprintsError) -> String {
          if let named { return named }
          throw FootprintsError(
            .usage, "does not say which layer changes", remedy: "Give it a member 'layer'.",
            reason: .noScenarioLayer)
        }
        switch item {
        case .merge(let codes, let code, let name):
          var made: (codes: [String], unit: NamedCode)?
          try change(main()) { (own) throws(FootprintsError) in
            made = try own.merge(codes, code: code, name: name)
          }
          // Groups that become one sign as one.
          if let made, enquiry.study.given.plans != nil || enquiry.study.hasTable(role: "bcf-plans") {
            var own: BetterCareFundPlans
            if let plans { own = plans } else { own = try enquiry.plans() }
            own.mergePartners(made.codes, into: made.unit)
            plans = own
          }
        case .split(let code, let places, let new, let name):
          let places = try enquiry.smallAreas(places, of: bricks)
          try change(main()) { (own) throws(FootprintsError) in
            try own.split(code, places, into: new, name: name)
          }
        case .move(let places, let code):
          let places = try enquiry.smallAreas(places, of: bricks)
          var had: [String] = []
          try change(main()) { (own) throws(FootprintsError) in had = try own.move(places, to: code) }
          if !had.isEmpty {
            notices.append(
              Notice(
                .warning, "no-change", "change \(number + 1): \(CodeList(had)) belonged to \(code) already"))
          }
        case .catchment(let trust, let places):
          let places = try enquiry.smallAreas(places, of: bricks)
          try change("trust") { (own) throws(FootprintsError) in
            try own.replace(trust, with: own.places(of: places))
          }
        case .method(let method, let threshold, let trust):
          guard method != .proportional else {
            throw FootprintsError(
              .usage, "catchments by proportions have no small areas of their own",
              remedy: "Choose another method.")
          }
          let made = try enquiry.catchments(
            over: bricks, by: method, threshold: threshold, membership: .largest)
          try change("trust") { (own) throws(FootprintsError) in
            let codes = try trust.map { (code) throws(FootprintsError) in [own.units[try own.unit(code)].code]
            }
            for code in codes ?? own.units.map(\.code) {
              let unit = made.trusts.firstIndex { $0.code == code }
              let places = unit.map { unit in
                (0..<made.membership.brickCount).filter { made.membership[$0].contains { $0.unit == unit } }
              }
              try own.replace(code, with: places ?? [])
            }
          }
        case .partners(let plan, let add, let remove):
          let own: BetterCareFundPlans
          if let plans { own = plans } else { own = try enquiry.plans() }
          plans = try own.changing(plan, add: add, remove: remove)
        }
      } catch {
        var error = error
        error.place = error.place ?? "change \(number + 1)"
        throw error
      }
    }
    var (old, new): ([PreparedLayer], [PreparedLayer]) = ([], [])
    for name in order {
      guard let own = layers[name] else { continue }
      let (before, after) = (
        try own.before.layer(jobs: enquiry.jobs), try own.after.layer(jobs: enquiry.jobs)
      )
      old.append(before.layer)
      new.append(after.layer)
      let empty = after.empty.map(\.code).filter { code in !before.empty.contains { $0.code == code } }
      if !empty.isEmpty {
        notices.append(
          Notice(
            .warning, "no-bricks",
            "\(CodeList(empty)) of \(name) \(Wording.form(empty.count, "has", "have")) no small area left and \(Wording.form(empty.count, "is", "are")) gone"
          ))
      }
      for (code, count) in own.after.torn(since: own.before, before.layer, after.layer) {
        notices.append(
          Notice(
            .information, "parts",
            "\(code) of \(name) is in \(Wording.plural(count, "part")), more than before"))
      }
    }
    changed = named.flatMap { layers[$0] }
    before = enquiry.study.replacing(layers: old, plans: nil)
    after = enquiry.study.replacing(layers: new, plans: plans)
    self.notices = notices
  }
}

extension BrickLayer {
  /// The areas that consist of more parts than before, with how many they have.
  fileprivate func torn(
    since before: BrickLayer, _ old: PreparedLayer, _ new: PreparedLayer
  ) -> [(code: String, parts: Int)] {
    new.codes.indices.compactMap { area in
      let parts = new.geometry.polygons(of: area).count
      let was = old.index(ofCode: new.codes[area]).map { old.geometry.polygons(of: $0).count }
      guard let was, parts > was else { return nil }
      return (new.codes[area], parts)
    }
  }
}

extension Enquiry {
  /// A layer made of whole small areas; trusts have their catchments where there is no layer of them.
  fileprivate func brickLayer(_ name: String, _ bricks: Bricks) throws(FootprintsError) -> BrickLayer {
    if name == "trust", !study.hasLayer(role: "trust") {
      let catchments = try catchments(over: bricks, by: .fptp, threshold: 0.3, membership: .largest)
      guard let shapes = try catchments.shapes(over: bricks, jobs: jobs) else {
        throw FootprintsError(.usage, "the catchments of trusts have no outlines")
      }
      let kept = catchments.trusts.indices.filter { !shapes.polygons(of: $0).isEmpty }
      let layer = try PreparedLayer(
        "trust", role: "trust", resolution: bricks.layer.resolution,
        codes: kept.map { catchments.trusts[$0].code },
        names: kept.map { catchments.trusts[$0].name }, areas: shapes.selecting(kept),
        working: bricks.layer.origin.transformation.target.definition, jobs: jobs)
      return BrickLayer(
        layer, layer.units, try membership(of: bricks, in: layer, method: .largest), over: bricks)
    }
    let layer = try layer(name)
    return BrickLayer(
      layer, layer.units, try membership(of: bricks, in: layer, method: .largest), over: bricks)
  }
}

extension Enquiry {
  /// The codes of small areas, where those of areas of another layer of the package stand for all small areas that are mostly in them. What is
  /// neither stays as it is.
  fileprivate func smallAreas(_ codes: [String], of bricks: Bricks) throws(FootprintsError) -> [String] {
    var open = Set(
      zip(codes, bricks.layer.codeIndex.positions(of: codes).positions).filter { $0.1 == nil }.map(\.0))
    if open.isEmpty { return codes }
    var meant: [String: [String]] = [:]
    for name in study.layerNames where !open.isEmpty {
      guard let role = study.role(ofLayer: name), role != "brick", role != "trust" else { continue }
      let layer = try layer(name)
      let found = zip(open.sorted(), layer.codeIndex.positions(of: open.sorted()).positions)
      for (code, place) in found {
        guard let place else { continue }
        let membership = try membership(of: bricks, in: layer, method: .largest)
        meant[code] = bricks.layer.codes.indices.filter { membership[$0].contains { $0.unit == place } }
          .map { bricks.layer.codes[$0] }
        open.remove(code)
      }
    }
    return codes.flatMap { meant[$0] ?? [$0] }
  }
}

extension BetterCareFundPlans {
  /// The same plans with other partners in one of them.
  ///
  /// Throws `usage` for a plan that is not there, and for a partner to leave who takes no part in it.
  fileprivate func changing(
    _ id: String, add: [BetterCareFundPlan.Partner], remove: [String]
  ) throws(FootprintsError) -> BetterCareFundPlans {
    let names = plans.map { NamedCode(code: $0.id, name: $0.name) }
    let place = try names.position(of: id, kind: ("plan", "plans"))
    var copy = self
    var partners = plans[place].partners
    for code in remove {
      guard partners.contains(where: { $0.organisation.code.codeKey == code.codeKey }) else {
        throw FootprintsError(
          .usage, "'\(code)' takes no part in the plan \(plans[place].id)",
          remedy: suggestion(for: code, among: partners.map(\.organisation.code), kind: "partners"))
      }
      partners.removeAll { $0.organisation.code.codeKey == code.codeKey }
    }
    for partner in add {
      if partners.contains(where: { $0.organisation.code.codeKey == partner.organisation.code.codeKey }) {
        throw FootprintsError(
          .usage, "'\(partner.organisation.code)' takes part in the plan \(plans[place].id) already")
      }
      partners.append(partner)
    }
    copy.setPartners(partners, ofPlanAt: place)
    return copy
  }
}
