extension ProfileResult: IllustratedResult {
  /// A map of the organisation among its partners of the tier that divides it most, or in whose corner it is, and how much of it each partner
  /// of that tier has.
  public func figures() -> [Figure] {
    func key(_ profile: TierProfile) -> (Int, Double) {
      (profile.partners.count > 1 ? 1 : 0, profile.cornerIndex)
    }
    let divided = tiers.filter { !$0.partners.isEmpty }.max {
      $0.partners.count > 1 && $1.partners.count > 1
        ? ($0.effectivePartners, $1.tier.role) < ($1.effectivePartners, $0.tier.role)
        : key($0) < key($1)
    }
    guard let divided else { return [] }
    return [map(divided), bars(divided)].compactMap(\.self)
  }

  private func bars(_ profile: TierProfile) -> Figure {
    let partners = profile.partners.prefix(15)
    let first = partners[partners.startIndex]
    return Figure(
      "Its \(profile.tier.title.place.many).",
      description:
        "The part of \(organisation.name) in each of them. The largest is \(first.organisation.name) with \(Wording.percent(first.dependence)).\(partners.count < profile.partners.count ? " The first \(partners.count) of \(profile.partners.count) are shown." : "")",
      .bars(
        BarsFigure(
          partners.map {
            .init(unit: $0.organisation, value: $0.dependence, words: Wording.percent($0.dependence))
          })))
  }

  private func map(_ profile: TierProfile) -> Figure? {
    guard let layer = profile.tier.layer, let own = tier.layer, layer.count <= 1000,
      let place = own.index(ofCode: organisation.code)
    else { return nil }
    let partners = Dictionary(
      profile.partners.map { ($0.organisation.code, $0) }, uniquingKeysWith: { first, _ in first })
    let areas = layer.codes.indices.filter { partners[layer.codes[$0]] != nil }
    let title = profile.tier.title.place.many
    let sources = [
      MapFigure.Source(layer, areas: Array(0..<layer.count), title: "other \(title)", style: .context),
      MapFigure.Source(layer, areas: areas, title: "\(title) that share its \(unit.noun)", style: .second)
        .labelled { area in
          partners[layer.codes[area]].map {
            "\(Wording.percent($0.dependence)) of \(organisation.name), \(Wording.percent($0.leverage)) of its own \(unit.noun)"
          } ?? ""
        },
      MapFigure.Source(own, areas: [place], title: organisation.name, style: .subject),
    ]
    let map = MapFigure(
      // Where one partner has all of it, what matters is how small a part of that it is.
      sources, framing: [areas.count > 1 ? 2 : 1],
      shades: areas.map { area in
        ((1, area), (2, place), partners[layer.codes[area]]?.dependence ?? 0, "")
      }, shadeTitle: "share of \(organisation.name)", in: layer)
    return map.map { map in
      Figure(
        "Where it lies.",
        description:
          "\(organisation.name) and the \(profile.tier.title.place.counted(profile.partners.count)) that \(Wording.form(profile.partners.count, "shares", "share")) its \(unit.noun); its own ground is the darker, the more of it they have.",
        .map(map))
    }
  }
}
