/// Catchments from where trusts have hospitals, for when there are no flows: the ground of the small areas that lies nearer to a trust's
/// hospitals than to any other trust's, as the crow flies (Voronoi cells).
enum SiteCatchments {
  /// The catchments as a layer, one area per trust, and what a reader must know.
  ///
  /// Throws `badData` where no hospital has a place.
  static func layer(
    of sites: PointLayer, within bricks: PreparedLayer, jobs: Int
  ) throws(FootprintsError) -> (layer: PreparedLayer, notices: [Notice]) {
    let places = try Places(sites)
    var notices = places.notices
    // The ground of all small areas as one.
    let ground = try bricks.gridded.dissolved(jobs: jobs)
    let box = places.coordinates.reduce(into: ground.geometry.box(of: 0)) { $0.extend(to: $1) }
    let cells = try cells(of: places.coordinates, within: box.grown(by: 1000))
    // GEOS does not say whose cell is whose: the site that lies in it.
    let working = bricks.origin.transformation.target.definition
    let drawn = try PreparedLayer(
      "cells", codes: cells.areaCodes, areas: cells, working: working, jobs: jobs)
    let located = try PointLocator(drawn.gridded).locate(places.coordinates, jobs: jobs)
    var owner = [Int?](repeating: nil, count: drawn.count)
    for site in places.coordinates.indices { for cell in located[site] { owner[cell] = places.trust[site] } }
    // The cells of a trust are joined, then cut by the ground.
    let joined = try drawn.gridded.dissolved(into: owner, count: places.trusts.count, jobs: jobs)
    let whole = try PreparedLayer(
      "whole", codes: joined.geometry.areaCodes, areas: joined.geometry, working: working, jobs: jobs)
    let outline = try PreparedLayer(
      "ground", codes: ["ground"], areas: ground.geometry, working: working, jobs: jobs)
    let table = try OverlapEngine.table(whole, outline, jobs: jobs)
    let pieces = try OverlapPieces.build(
      table.pairs, of: table, x: whole.geometry, y: outline.geometry, jobs: jobs)
    let kept = table.pairs.indices.filter { !pieces.polygons(of: $0).isEmpty }
    let trusts = kept.map { places.trusts[Int(whole.codes[table.pairs[$0].x]) ?? 0] }
    let empty = Set(places.trusts.map(\.code)).subtracting(trusts.map(\.code)).sorted()
    if !empty.isEmpty {
      notices.append(
        Notice(
          .warning, "no-catchment",
          "\(CodeList(empty)) of \(sites.name): no ground of \(bricks.name) is nearest to \(Wording.form(empty.count, "it", "them"))",
          about: empty))
    }
    let layer = try PreparedLayer(
      sites.name, role: "trust", resolution: bricks.resolution, codes: trusts.map(\.code),
      names: trusts.map(\.name), areas: pieces.selecting(kept), working: working, jobs: jobs)
    return (layer, notices)
  }

  private static func cells(
    of places: [Coordinate], within box: Box
  ) throws(FootprintsError) -> MultiPolygonArray {
    if places.count > 1 {
      return try GEOSGeometry.voronoiCells(of: places, within: box, in: GEOSContext())
    }
    let corners = [
      box.min, Coordinate(box.max.x, box.min.y), box.max, Coordinate(box.min.x, box.max.y), box.min,
    ]
    return MultiPolygonArray(
      coordinates: corners, ringOffsets: [0, 5], polygonOffsets: [0, 1], areaOffsets: [0, 1])
  }

  /// The hospitals that have a place, each place once.
  private struct Places {
    let coordinates: [Coordinate]
    /// The position of the trust of each.
    let trust: [Int]
    /// The trusts, by their codes.
    let trusts: [NamedCode]
    let notices: [Notice]

    init(_ sites: PointLayer) throws(FootprintsError) {
      let order = (0..<sites.count).filter(sites.isPlaced).sorted {
        (sites.codes[$0], $0) < (sites.codes[$1], $1)
      }
      guard !order.isEmpty else {
        throw FootprintsError(
          .badData, "no point of \(sites.name) has a place", file: sites.origin.files.first?.name)
      }
      var codes: [NamedCode] = []
      var taken: [Coordinate: Int] = [:]
      var (places, trust): ([Coordinate], [Int]) = ([], [])
      var shared: Set<String> = []
      for site in order {
        if codes.last?.code != sites.codes[site] { codes.append(sites.unit(site)) }
        if let other = taken[sites.coordinates[site]] {
          if other != codes.count - 1 { shared.formUnion([codes[other].code, sites.codes[site]]) }
          continue
        }
        taken[sites.coordinates[site]] = codes.count - 1
        places.append(sites.coordinates[site])
        trust.append(codes.count - 1)
      }
      (coordinates, self.trust, trusts) = (places, trust, codes)
      var notices: [Notice] = []
      let without = sites.count - order.count
      if without > 0 {
        notices.append(
          Notice(
            .warning, "site-without-place",
            "\(Wording.plural(without, "point")) of \(sites.name) without coordinates \(Wording.form(without, "is", "are")) left out",
            about: (0..<sites.count).filter { !sites.isPlaced($0) }.map { sites.codes[$0] }))
      }
      if !shared.isEmpty {
        notices.append(
          Notice(
            .warning, "shared-site",
            "\(CodeList(shared.sorted())) of \(sites.name) are in one place, whose ground counts for the first of them",
            about: shared.sorted()))
      }
      self.notices = notices
    }
  }
}

extension MultiPolygonArray {
  /// A code for each area that sorts as they do: positions with as many digits as the last has.
  fileprivate var areaCodes: [String] {
    let digits = String(count).count
    return (0..<count).map { String(repeating: "0", count: digits - String($0).count) + String($0) }
  }
}
