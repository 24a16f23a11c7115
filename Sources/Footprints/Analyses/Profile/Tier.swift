/// The organisations of one kind, such as all clinical commissioning groups, with what they hold.
struct Tier: Sendable {
  /// Where the organisations are.
  enum Footprints: Sendable {
    /// Shares of small areas, and the people there; the areas where small areas are divided among them.
    case people(Membership, Bricks, dividedAmong: PreparedLayer?)
    /// Areas.
    case area(PreparedLayer)
  }

  /// The role, such as `ccg`; the layer's name where it has none.
  let role: String
  /// The layer's name, or what is used instead.
  let name: String
  /// What they are called.
  let title: RoleTitle
  /// Code and name of each.
  let units: [NamedCode]
  /// The size of each in m2; nil where there is no polygon.
  let areas: [Double?]
  /// Where they are.
  let footprints: Footprints
  /// The layer that they are the areas of; nil where they have no shapes.
  var layer: PreparedLayer?
  /// How they are made, for trusts by people.
  var catchment: CatchmentMethod?
  /// What flows leave open of them, for trusts whose catchments are made of flows.
  var flows: TierFlows?
  /// What each has outside all small areas: patients from elsewhere; nil for nothing.
  var elsewhere: [Double]?

  /// The people or the area of an organisation.
  func mass(of unit: Int) -> Double {
    switch footprints {
    case .people(let membership, let bricks, _):
      membership.selecting(unit: unit).totals(bricks.people)[0] + (elsewhere?[unit] ?? 0)
    case .area(let layer): layer.area(of: unit)
    }
  }
}

extension Enquiry {
  /// Every tier that people can be counted in: the layers except the small areas, and trusts by their catchments.
  func tiersByPeople(_ request: ProfileAnalysis.Request) throws(FootprintsError) -> [Tier] {
    let bricks = try bricks()
    var tiers: [Tier] = []
    for layer in try tierLayers(except: ["brick", "trust"]) {
      let membership = try membership(of: bricks, in: layer, method: request.membership)
      let areas = request.membership == .apportion ? layer : nil
      tiers.append(Tier(layer, .people(membership, bricks, dividedAmong: areas)))
    }
    guard study.hasLayer(role: "trust") || study.hasTable(role: "flows") else { return tiers }
    let method = request.catchment ?? study.defaultCatchment
    let catchments = try catchments(
      over: bricks, by: method, threshold: request.threshold, membership: request.membership)
    tiers.append(
      Tier(
        role: "trust", name: method == .layer ? "trust" : "catchments (\(method.rawValue))",
        title: RoleTitle(role: "trust", layer: "trust"), units: catchments.trusts, areas: catchments.areas,
        footprints: .people(
          catchments.membership, bricks,
          dividedAmong: request.membership == .apportion ? catchments.layer : nil),
        layer: catchments.layer, catchment: method,
        flows: method.usesFlows
          ? TierFlows(
            bounds: try flowBounds(over: bricks), method: method, threshold: request.threshold,
            told: try toldShares(over: bricks)) : nil))
    return tiers
  }

  /// Every tier by the patients who live in its areas, and trusts by theirs.
  func tiersByFlow(_ request: ProfileAnalysis.Request) throws(FootprintsError) -> [Tier] {
    try refuseCatchment(request.catchment)
    let bricks = try bricks()
    let flows = try patientFlows(over: bricks)
    let names = try organisationNames()
    let counted = bricks.counting(patients: flows.patients)
    var tiers = try tierLayers(except: ["brick", "trust"]).map { (layer) throws(FootprintsError) in
      let membership = try membership(of: bricks, in: layer, method: request.membership)
      return Tier(layer, .people(membership, counted, dividedAmong: nil))
    }
    tiers.append(
      Tier(
        role: "trust", name: "flows of patients", title: RoleTitle(role: "trust", layer: "trust"),
        units: flows.trusts.map { NamedCode(code: $0, name: $0).named(by: names) },
        areas: flows.trusts.map { _ in nil },
        footprints: .people(flows.membership, counted, dividedAmong: nil),
        flows: TierFlows(
          bounds: flows.knowsTotals ? try flowBounds(over: bricks) : nil, method: .proportional,
          threshold: request.threshold, told: flows.told), elsewhere: flows.elsewhere))
    return tiers
  }

  /// Every tier that has a layer.
  func tiersByArea(_ request: ProfileAnalysis.Request) throws(FootprintsError) -> [Tier] {
    if let method = request.catchment, method != .layer {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) are counted in people", reason: .catchmentsCountPeople)
    }
    return try tierLayers(except: ["brick"]).map { Tier($0, .area($0)) }
  }

  /// The layers without some roles, and of several with one role, the first.
  private func tierLayers(except roles: [String]) throws(FootprintsError) -> [PreparedLayer] {
    var layers: [PreparedLayer] = []
    for name in study.layerNames {
      let role = study.role(ofLayer: name)
      if let role, roles.contains(role) || layers.contains(where: { $0.role == role }) { continue }
      layers.append(try layer(name))
    }
    if layers.isEmpty {
      throw FootprintsError(
        .usage, "a profile needs a data package with layers of organisations", reason: .needsPackage)
    }
    return layers
  }
}

extension Tier {
  /// The areas of a layer.
  init(_ layer: PreparedLayer, _ footprints: Footprints) {
    self.init(
      role: layer.role ?? layer.name, name: layer.name,
      title: RoleTitle(role: layer.role, layer: layer.name), units: layer.units,
      areas: (0..<layer.count).map { layer.area(of: $0) }, footprints: footprints, layer: layer)
  }
}
