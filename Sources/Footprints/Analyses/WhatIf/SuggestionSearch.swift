/// One change that would help, with what it would do.
struct Suggestion: Sendable {
  /// The change as a scenario has it.
  let change: Scenario.Change
  /// The same in words, with names.
  let sentence: String
  /// What it betters.
  let measure: String
  /// The number before, and after a full run.
  let before: Double
  let after: Double
  /// How much better that is, whichever way is better.
  let gain: Double
  /// The people who would change areas.
  let people: Double
}

/// Tries every single change of a layer of whole small areas: any two neighbours merged, any small area on a border given to the neighbour, and any
/// group of small areas that an area of the other layer cuts off. No change tears an area apart.
///
/// Only the masses of the areas concerned are worked out again for each try; the best are then verified by a full run.
struct SuggestionSearch {
  private let enquiry: Enquiry
  private let request: WhatIfRequest
  private let layer: BrickLayer
  private let other: PreparedLayer
  private let bricks: Bricks
  /// The area of each small area, -1 for none.
  private let unitOf: [Int]
  private let bricksOf: [[Int]]
  /// The areas of the other layer of each small area.
  private let inOther: Membership
  private let otherTotals: [Double]
  private let neighbours: [[Int]]
  private let objective: Objective
  /// The masses before any change.
  let baseline: MassMatrix

  /// How many threads may be used.
  var jobs: Int { enquiry.jobs }

  init(
    _ request: WhatIfRequest, layer: PreparedLayer, against other: PreparedLayer, in enquiry: Enquiry
  ) throws(FootprintsError) {
    let bricks = try enquiry.bricks()
    let membership = try enquiry.membership(of: bricks, in: layer, method: .largest)
    (self.enquiry, self.request, self.other, self.bricks) = (enquiry, request, other, bricks)
    self.layer = BrickLayer(layer, layer.units, membership, over: bricks)
    unitOf = try (0..<membership.brickCount).map { (brick) throws(FootprintsError) in
      let own = membership[brick]
      guard own.count < 2 else {
        throw FootprintsError(
          .usage, "areas of \(layer.name) overlap each other, so that no change of them can be suggested")
      }
      return own.first?.unit ?? -1
    }
    var bricksOf = [[Int]](repeating: [], count: layer.count)
    for (brick, unit) in unitOf.enumerated() where unit >= 0 { bricksOf[unit].append(brick) }
    self.bricksOf = bricksOf
    inOther = try enquiry.membership(of: bricks, in: other, method: .largest)
    otherTotals = inOther.totals(bricks.people)
    baseline = Membership(
      unitOf.map { $0 < 0 ? [] : [.init(unit: $0, share: 1)] }, unitCount: layer.units.count
    ).shared(with: inOther, masses: bricks.people)
    neighbours = try enquiry.study.kept.value("neighbours \(bricks.layer.identity)") {
      () throws(FootprintsError) in
      try bricks.layer.gridded.neighbours(jobs: enquiry.jobs)
    }
    objective = try Objective(
      request, x: layer.role, y: other.role,
      among: enquiry.policyTests(tolerance: request.tolerance))
  }

  /// The best changes, those that gain most for the people who move first.
  func best(_ count: Int) throws(FootprintsError) -> [Suggestion] {
    let before = try objective.value(baseline)
    let candidates = candidates()
    let values = try parallelMap(count: candidates.count, jobs: enquiry.jobs) {
      index throws(FootprintsError) in
      try objective.value(matrix(after: candidates[index]))
    }
    var found: [(candidate: Candidate, gain: Double)] = []
    for (candidate, value) in zip(candidates, values) {
      let gain = objective.gain(from: before, to: value)
      if gain > 1e-9 { found.append((candidate, gain)) }
    }
    found.sort { a, b in
      let (one, two) = (
        objective.worth(a.gain, a.candidate.people), objective.worth(b.gain, b.candidate.people)
      )
      return one == two ? a.candidate.order < b.candidate.order : one > two
    }
    return try found.prefix(count).map { (item) throws(FootprintsError) in
      let after = try verified(item.candidate)
      return Suggestion(
        change: item.candidate.change, sentence: sentence(item.candidate), measure: objective.name,
        before: before, after: after,
        gain: objective.gain(from: before, to: after), people: item.candidate.people)
    }
  }

  // MARK: Candidates

  /// A change by positions: all small areas of one area, or some, pass to another.
  struct Candidate: Sendable {
    let bricks: [Int]
    let from: Int
    let to: Int
    let isMerger: Bool
    let people: Double
    let change: Scenario.Change
    /// What decides between equals.
    var order: String { change.sentence }
  }

  /// Every single change.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    var pairs: Set<[Int]> = []
    var seen: Set<[Int]> = []
    for brick in unitOf.indices where unitOf[brick] >= 0 {
      for next in neighbours[brick] where unitOf[next] >= 0 && unitOf[next] != unitOf[brick] {
        let (from, to) = (unitOf[brick], unitOf[next])
        if pairs.insert([min(from, to), max(from, to)]).inserted {
          found.append(merger(min(from, to), max(from, to)))
        }
        if seen.insert([brick, to]).inserted, let move = move([brick], from, to) { found.append(move) }
      }
    }
    for unit in bricksOf.indices {
      for group in groups(of: unit) where group.count > 1 && group.count < bricksOf[unit].count {
        let around = Set(group.flatMap { neighbours[$0] }.map { unitOf[$0] }).filter { $0 >= 0 && $0 != unit }
        for to in around.sorted() { if let move = move(group, unit, to) { found.append(move) } }
      }
    }
    return found
  }

  private func merger(_ one: Int, _ other: Int) -> Candidate {
    func people(_ unit: Int) -> Double { bricksOf[unit].reduce(0) { $0 + bricks.people[$1] } }
    // The smaller joins the larger.
    let (from, to) = people(one) < people(other) ? (one, other) : (other, one)
    let (small, large) = (layer.units[from], layer.units[to])
    return Candidate(
      bricks: bricksOf[from], from: from, to: to, isMerger: true, people: people(from),
      change: .merge([large.code, small.code], code: nil, name: nil))
  }

  /// A move that leaves the area that gives no more parts than it had; nil for any other.
  private func move(_ group: [Int], _ from: Int, _ to: Int) -> Candidate? {
    let given = Set(group)
    let left = bricksOf[from].filter { !given.contains($0) }
    guard !left.isEmpty, parts(left) <= parts(bricksOf[from]) else { return nil }
    return Candidate(
      bricks: group, from: from, to: to, isMerger: false, people: group.reduce(0) { $0 + bricks.people[$1] },
      change: .move(group.map { bricks.layer.codes[$0] }, to: layer.units[to].code))
  }

  /// The contiguous groups into which the areas of the other layer cut an area.
  private func groups(of unit: Int) -> [[Int]] {
    let byOther = Dictionary(grouping: bricksOf[unit]) { brick in
      inOther[brick].max { ($0.share, $1.unit) < ($1.share, $0.unit) }?.unit ?? -1
    }
    return byOther.sorted { $0.key < $1.key }.flatMap { components($0.value) }
  }

  private func parts(_ some: [Int]) -> Int { components(some).count }

  /// The contiguous parts of some small areas, each in the order of their positions.
  private func components(_ some: [Int]) -> [[Int]] {
    var open = Set(some)
    var parts: [[Int]] = []
    for start in some where open.remove(start) != nil {
      var part = [start]
      var next = 0
      while next < part.count {
        for neighbour in neighbours[part[next]] where open.remove(neighbour) != nil { part.append(neighbour) }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts
  }

  // MARK: Masses

  /// The masses after a change: those of the two areas concerned are worked out again, the others stay.
  func matrix(after candidate: Candidate) -> MassMatrix {
    var cells: [MassMatrix.Cell] = baseline.cells.filter { $0.x != candidate.from && $0.x != candidate.to }
    var totals = baseline.xTotals
    func add(_ own: [Int], _ unit: Int) {
      var row: [Int: Double] = [:]
      var total = 0.0
      for brick in own {
        total += bricks.people[brick]
        for share in inOther[brick] { row[share.unit, default: 0] += bricks.people[brick] * share.share }
      }
      totals[unit] = total
      cells += row.filter { $0.value > 0 }.map { MassMatrix.Cell(x: unit, y: $0.key, mass: $0.value) }
    }
    let given = Set(candidate.bricks)
    add(bricksOf[candidate.from].filter { !given.contains($0) }, candidate.from)
    add((bricksOf[candidate.to] + candidate.bricks).sorted(), candidate.to)
    guard candidate.isMerger else {
      return MassMatrix(unit: .people, xTotals: totals, yTotals: otherTotals, cells: cells)
    }
    // An area that is gone counts no more.
    totals.remove(at: candidate.from)
    return MassMatrix(
      unit: .people, xTotals: totals, yTotals: otherTotals,
      cells: cells.map { $0.x > candidate.from ? .init(x: $0.x - 1, y: $0.y, mass: $0.mass) : $0 })
  }

  // MARK: Verification

  /// The number after the change, from the areas that it makes.
  private func verified(_ candidate: Candidate) throws(FootprintsError) -> Double {
    let scenario = Scenario(of: candidate.change, layer: layer.origin.name)
    let studies = try ScenarioStudies(scenario, layer: layer.origin.name, in: enquiry)
    var comparison = ComparisonRequest(x: layer.origin.name, y: other.name)
    comparison.weights = .population
    let (x, y) = (try studies.after.layer(comparison.x), try studies.after.layer(comparison.y))
    let shared = try Enquiry(studies.after).people(in: x, and: y, method: .largest).matrix
    return try objective.value(shared)
  }

  /// The change in words, with names.
  func sentence(_ candidate: Candidate) -> String {
    let (from, to) = (layer.units[candidate.from], layer.units[candidate.to])
    if candidate.isMerger { return "merge \(from.label) into \(to.label)" }
    let names = candidate.bricks.map { bricks.layer.unit($0).label }
    let what =
      names.count == 1
      ? names[0]
      : "\(Wording.plural(names.count, "small area")) (\(CodeList(candidate.bricks.map { bricks.layer.codes[$0] })))"
    return "move \(what) from \(from.label) to \(to.label)"
  }
}

extension Scenario {
  fileprivate init(of change: Change, layer: String) {
    (name, self.layer, against, changes) = (nil, layer, nil, [change])
  }
}
