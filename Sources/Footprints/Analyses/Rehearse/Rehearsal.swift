/// What becomes of plans and of the organisations in them when areas change.
struct Rehearsal: Sendable {
  /// What becomes of a plan.
  enum Fate: String, Sendable {
    /// Its people are all in one new area that has no others.
    case renamed
    /// Its people are divided among several areas.
    case splits
    /// Its people are in one area with those of other plans.
    case merges
    /// Its area goes on, with more or fewer people.
    case changes
  }

  /// An area that has people of a plan once the changes are made.
  struct Part: Sendable {
    let unit: NamedCode
    let people: Double
    /// The part of the plan's people in it.
    let share: Double
    /// The part of its own people that are the plan's.
    let shareOfArea: Double
  }

  /// A plan that does not stay as it is.
  struct Plan: Sendable {
    let plan: BetterCareFundPlan
    let fate: Fate
    let people: Double
    let parts: [Part]
    /// What is paid in, as far as it is known.
    let amount: Money
    /// What organisations pay that end.
    let ending: Money
    /// The part of that which falls after the day of the change, by days; nil where the dates are not known.
    let afterwards: Money?
    /// From when it has no owner, and until when the plan runs; empty where that is not known.
    let from, until: String
  }

  /// Pounds of an organisation that ends, and who has them then.
  struct Payment: Sendable {
    let plan: BetterCareFundPlan
    let organisation: NamedCode
    let kind: String
    let amount: Money
    let successor: NamedCode
    /// The part of the organisation's people in the successor.
    let share: Double
    let part: Money
  }

  /// Who has to sign what comes after a plan, area by area.
  struct Signature: Sendable {
    let area: NamedCode
    let plans: [String]
    let organisation: NamedCode
    let kind: String
    /// Whether it is new.
    let isNew: Bool
  }

  let plans: [Plan]
  let payments: [Payment]
  let signatures: [Signature]
  /// The areas that end, and those that are new.
  let ended, new: [NamedCode]
  /// The plans that are not touched.
  let untouched: Int

  init(
    _ all: [BetterCareFundPlan], boards: PreparedLayer, _ own: Membership, from before: BrickLayer,
    to after: BrickLayer, on date: String?
  ) {
    let people = before.bricks.people
    let follow = Following(before, after)
    let codes = boards.codeIndex
    var (plans, payments): ([Plan], [Payment]) = ([], [])
    var sources: [Int: [BetterCareFundPlan]] = [:]
    var touched = 0
    // Whom else the people of an area belong to.
    let placesOf = all.map { plan -> Set<Int> in
      let areas = Set(codes.positions(of: plan.boards).positions.compactMap(\.self))
      return Set(people.indices.filter { own[$0].contains { areas.contains($0.unit) } })
    }
    for (plan, places) in zip(all, placesOf) {
      guard places.contains(where: follow.isMoved) else { continue }
      touched += 1
      var shares: [Int: Double] = [:]
      for place in places.sorted() {
        for unit in after.members[place] { shares[unit, default: 0] += people[place] }
      }
      let whole = places.sorted().reduce(0.0) { $0 + people[$1] }
      let parts = shares.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        Part(
          unit: after.units[$0.key], people: $0.value, share: ratio($0.value, whole),
          shareOfArea: ratio($0.value, follow.people(after: $0.key)))
      }
      for unit in shares.keys { sources[unit, default: []].append(plan) }
      let isAlone = parts.allSatisfy { $0.shareOfArea > 1 - 1e-9 }
      let goesOn = plan.boards.contains { code in parts.contains { $0.unit.code.codeKey == code.codeKey } }
      let fate: Fate =
        goesOn ? .changes : parts.count > 1 ? .splits : isAlone ? .renamed : .merges
      var ending = Money.zero
      for paid in plan.contributions {
        guard let shares = follow.successors(of: paid.organisation) else { continue }
        ending = ending + paid.amount
        let masses = MassMatrix(
          unit: .people, xTotals: [shares.reduce(0) { $0 + $1.people }], yTotals: shares.map(\.people),
          cells: shares.indices.map { .init(x: 0, y: $0, mass: shares[$0].people) })
        let divided = ContributionSplit(minima: [paid.amount], masses: masses)
        for part in divided.parts {
          payments.append(
            Payment(
              plan: plan, organisation: follow.ended(paid.organisation) ?? NamedCode(code: paid.organisation),
              kind: paid.kind, amount: paid.amount, successor: after.units[shares[part.y].unit],
              share: ratio(shares[part.y].people, masses.xTotals[0]), part: part.amount))
        }
      }
      let remainder = date.flatMap { Self.remainder(of: ending, plan, after: $0) }
      plans.append(
        Plan(
          plan: plan, fate: fate, people: whole, parts: parts, amount: plan.contributions.map(\.amount).sum(),
          ending: ending, afterwards: remainder, from: date ?? "", until: plan.periodEnd))
    }
    self.plans = plans.sorted { ($1.people, $0.plan.id) < ($0.people, $1.plan.id) }
    self.payments = payments
    untouched = all.count - touched
    signatures = sources.sorted { after.units[$0.key].code < after.units[$1.key].code }.flatMap {
      unit, plans in
      Self.signatures(after.units[unit], plans, follow)
    }
    ended = follow.endedUnits
    new = follow.newUnits
  }

  /// The area itself, and whoever signs the plans that its people are in and does not end.
  private static func signatures(
    _ area: NamedCode, _ plans: [BetterCareFundPlan], _ follow: Following
  ) -> [Signature] {
    let ids = plans.map(\.id)
    var seen: Set<String> = [area.code.codeKey]
    var out = [
      Signature(
        area: area, plans: ids, organisation: area, kind: "la",
        isNew: follow.newUnits.contains { $0.code == area.code })
    ]
    for partner in plans.flatMap(\.partners) where partner.isSignatory {
      guard follow.successors(of: partner.organisation.code) == nil,
        seen.insert(partner.organisation.code.codeKey).inserted
      else { continue }
      out.append(
        Signature(
          area: area, plans: ids, organisation: partner.organisation, kind: partner.kind, isNew: false))
    }
    return out
  }

  /// The part of an amount for the days of a plan from a day on; nil where the plan's days are not known.
  private static func remainder(of amount: Money, _ plan: BetterCareFundPlan, after date: String) -> Money? {
    guard let day = CalendarDay(date), let begin = CalendarDay(plan.periodStart),
      let end = CalendarDay(plan.periodEnd), begin <= end
    else { return nil }
    let days = end.days(since: begin) + 1
    let left = min(days, max(0, end.days(since: max(day, begin)) + 1))
    return Money(pence: Int64((Double(amount.pence) * Double(left) / Double(days)).rounded()))
  }
}

/// Who has whose people once areas have changed.
struct Following {
  private let before, after: BrickLayer
  private let totals: [Double]
  /// The areas that end, by their codes.
  private let gone: [String: Int]
  /// The areas that end.
  let endedUnits: [NamedCode]
  /// The areas that there were not.
  let newUnits: [NamedCode]

  init(_ before: BrickLayer, _ after: BrickLayer) {
    (self.before, self.after) = (before, after)
    var totals = [Double](repeating: 0, count: after.units.count)
    for (place, units) in after.members.enumerated() {
      for unit in units { totals[unit] += after.bricks.people[place] }
    }
    self.totals = totals
    let held = Set(after.members.joined())
    let kept = Set(held.map { after.units[$0].code.codeKey })
    let known = Set(before.units.map(\.code.codeKey))
    let ended = before.units.indices.filter { !kept.contains(before.units[$0].code.codeKey) }
    gone = Dictionary(ended.map { (before.units[$0].code.codeKey, $0) }) { first, _ in first }
    endedUnits = ended.map { before.units[$0] }
    newUnits = held.sorted().map { after.units[$0] }.filter { !known.contains($0.code.codeKey) }
  }

  /// Whether a small area is in other areas than before.
  func isMoved(_ place: Int) -> Bool {
    func codes(_ layer: BrickLayer) -> Set<String> { Set(layer.members[place].map { layer.units[$0].code }) }
    return codes(before) != codes(after)
  }

  /// The people of an area once the changes are made.
  func people(after unit: Int) -> Double { totals[unit] }

  /// An organisation that ends.
  func ended(_ code: String) -> NamedCode? { gone[code.codeKey].map { before.units[$0] } }

  /// The areas that have the people of an organisation that ends; nil for one that does not.
  func successors(of code: String) -> [(unit: Int, people: Double)]? {
    guard let unit = gone[code.codeKey] else { return nil }
    var shares: [Int: Double] = [:]
    for (place, units) in before.members.enumerated() where units.contains(unit) {
      for next in after.members[place] { shares[next, default: 0] += before.bricks.people[place] }
    }
    let found = shares.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      (unit: $0.key, people: $0.value)
    }
    return found.isEmpty ? nil : found
  }
}
