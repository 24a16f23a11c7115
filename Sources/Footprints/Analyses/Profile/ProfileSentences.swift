// What a profile means, in plain words. docs/methods/profile.md gives the rules.

extension TierProfile.Partner {
  /// Whether the two are one area: each has at least 95% of the other.
  var isSame: Bool { dependence >= 0.95 && leverage >= 0.95 }
  /// Whether the organisation is in the partner's corner.
  var isCorner: Bool { CornerRule.holds(dependence: dependence, leverage: leverage) }
}

extension ProfileResult {
  /// Whose corner it is in, then tier by tier, then who of its plans is slowest.
  var sentences: [String] { [corner] + tiers.map(sentence) + [heatText?.sentence].compactMap(\.self) }

  private var name: String { organisation.name }
  private var whose: String { unit.possession }
  private var areOrIs: String { unit.verb }

  private var corner: String {
    let partners = tiers.flatMap(\.partners).filter(\.isCorner)
    guard !partners.isEmpty else {
      return
        "\(name) is in nobody’s corner: no partner has half of it of whom it is less than a quarter."
    }
    let parts = partners.map { partner in
      let rest = partner.bearing.map { "; the rest lies to the \($0.compassPoint)" } ?? ""
      return
        "of \(partner.organisation.name) (\(Wording.inWords(partner.dependence)) of its \(whose), but only \(Wording.percent(partner.leverage)) of that footprint\(rest))"
    }
    return "\(name) is in the corner \(Wording.list(parts))."
  }

  private func sentence(_ profile: TierProfile) -> String {
    let kind = profile.tier.title.place
    guard let first = profile.partners.first else {
      return "It shares no \(unit.noun) with any \(kind.one)."
    }
    if first.isSame { return "It is the same area as one \(kind.one), \(first.organisation.name)." }
    let outside =
      profile.uncovered >= 0.0005
      ? " \(Wording.percent(profile.uncovered)) of its \(whose) \(areOrIs) in none of them." : ""
    guard profile.partners.count > 1 else {
      let part = "of which it is \(Wording.percent(first.leverage))"
      return "It lies in one \(kind.one), \(first.organisation.name), \(part).\(outside)"
    }
    let named = profile.partners.prefix(3).map {
      "\(Wording.percent($0.dependence)) in \($0.organisation.name)"
    }
    let more = profile.partners.count - named.count
    let rest = more > 0 ? ["the rest in \(Wording.plural(more, "other"))"] : []
    let spread =
      profile.effectivePartners >= 1.05
      ? ", spread as if over \(Wording.decimal(profile.effectivePartners, 1)) equal ones" : ""
    let partners = kind.counted(profile.partners.count)
    return
      "Its \(whose) \(areOrIs) divided among \(partners)\(spread): \(Wording.list(named + rest)).\(outside)"
  }
}
