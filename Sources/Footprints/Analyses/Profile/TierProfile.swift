/// One organisation against the organisations of one tier.
struct TierProfile: Sendable {
  /// An organisation of the tier that shares people, or area, with the one profiled.
  struct Partner: Sendable {
    let organisation: NamedCode
    /// What the two share.
    let shared: Double
    /// The share of the profiled organisation that lies in the partner, 0...1.
    let dependence: Double
    /// The share of the partner that lies in the profiled organisation, 0...1.
    let leverage: Double
    /// The direction in which the rest of the partner lies; nil where it has none.
    let bearing: Bearing?
    /// How sure it is what the two share; nil by area.
    let sureness: Sureness?
  }

  /// How sure it is what an organisation and a partner share.
  struct Sureness: Sendable {
    /// The part of it in small areas that a border divides, 0...1.
    let dividedShare: Double
    /// Between which values dependence lies, given what flows leave open; nil where neither is a trust with flows.
    let dependence: ClosedRange<Double>?
    /// The same of leverage.
    let leverage: ClosedRange<Double>?
  }

  let tier: Tier
  /// The partners, the largest share of the organisation first.
  let partners: [Partner]
  /// The corner index of the organisation in the tier.
  let cornerIndex: Double
  /// Effective number of partners (Shannon).
  let effectivePartners: Double
  /// The share of the organisation in no organisation of the tier.
  let uncovered: Double
  /// The share of the organisation in slivers, which are neither counted nor uncovered.
  let inSlivers: Double
  /// What the numbers rest on; nil by area.
  let basis: CountBasis?

  /// `matrix` has the organisation as its only unit of X; `bearing` gives the direction of a partner's rest.
  init(
    tier: Tier, matrix: MassMatrix, sureness: TierSureness? = nil, bearing: (MassMatrix.Cell) -> Bearing?
  ) {
    self.tier = tier
    basis = sureness?.basis
    partners = matrix.row(0).map { cell in
      Partner(
        organisation: tier.units[cell.y], shared: cell.mass, dependence: matrix.xShare(cell),
        leverage: matrix.yShare(cell), bearing: bearing(cell), sureness: sureness?.sureness(cell.y))
    }.sorted { ($1.dependence, $0.organisation.code) < ($0.dependence, $1.organisation.code) }
    // The corner index is defined on columns.
    cornerIndex = matrix.transposed.yCornerIndex(0)
    effectivePartners = matrix.xEffectivePartnersShannon(0)
    uncovered = ratio(matrix.xUncovered(0), matrix.xTotals[0])
    inSlivers = matrix.xSliverShare
  }
}

extension Enquiry {
  /// An organisation of one tier against the organisations of another.
  func profile(of unit: Int, in own: Tier, against tier: Tier) throws(FootprintsError) -> TierProfile {
    switch (own.footprints, tier.footprints) {
    case (.people(let inOwn, let bricks, let ownAreas), .people(let inTier, _, let areas)):
      let only = inOwn.selecting(unit: unit)
      let plain = only.shared(with: inTier, masses: bricks.people, unit: bricks.unit)
      let sureness = TierSureness(unit, of: own, only, against: tier, inTier, bricks, plain)
      let shared =
        if let ownAreas, let areas {
          try apportioned(in: self.only(unit, of: ownAreas), and: areas)
        } else {
          plain.addingElsewhere(
            x: own.elsewhere.map { [$0[unit]] }, y: tier.elsewhere)
        }
      let centres = PeopleCentres(bricks)
      let home = centres.centre { brick in only[brick].first?.share ?? 0 }
      return TierProfile(tier: tier, matrix: shared, sureness: sureness) { cell in
        let rest = centres.centre { brick in
          (inTier[brick].first { $0.unit == cell.y }?.share ?? 0) * (1 - (only[brick].first?.share ?? 0))
        }
        return home.flatMap { home in rest.flatMap { Bearing(from: home, to: $0) } }
      }
    case (.area(let ownLayer), .area(let layer)):
      return try profile(only(unit, of: ownLayer), against: layer, tier)
    default: throw FootprintsError(.fault, "tiers of a profile are counted in two ways")
    }
  }

  /// The only area of a layer against the areas of another, slivers left out.
  private func profile(
    _ only: PreparedLayer, against layer: PreparedLayer, _ tier: Tier
  ) throws(FootprintsError) -> TierProfile {
    let table = try overlap(only, layer)
    let slivers = try Slivers(table, x: only, y: layer, jobs: jobs)
    note([Notice.crudeBorders(slivers.rule, x: only, y: layer)].compactMap(\.self))
    let home = only.geometry.centroid(of: 0)
    let touched = table.pairs.map(\.y)
    let own = try SelfOverlap(
      layer, among: touched, whole: touched.reduce(0) { $0 + table.yAreas[$1] }, jobs: jobs)
    note(Notice.overlapping(own, in: layer))
    let repeated = try RepeatedAreas(
      table, x: only.geometry, y: layer.geometry, xOwn: nil, yOwn: own, jobs: jobs)
    let matrix = table.settingAside(slivers.areSlivers, in: table.matrix(repeated))
    note(Notice.sliverLosses(matrix, x: only, y: layer))
    return TierProfile(tier: tier, matrix: matrix) { cell in
      guard let home, let common = table.pairs.first(where: { $0.y == cell.y })?.centroid,
        let whole = layer.geometry.centroid(of: cell.y)
      else { return nil }
      let (size, rest) = (table.yAreas[cell.y], table.yAreas[cell.y] - cell.mass)
      // What is left of a partner along a border drawn differently lies nowhere in particular.
      guard rest > 0.01 * size else { return nil }
      let centre = Coordinate(
        (whole.x * size - common.x * cell.mass) / rest, (whole.y * size - common.y * cell.mass) / rest)
      return Bearing(from: home, to: centre)
    }
  }
}

/// Where people live, as far as small areas show: each in the middle of their own.
private struct PeopleCentres {
  private let bricks: Bricks
  private let places: [Coordinate?]

  init(_ bricks: Bricks) {
    self.bricks = bricks
    places = bricks.places ?? (0..<bricks.layer.count).map { bricks.layer.geometry.centroid(of: $0) }
  }

  /// The mean place of the people whose part of each small area `share` gives; nil where that is less than half a
  /// person.
  func centre(_ share: (Int) -> Double) -> Coordinate? {
    var (people, x, y) = (0.0, 0.0, 0.0)
    for (brick, place) in places.enumerated() {
      guard let place else { continue }
      let part = bricks.people[brick] * share(brick)
      people += part
      x += part * place.x
      y += part * place.y
    }
    return people >= 0.5 ? Coordinate(x / people, y / people) : nil
  }
}
