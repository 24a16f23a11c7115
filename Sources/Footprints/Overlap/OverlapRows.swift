/// Collects the rows of an overlap analysis and counts what is not listed.
struct OverlapRows {
  private let x: PreparedLayer
  private let y: PreparedLayer
  private let parameters: OverlapAnalysis.Parameters
  private let people: MassMatrix?
  private var peopleOfPair: [PairKey: Double] = [:]
  private var rows: [OverlapAnalysis.Row] = []
  private(set) var slivers = OverlapAnalysis.LeftOut()
  private(set) var belowMinimum = OverlapAnalysis.LeftOut()

  init(x: PreparedLayer, y: PreparedLayer, parameters: OverlapAnalysis.Parameters, people: MassMatrix?) {
    self.x = x
    self.y = y
    self.parameters = parameters
    self.people = people
    for cell in people?.cells ?? [] { peopleOfPair[PairKey(x: cell.x, y: cell.y)] = cell.mass }
  }

  /// Adds a pair with a common area.
  mutating func add(_ pair: OverlapTable.Pair, _ table: OverlapTable, isSliver: Bool) {
    let (r, c) = (table.xAreas[pair.x], table.yAreas[pair.y])
    let xShare = Self.share(pair.area, r)
    let yShare = Self.share(pair.area, c)
    var row = OverlapAnalysis.Row(
      x: pair.x, y: pair.y, area: pair.area, xShare: xShare, yShare: yShare,
      jaccard: Self.share(pair.area, r + c - pair.area), meanWidth: pair.meanWidth,
      relation: Relation(xShare: xShare, yShare: yShare, isSliver: isSliver, whole: parameters.tolerance))
    addPeople(to: &row, peopleOfPair.removeValue(forKey: PairKey(x: pair.x, y: pair.y)) ?? 0)
    list(row)
  }

  /// Adds the pairs that a lookup table gives people but the boundaries no common area.
  mutating func addPeopleWithoutArea() {
    let rest = peopleOfPair.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }
    for (key, mass) in rest where mass > 0 {
      var row = OverlapAnalysis.Row(
        x: key.x, y: key.y, area: 0, xShare: 0, yShare: 0, jaccard: 0, meanWidth: 0, relation: .overlaps)
      addPeople(to: &row, mass)
      list(row)
    }
  }

  private func addPeople(to row: inout OverlapAnalysis.Row, _ mass: Double) {
    guard let people else { return }
    row.people = mass
    row.xPeopleShare = row.x.map { Self.share(mass, people.xTotals[$0]) }
    row.yPeopleShare = row.y.map { Self.share(mass, people.yTotals[$0]) }
  }

  private mutating func list(_ row: OverlapAnalysis.Row) {
    func count(_ leftOut: inout OverlapAnalysis.LeftOut) {
      leftOut.count += 1
      leftOut.area += row.area
      leftOut.people += row.people ?? 0
    }
    if row.relation == .sliver {
      count(&slivers)
      if !parameters.keepsSlivers { return }
    }
    let largest = max(row.xPeopleShare ?? row.xShare ?? 0, row.yPeopleShare ?? row.yShare ?? 0)
    if largest < parameters.minimumShare {
      count(&belowMinimum)
      return
    }
    rows.append(row)
  }

  /// The rows by the codes of X and then of Y.
  var sorted: [OverlapAnalysis.Row] {
    func codes(_ row: OverlapAnalysis.Row) -> (String, String) {
      (row.x.map { x.codes[$0] } ?? "", row.y.map { y.codes[$0] } ?? "")
    }
    return rows.map { (codes($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What no area of the other layer covers, X first, by code. Less than 1 m2 is rounding, if nobody is in it.
  static func leftovers(_ x: PreparedLayer, _ y: PreparedLayer, _ table: OverlapTable, _ people: MassMatrix?)
    -> [OverlapAnalysis.Row]
  {
    let areas = table.matrix()
    return leftovers(of: x, areas, people) {
      OverlapAnalysis.Row(x: $0, area: $1, xShare: $2, people: $3, xPeopleShare: $4)
    }
      + leftovers(of: y, areas.transposed, people?.transposed) {
        OverlapAnalysis.Row(y: $0, area: $1, yShare: $2, people: $3, yPeopleShare: $4)
      }
  }

  /// The left-overs of the layer that is X of the matrices, as rows made of position, area and its share, people
  /// and theirs. A place where people are left over counts however small it is.
  private static func leftovers(
    of layer: PreparedLayer, _ areas: MassMatrix, _ people: MassMatrix?,
    row: (Int, Double, Double, Double?, Double?) -> OverlapAnalysis.Row
  ) -> [OverlapAnalysis.Row] {
    layer.codes.indices.sorted { layer.codes[$0] < layer.codes[$1] }.compactMap { area in
      let left = areas.xUncovered(area)
      let homeless = people?.xUncovered(area)
      guard left >= 1 || (homeless ?? 0) >= 0.5 else { return nil }
      return row(
        area, left, share(left, areas.xTotals[area]), homeless,
        people.map { share($0.xUncovered(area), $0.xTotals[area]) })
    }
  }

  private static func share(_ part: Double, _ whole: Double) -> Double {
    whole > 0 ? min(1, part / whole) : 0
  }
}
