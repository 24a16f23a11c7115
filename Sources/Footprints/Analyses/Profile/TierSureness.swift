/// What flows of patients leave open of a tier of trusts.
struct TierFlows: Sendable {
  /// Between which parts of small areas each trust can have; nil where totals are not known.
  let bounds: FlowBounds?
  let method: CatchmentMethod
  let threshold: Double
  /// The part of each small area's patients whose trust is told.
  let told: [Double]
}

/// How sure it is what an organisation shares with those of a tier, as far as small areas tell.
struct TierSureness: Sendable {
  /// What the numbers rest on.
  let basis: CountBasis
  private let own: Tier
  private let tier: Tier
  private let unit: Int
  private let only: Membership
  private let inTier: Membership
  private let bricks: Bricks
  private let plain: MassMatrix
  private let divided: MassMatrix
  /// What flows leave open of the organisation, where it is a trust.
  private let ownBounds: (low: [Double], high: [Double])?

  /// `only` is the organisation as the only unit, `plain` what it shares with each of the tier by small areas.
  init(
    _ unit: Int, of own: Tier, _ only: Membership, against tier: Tier, _ inTier: Membership, _ bricks: Bricks,
    _ plain: MassMatrix
  ) {
    (self.unit, self.own, self.only) = (unit, own, only)
    (self.tier, self.inTier, self.bricks, self.plain) = (tier, inTier, bricks, plain)
    divided = only.divided(with: inTier, over: bricks)
    basis = CountBasis(bricks, of: only, in: inTier, told: (own.flows ?? tier.flows)?.told)
    ownBounds = own.flows.flatMap { flows in
      flows.bounds?.shares(of: unit, by: flows.method, threshold: flows.threshold)
    }
  }

  /// Of one of the tier: the part of what they share in small areas that a border divides, and between which values
  /// dependence and leverage lie where one of the two is a trust with flows.
  func sureness(_ partner: Int) -> TierProfile.Sureness {
    let share = ratio(divided.mass(0, partner), plain.mass(0, partner))
    if let ownBounds {
      let shares = ShareBounds(
        low: ownBounds.low, high: ownBounds.high, area: shares(inTier, partner), masses: bricks.people,
        elsewhere: own.elsewhere?[unit] ?? 0)
      return .init(dividedShare: share, dependence: shares.ofTrust, leverage: shares.ofArea)
    }
    if let flows = tier.flows, let bounds = flows.bounds {
      let (low, high) = bounds.shares(of: partner, by: flows.method, threshold: flows.threshold)
      let shares = ShareBounds(
        low: low, high: high, area: shares(only, 0), masses: bricks.people,
        elsewhere: tier.elsewhere?[partner] ?? 0)
      return .init(dividedShare: share, dependence: shares.ofArea, leverage: shares.ofTrust)
    }
    return .init(dividedShare: share, dependence: nil, leverage: nil)
  }

  private func shares(_ membership: Membership, _ unit: Int) -> [Double] {
    (0..<membership.brickCount).map { brick in membership[brick].first { $0.unit == unit }?.share ?? 0 }
  }
}
