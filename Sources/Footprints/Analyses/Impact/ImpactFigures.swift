extension ImpactResult: IllustratedResult {
  /// A map of the catchment and the plans, who holds how much of the trust, and who depends on whom.
  public func figures() -> [Figure] {
    let all = (impact.plans + impact.plansWithoutMatch).sorted {
      ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id)
    }
    guard !all.isEmpty else { return [] }
    let trust = impact.trust.organisation.name
    var figures: [Figure] = []
    if let map = map(all) { figures.append(map) }
    figures.append(
      Figure(
        "Who holds how much of the trust.",
        description:
          "The part of the trust’s catchment in the area of each plan. The largest is \(name(all[0])) with \(Wording.percent(all[0].trustShare)).",
        .bars(
          BarsFigure(
            all.prefix(20).map {
              .init(unit: unit($0), value: $0.trustShare, words: Wording.percent($0.trustShare))
            }))))
    let corners = impact.corners.map(name)
    figures.append(
      Figure(
        "Who depends on whom.",
        description:
          "Each plan by the part of the trust that it holds and the part of its own \(unit.possession) in the trust’s catchment. \(corners.isEmpty ? "No plan is in the corner." : "In the corner, wholly dependent on \(trust) and a small part of it: \(Wording.list(corners)).")",
        .scatter(
          ScatterFigure(
            xTitle: "share of the trust (leverage)", yTitle: "share of the plan (dependence)",
            quadrants: [
              "little to do with each other", "the trust depends on it",
              "in the corner: depends on the trust",
              "each depends on the other",
            ], points: all.map { .init(unit: unit($0), x: $0.trustShare, y: $0.boardShare) }))))
    return figures
  }

  private func name(_ plan: ImpactedPlan) -> String { plan.plan.name.isEmpty ? plan.plan.id : plan.plan.name }

  private func unit(_ plan: ImpactedPlan) -> NamedCode { NamedCode(code: plan.plan.id, name: name(plan)) }

  /// The catchment over the areas of plans, shaded by the part of the trust that each holds.
  private func map(_ plans: [ImpactedPlan]) -> Figure? {
    guard let places else { return nil }
    var (areas, planOfArea) = ([Int](), [Int: ImpactedPlan]())
    for plan in plans.reversed() {
      for area in places.areas(of: plan.plan.boards) { planOfArea[area] = plan }
    }
    areas = planOfArea.keys.sorted()
    guard !areas.isEmpty else { return nil }
    let trust = impact.trust.organisation
    var sources = [
      MapFigure.Source(
        places.boards, areas: Array(0..<places.boards.count), title: places.boards.title.many, style: .context
      ),
      MapFigure.Source(
        places.boards.geometry, areas: areas, title: "areas of the plans", style: .second,
        unit: { area in planOfArea[area].map(unit) ?? places.boards.unit(area) }
      ).labelled { area in
        planOfArea[area].map {
          "\(Wording.percent($0.trustShare)) of the trust, \(Wording.percent($0.boardShare)) of the plan"
        } ?? ""
      },
    ]
    var shades: [(one: (Int, Int), other: (Int, Int), share: Double, words: String)] = []
    if let catchment = places.catchment {
      sources.append(
        MapFigure.Source(
          catchment, areas: [0], title: "\(trust.name): catchment", style: .subject, unit: { _ in trust }))
      for area in areas {
        if let plan = planOfArea[area] { shades.append(((1, area), (2, 0), plan.trustShare, "")) }
      }
    }
    let map = MapFigure(
      sources, framing: [sources.count - 1], shades: shades, shadeTitle: "share of the trust’s catchment",
      in: places.boards)
    guard let map else { return nil }
    let first = plans[0]
    return Figure(
      "Where the change is felt.",
      description:
        "The catchment of \(trust.name) over the areas of \(Wording.plural(plans.count, "plan")), shaded by the part of the trust that each holds: most in \(name(first)) (\(Wording.percent(first.trustShare))). The table below has the numbers.",
      .map(map))
  }
}
