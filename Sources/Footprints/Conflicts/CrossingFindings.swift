/// Areas of one layer that lie across a border of another.
enum CrossingFindings {
  /// One finding for every part of an area of Y outside the area of X that has most of it, by people where they are
  /// counted. Slivers (`SliverRule`) are none.
  static func findings(in comparison: LayerComparison) throws(FootprintsError) -> [Finding] {
    let (x, y) = (comparison.x, comparison.y)
    var rows: [Int: [LayerComparison.Row]] = [:]
    for row in comparison.rows where row.relation != .sliver {
      if let area = row.y, row.x != nil { rows[area, default: []].append(row) }
    }
    var smaller: [(row: LayerComparison.Row, main: Int)] = []
    for (_, parts) in rows.sorted(by: { $0.key < $1.key }) where parts.count > 1 {
      let order = parts.sorted { a, b in
        ((b.people ?? 0), b.area, (a.x ?? 0)) < ((a.people ?? 0), a.area, (b.x ?? 0))
      }
      guard let main = order[0].x else { continue }
      for row in order.dropFirst() { smaller.append((row, main)) }
    }
    let pairs = smaller.compactMap { part -> OverlapTable.Pair? in
      guard let inX = part.row.x, let inY = part.row.y else { return nil }
      return OverlapTable.Pair(x: inX, y: inY, area: part.row.area, perimeter: 0)
    }
    // A pair that only a lookup table knows has no shape.
    let drawn = pairs.filter { $0.area > 0 }
    let evidence = try comparison.table.evidence(x.geometry, y.geometry, jobs: comparison.jobs)
    let shapes = try SnapRounding.roundedApart(
      evidence.outlines(of: drawn, jobs: comparison.jobs), unitsPerOne: evidence.a.grid.unitsPerMetre,
      jobs: comparison.jobs)
    var next = 0
    return zip(smaller, pairs).map { part, pair in
      let (area, here, main) = (y.unit(pair.y), x.unit(pair.x), x.unit(part.main))
      let ground = Wording.area(part.row.area)
      let share =
        switch part.row.people {
        case .some(..<0.5): "a part where nobody is counted"
        default: "\(Wording.percent(part.row.yPeopleShare ?? part.row.yShare)) of it"
        }
      let size = part.row.people.map { $0 < 0.5 ? ground : "\(Wording.people($0)), \(ground)" } ?? ground
      var finding = Finding(
        .crossing, in: y.name, about: area, and: here.code,
        "\(area.label) lies mostly in \(main.label), and \(share) in \(here.label): \(size)")
      if pair.area > 0 {
        let shape = shapes.selecting([next])
        next += 1
        finding.cover(shape, area: part.row.area, perimeter: shape.perimeter(of: 0))
      }
      finding.population = part.row.people
      return finding
    }
  }
}
