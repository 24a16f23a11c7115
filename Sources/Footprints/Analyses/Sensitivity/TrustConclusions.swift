extension Conclusion {
  /// Whether something holds.
  fileprivate static func fact(
    _ kind: String, _ detail: String = "", of subject: NamedCode, _ holds: Bool, _ share: Double
  ) -> Conclusion {
    let answer = holds ? "yes" : "no"
    var conclusion = Conclusion(
      kind, detail, of: subject, answer: answer, words: "\(answer) (\(Wording.percent(share)))")
    conclusion.value = share
    conclusion.absent = "no"
    return conclusion
  }

  /// From which share on places in an order are compared: below it they are noise.
  static let leastRanked = 0.01

  /// The place of something in an order by shares.
  fileprivate static func rank(
    _ place: Int, _ detail: String = "", of subject: NamedCode, _ share: Double
  ) -> Conclusion {
    var conclusion = Conclusion(
      "rank", detail, of: subject, answer: String(place + 1),
      words: "\(place + 1) (\(Wording.percent(share)))")
    conclusion.value = share
    conclusion.absent = "below 1%"
    return conclusion
  }

  /// Whether something is in the corner of another: the share of it there decides, as long as the other is large enough.
  fileprivate static func corner(
    _ detail: String = "", of subject: NamedCode, dependence: Double, leverage: Double,
    bounds: ClosedRange<Double>?, divided: Double?
  ) -> Conclusion {
    let holds = CornerRule.holds(dependence: dependence, leverage: leverage)
    var conclusion = Conclusion.fact("corner", detail, of: subject, holds, dependence)
    if leverage < CornerRule.mostLeverage {
      conclusion.limit = CornerRule.leastDependence
      conclusion.reach = bounds ?? Footprints.reach(dependence, divided.map { $0 * dependence })
    }
    return conclusion
  }
}

extension ImpactResult: ConcludingResult {
  /// What shares are of.
  public var countedUnit: MassUnit { unit }

  /// What it was made by.
  public var settings: [Setting] {
    let weights: Weights = unit == .squareMetres ? .area : unit == .people ? .population : .flow
    var settings: [Setting] = [.weights(weights)]
    if unit == .people { settings.append(.catchment(method)) }
    if unit == .people, method == .threshold { settings.append(.threshold(request.threshold)) }
    if unit.countsPersons { settings.append(.membership(request.membership)) }
    return settings
  }

  /// Which plans are touched, in what order, which make up the smallest set, which are in the corner, who signs.
  public var conclusions: [Conclusion] {
    let all = (impact.plans + impact.plansWithoutMatch)
      .sorted { ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id) }
    let touched = Set(impact.plans.map(\.plan.id))
    var conclusions = all.enumerated().flatMap { place, plan -> [Conclusion] in
      let name = NamedCode(code: plan.plan.id, name: plan.plan.name)
      var own: [Conclusion] = []
      if touched.contains(plan.plan.id) { own.append(.fact("touched", of: name, true, plan.trustShare)) }
      own.append(
        .fact("in_smallest_set", of: name, impact.smallestSet.plans.contains(plan.plan.id), plan.trustShare))
      own.append(
        .corner(
          of: name, dependence: plan.boardShare, leverage: plan.trustShare, bounds: plan.sureness.ofArea,
          divided: plan.sureness.dividedShare))
      if plan.trustShare >= Conclusion.leastRanked { own.append(.rank(place, of: name, plan.trustShare)) }
      return own.map { conclusion in
        var conclusion = conclusion
        conclusion.mass = plan.sharedPopulation
        return conclusion
      }
    }
    let trust = impact.trust.organisation
    for (kind, count) in [
      ("plans_touched", impact.plans.count), ("smallest_set_size", impact.smallestSet.plans.count),
      ("configurations", impact.configurations.distinct), ("signatories", impact.signatoriesTotal),
    ] {
      conclusions.append(
        Conclusion(kind, of: trust, answer: String(count), words: Wording.grouped(count)))
    }
    return conclusions
  }
}

extension ProfileResult: ConcludingResult {
  /// What shares are of.
  public var countedUnit: MassUnit { unit }

  /// What it was made by.
  public var settings: [Setting] {
    let weights: Weights = unit == .squareMetres ? .area : unit == .people ? .population : .flow
    var settings: [Setting] = [.weights(weights)]
    if unit.countsPersons { settings.append(.membership(request.membership)) }
    if unit == .people, let method = catchment { settings.append(.catchment(method)) }
    return settings
  }

  /// Only of the tiers that it is compared with: by flow an area has trusts alone.
  public func speaks(of detail: String) -> Bool { tiers.contains { $0.tier.role == detail } }

  /// Its main partner of each tier and their order, whose corner it is in, and in which tiers it lies in one.
  public var conclusions: [Conclusion] {
    tiers.flatMap { profile -> [Conclusion] in
      let role = profile.tier.role
      guard let first = profile.partners.first else { return [] }
      var main = Conclusion(
        "main_partner", role, of: organisation, answer: first.organisation.code,
        words: "\(first.organisation.name) (\(Wording.percent(first.dependence)))")
      main.value = first.dependence
      main.limit = profile.partners.dropFirst().first?.dependence
      main.reach =
        first.sureness?.dependence
        ?? reach(first.dependence, first.sureness.map { $0.dividedShare * first.dependence })
      main.mass = first.shared
      let isInOne = profile.partners.count == 1
      let one = Conclusion(
        "lies_in_one", role, of: organisation, answer: isInOne ? "yes" : "no",
        words: isInOne ? "yes" : "no (\(Wording.grouped(profile.partners.count)))")
      let partners = profile.partners.enumerated().flatMap { place, partner -> [Conclusion] in
        var own: [Conclusion] = []
        // Who has little of it is far from having it in the corner.
        if partner.dependence >= CornerRule.leastDependence / 2 {
          own.append(
            .corner(
              role, of: partner.organisation, dependence: partner.dependence, leverage: partner.leverage,
              bounds: partner.sureness?.dependence, divided: partner.sureness?.dividedShare))
        }
        if partner.dependence >= Conclusion.leastRanked {
          own.append(.rank(place, role, of: partner.organisation, partner.dependence))
        }
        return own.map { conclusion in
          var conclusion = conclusion
          conclusion.mass = partner.shared
          return conclusion
        }
      }
      return [main, one] + partners
    }
  }
}
