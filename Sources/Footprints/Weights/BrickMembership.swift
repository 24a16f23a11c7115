/// Which bricks belong to which areas of a layer by the areas they have in common, and what a reader must know of how
/// well the two go together.
struct BrickMembership: Sendable {
  let membership: Membership
  let notices: [Notice]

  /// `table` holds the pairs of bricks (as X) and areas of the layer (as Y).
  init(_ table: OverlapTable, bricks: Bricks, in layer: PreparedLayer, method: MembershipMethod) {
    membership = Membership(areas: table, method: method)
    let fit = BrickFit(table, bricks: bricks, layer: layer)
    notices =
      fit.uncovered + BrickFit.overlapping(membership, bricks: bricks, layer: layer)
      + (method == .largest ? fit.tooSmall(membership) : [])
  }
}

/// How well bricks and the areas of a layer go together.
struct BrickFit {
  private let table: OverlapTable
  private let bricks: Bricks
  private let layer: PreparedLayer

  /// `table` holds the pairs of bricks (as X) and areas of the layer (as Y).
  init(_ table: OverlapTable, bricks: Bricks, layer: PreparedLayer) {
    (self.table, self.bricks, self.layer) = (table, bricks, layer)
  }

  /// The share of an area that bricks must leave out before it is worth a warning, whatever the resolution.
  static let notableShare = 0.05

  /// The areas of which bricks leave out more than a border drawn twice can: nobody knows who lives there.
  ///
  /// Two versions of one border, each within the tolerance of its layer, leave out less than a strip of that width
  /// along it.
  var uncovered: [Notice] {
    let shares = uncoveredShares
    let partly = layer.codes.indices.filter { isPartlyCovered($0, shares[$0]) }
      .sorted { (shares[$1], $0) < (shares[$0], $1) }
    if partly.isEmpty { return [] }
    let named = partly.map { "\(layer.codes[$0]) (\(Wording.percent(shares[$0])) of it uncovered)" }
    return [
      Notice(
        .warning, "bricks-do-not-reach",
        "the small areas of \(bricks.layer.name) do not cover all of \(Wording.plural(partly.count, "area")) of \(layer.name): \(CodeList(named)); people who live there are not counted"
      )
    ]
  }

  private var uncoveredShares: [Double] {
    var covered = [Double](repeating: 0, count: layer.count)
    for pair in table.pairs { covered[pair.y] += pair.area }
    return layer.codes.indices.map { ratio(max(0, table.yAreas[$0] - covered[$0]), table.yAreas[$0]) }
  }

  private func isPartlyCovered(_ area: Int, _ uncovered: Double) -> Bool {
    // Where there is no brick at all it is no question of borders, however small the area.
    if uncovered > 1 - Self.notableShare { return true }
    let strip = bricks.layer.resolution.tolerance + layer.resolution.tolerance
    return uncovered >= Self.notableShare
      && uncovered * table.yAreas[area] > strip * layer.geometry.perimeter(of: area)
  }

  /// The share of all people from which on it is not noise that some count in several areas.
  static let notableRepetition = SelfOverlap.notableShare

  /// The people who count in several areas of the layer because those overlap each other.
  static func overlapping(
    _ membership: Membership, bricks: Bricks, layer: PreparedLayer
  ) -> [Notice] {
    let repeated = membership.coverage(bricks.people).repeated
    guard repeated >= 0.5, repeated > notableRepetition * bricks.total else { return [] }
    var units: Set<Int> = []
    for brick in 0..<membership.brickCount where bricks.people[brick] > 0 {
      let shares = membership[brick]
      for share in shares
      where shares.contains(where: {
        $0.unit != share.unit && $0.share + share.share > 1 + Membership.overlapNoise
      }) {
        units.insert(share.unit)
      }
    }
    let which = units.isEmpty ? "" : " (\(CodeList(units.sorted().map { layer.codes[$0] })))"
    return [
      Notice(
        .warning, "areas-overlap",
        "areas of \(layer.name) overlap each other\(which): \(Wording.people(repeated)) count more than once, in each area where they live"
      )
    ]
  }

  /// Whether bricks have more of some area between them than there is: a thousandth is rounding and noise.
  static func coversMoreThanOnce(_ table: OverlapTable) -> Bool {
    var covered = [Double](repeating: 0, count: table.yAreas.count)
    for pair in table.pairs { covered[pair.y] += pair.area }
    return zip(covered, table.yAreas).contains { $0 > $1 * (1 + 1e-3) }
  }

  /// The people who count more than once because bricks overlap each other; `own` is the overlap of bricks with
  /// themselves. Of two bricks the people of the smaller one are taken to be among those of the larger.
  static func overlapping(_ bricks: Bricks, _ own: OverlapTable) -> [Notice] {
    var shares = [Double](repeating: 0, count: bricks.layer.count)
    var larger: Set<Int> = []
    for pair in own.pairs where pair.x != pair.y && pair.area > Membership.overlapNoise * own.xAreas[pair.x] {
      guard (own.xAreas[pair.x], pair.x) < (own.xAreas[pair.y], pair.y) else { continue }
      shares[pair.x] = min(1, shares[pair.x] + pair.area / own.xAreas[pair.x])
      larger.insert(pair.y)
    }
    let people = zip(bricks.people, shares).reduce(0) { $0 + $1.0 * $1.1 }
    guard people >= 0.5, people > notableRepetition * bricks.total else { return [] }
    let smaller = shares.indices.filter { shares[$0] > 0 }.map { bricks.layer.codes[$0] }
    return [
      Notice(
        .warning, "bricks-overlap",
        "small areas of \(bricks.layer.name) overlap each other, and about \(Wording.people(people)) count twice: \(CodeList(smaller)) lie\(smaller.count == 1 ? "s" : "") in \(CodeList(larger.sorted().map { bricks.layer.codes[$0] })); keep areas of one size"
      )
    ]
  }

  /// The areas that have nobody because every brick in them lies mostly elsewhere; those that bricks do not reach are
  /// another matter.
  func tooSmall(_ membership: Membership) -> [Notice] {
    let people = membership.totals(bricks.people)
    var apportioned = [Double](repeating: 0, count: layer.count)
    for pair in table.pairs where people[pair.y] == 0 && table.xAreas[pair.x] > 0 {
      apportioned[pair.y] += bricks.people[pair.x] * min(1, pair.area / table.xAreas[pair.x])
    }
    let shares = uncoveredShares
    let empty = layer.codes.indices.filter {
      apportioned[$0] >= 0.5 && !isPartlyCovered($0, shares[$0])
    }
    if empty.isEmpty { return [] }
    let named = empty.map { "\(layer.codes[$0]) (\(Wording.people(apportioned[$0])) by area)" }
    return [
      Notice(
        .warning, "areas-smaller-than-bricks",
        "no small area of \(bricks.layer.name) lies mostly in \(Wording.plural(empty.count, "area")) of \(layer.name), so \(Wording.form(empty.count, "it counts", "they count")) as having no people: \(CodeList(named))",
        reason: .bricksTooLarge)
    ]
  }
}
