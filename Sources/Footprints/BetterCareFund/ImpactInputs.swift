/// The trust whose process changes, with its catchment in numbers.
public struct ImpactTrust: Sendable, Equatable {
  /// Its code and name.
  public var organisation: NamedCode
  /// How its catchment was made, such as `layer` or `fptp`: the method changes the answer.
  public var catchmentMethod: String
  /// The people of the catchment, inside plans or not; without population data its area in m2.
  public var population: Double
  /// The area of the catchment in m2; nil for a catchment without a polygon.
  public var area: Double?

  /// Puts the parts together.
  public init(organisation: NamedCode, catchmentMethod: String, population: Double, area: Double?) {
    self.organisation = organisation
    self.catchmentMethod = catchmentMethod
    self.population = population
    self.area = area
  }
}

/// A partnership (STP or ICS) with the share of a plan's people that live in it.
public struct PartnershipShare: Sendable, Equatable {
  /// The partnership's code and name.
  public var partnership: NamedCode
  /// The share of the plan's people in it, 0...1.
  public var share: Double

  /// Puts the parts together.
  public init(partnership: NamedCode, share: Double) {
    self.partnership = partnership
    self.share = share
  }
}

/// How much one plan has to do with the trust.
public struct PlanExposure: Sendable, Equatable {
  /// The identifier of the plan.
  public var plan: String
  /// The people in both the plan's area and the trust's catchment; the plan is touched when above 0.
  public var sharedPopulation: Double
  /// The people of the plan's area.
  public var population: Double
  /// The partnerships that the plan lies in.
  public var partnerships: [PartnershipShare]
  /// How sure the two are of each other.
  public var sureness = ShareSureness()

  /// Puts the parts together.
  public init(
    plan: String, sharedPopulation: Double, population: Double, partnerships: [PartnershipShare] = []
  ) {
    self.plan = plan
    self.sharedPopulation = sharedPopulation
    self.population = population
    self.partnerships = partnerships
  }
}

/// How sure it is what a trust and an area share.
public struct ShareSureness: Sendable, Equatable {
  /// The part of what they share that lives in small areas that a border divides, 0...1; nil where nothing is counted by small
  /// areas.
  public var dividedShare: Double?
  /// Between which values the share of the trust in the area lies, given the flows that are suppressed or rounded; nil where no
  /// flows are used.
  public var ofTrust: ClosedRange<Double>?
  /// The same of the share of the area in the trust's catchment.
  public var ofArea: ClosedRange<Double>?

  /// Nothing known.
  public init() {}
}
