/// What a trust and plans share as far as small areas tell, for how sure it is.
struct CountedExposures: Sendable {
  /// What the numbers rest on.
  let basis: CountBasis
  private let trust: Membership
  private let plans: Membership
  private let bricks: Bricks
  private let shared: MassMatrix
  private let divided: MassMatrix
  private let bounds: (low: [Double], high: [Double])?
  private let elsewhere: Double

  /// `trust` is the catchment as the only unit; `bounds` are the least and the most of each small area that it can have where
  /// it is made from flows, `elsewhere` what the trust has outside all small areas.
  init(
    _ trust: Membership, _ plans: Membership, _ bricks: Bricks, told: [Double]?,
    bounds: (low: [Double], high: [Double])?, elsewhere: Double = 0
  ) {
    (self.trust, self.plans, self.bricks) = (trust, plans, bricks)
    (self.bounds, self.elsewhere) = (bounds, elsewhere)
    basis = CountBasis(bricks, of: trust, in: plans, told: told)
    shared = trust.shared(with: plans, masses: bricks.people, unit: bricks.unit)
    divided = trust.divided(with: plans, over: bricks)
  }

  /// How sure it is what the trust shares with a plan, by its position.
  func sureness(ofPlan plan: Int) -> ShareSureness {
    var sureness = ShareSureness()
    sureness.dividedShare = ratio(divided.mass(0, plan), shared.mass(0, plan))
    if let bounds {
      let inPlan = (0..<plans.brickCount).map { brick in
        plans[brick].first { $0.unit == plan }?.share ?? 0
      }
      let shares = ShareBounds(
        low: bounds.low, high: bounds.high, area: inPlan, masses: bricks.people, elsewhere: elsewhere)
      (sureness.ofTrust, sureness.ofArea) = (shares.ofTrust, shares.ofArea)
    }
    return sureness
  }
}
