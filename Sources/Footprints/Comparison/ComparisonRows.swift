/// Collects the rows of a comparison and counts what is not listed.
struct ComparisonRows {
  private let x: PreparedLayer
  private let y: PreparedLayer
  private let parameters: LayerComparison.Parameters
  private let people: MassMatrix?
  /// Whether a lookup table says who is where, or flows of patients do, which know better than the boundaries.
  private let isLookedUp: Bool
  /// The shared people not yet listed, in the order of (x, y) as the pairs are.
  private var peopleLeft: ArraySlice<MassMatrix.Cell>
  /// The rows listed, by the codes of X and then of Y, as layers are in that order.
  private(set) var rows: [LayerComparison.Row] = []
  /// For each pair added whether it is a sliver.
  private(set) var areSlivers: [Bool] = []
  private(set) var slivers = LayerComparison.LeftOut()
  private(set) var belowMinimum = LayerComparison.LeftOut()

  init(
    x: PreparedLayer, y: PreparedLayer, parameters: LayerComparison.Parameters, population: PopulationOverlap?
  ) {
    self.x = x
    self.y = y
    self.parameters = parameters
    people = population?.matrix
    isLookedUp = population?.method == .lookup || population?.matrix.unit == .patients
    peopleLeft = people?.cells[...] ?? []
  }

  /// Adds a pair with a common area. Precondition: pairs by ascending x, then y.
  mutating func add(_ pair: OverlapTable.Pair, _ table: OverlapTable, isThin: Bool) {
    let (r, c) = (table.xAreas[pair.x], table.yAreas[pair.y])
    let xShare = Self.share(pair.area, r)
    let yShare = Self.share(pair.area, c)
    var row = LayerComparison.Row(
      x: pair.x, y: pair.y, area: pair.area, xShare: xShare, yShare: yShare,
      jaccard: Self.share(pair.area, r + c - pair.area), meanWidth: pair.meanWidth,
      areaRelation: Relation(xShare: xShare, yShare: yShare, isSliver: isThin, whole: parameters.tolerance))
    listPeopleWithoutArea(before: (pair.x, pair.y))
    var mass = 0.0
    if let cell = peopleLeft.first, cell.x == pair.x, cell.y == pair.y {
      mass = cell.mass
      peopleLeft.removeFirst()
    }
    let isSliver = isThin && !(isLookedUp && mass > 0)
    areSlivers.append(isSliver)
    addPeople(to: &row, mass, isSliver: isSliver)
    list(row)
  }

  /// Ends the list.
  mutating func end() { listPeopleWithoutArea(before: nil) }

  /// Lists the pairs up to a place that a lookup table gives people but the boundaries no common area.
  private mutating func listPeopleWithoutArea(before place: (Int, Int)?) {
    while let cell = peopleLeft.first, place.map({ (cell.x, cell.y) < $0 }) ?? true {
      peopleLeft.removeFirst()
      var row = LayerComparison.Row(
        x: cell.x, y: cell.y, area: 0, xShare: 0, yShare: 0, jaccard: 0, meanWidth: 0)
      addPeople(to: &row, cell.mass, isSliver: false)
      list(row)
    }
  }

  /// Adds the people of a pair, and the relation: by people where they are counted, by area where one of the two has
  /// nobody at all.
  private func addPeople(to row: inout LayerComparison.Row, _ mass: Double, isSliver: Bool) {
    row.relation = isSliver ? .sliver : row.areaRelation
    guard let people, let x = row.x, let y = row.y else { return }
    row.people = mass
    let shares = (Self.share(mass, people.xTotals[x]), Self.share(mass, people.yTotals[y]))
    (row.xPeopleShare, row.yPeopleShare) = shares
    if people.xTotals[x] > 0, people.yTotals[y] > 0 {
      row.relation = Relation(
        xShare: shares.0, yShare: shares.1, isSliver: isSliver, whole: parameters.tolerance)
    }
  }

  private mutating func list(_ row: LayerComparison.Row) {
    func count(_ leftOut: inout LayerComparison.LeftOut) {
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

  /// What no area of the other layer covers, X first, by code. Less than 1 m2 is rounding, if nobody is in it.
  static func leftovers(_ x: PreparedLayer, _ y: PreparedLayer, _ areas: MassMatrix, _ people: MassMatrix?)
    -> [LayerComparison.Row]
  {
    leftovers(of: x, areas, people) {
      LayerComparison.Row(x: $0, area: $1, xShare: $2, people: $3, xPeopleShare: $4)
    }
      + leftovers(of: y, areas.transposed, people?.transposed) {
        LayerComparison.Row(y: $0, area: $1, yShare: $2, people: $3, yPeopleShare: $4)
      }
  }

  /// The leftovers of the layer that is X of the matrices, as rows of position, area and its share, people
  /// and theirs. A place where people are left over counts however small it is, and so does an area without any
  /// ground, as of its rings or after its repair.
  private static func leftovers(
    of layer: PreparedLayer, _ areas: MassMatrix, _ people: MassMatrix?,
    row: (Int, Double, Double, Double?, Double?) -> LayerComparison.Row
  ) -> [LayerComparison.Row] {
    let lost = Set(layer.repairs.filter { $0.areaLost > 0 && $0.areaAfter == 0 }.map(\.code))
      .union(withoutGround(layer, areas.xTotals).map { layer.codes[$0] })
    return layer.codes.indices.compactMap { area in
      let left = areas.xUncovered(area)
      let peopleLeft = people?.xUncovered(area)
      guard left >= 1 || (peopleLeft ?? 0) >= 0.5 || lost.contains(layer.codes[area]) else { return nil }
      return row(
        area, left, share(left, areas.xTotals[area]), peopleLeft,
        people.map { share($0.xUncovered(area), $0.xTotals[area]) })
    }
  }

  /// The areas of a layer whose rings enclose nothing.
  static func withoutGround(_ layer: PreparedLayer, _ areas: [Double]) -> [Int] {
    layer.codes.indices.filter { areas[$0] == 0 && !layer.geometry.polygons(of: $0).isEmpty }
  }

  private static func share(_ part: Double, _ whole: Double) -> Double {
    whole > 0 ? min(1, part / whole) : 0
  }
}
