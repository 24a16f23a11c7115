import Footprints

/// Small areas, and larger ones made of them, with wriggling borders; every tier can be generalised on its own, as published
/// layers are, so that who lies in whom is known however the borders are displaced. The same for the same seed.
struct NestedTiers {
  private let side: Int
  private let corners: [Coordinate]
  /// The border between two neighbouring corners, from the lower to the higher number.
  private var lines: [[Int]: [Coordinate]] = [:]
  /// For each small area the area of the tier between that it is part of.
  private(set) var middle: [Int] = []
  /// For each small area the large area.
  private(set) var large: [Int] = []
  /// For each small area the area of another division of the middle ones into large areas.
  private(set) var other: [Int] = []

  /// `side` by `side` small areas, 300 to 3,000 m wide, of which about `six` make one of the middle, and these `large` large ones.
  init(seed: UInt64, side: Int = 40, six: Int = 6, large largeCount: Int = 16) {
    var generator = SeededGenerator(seed: seed)
    self.side = side
    func positions() -> [Double] {
      var at = 0.0
      return [0]
        + (0..<side).map { _ in
          let part = Double.random(in: 0...1, using: &generator)
          at += 300 + 2700 * part * part * part
          return at
        }
    }
    let (columns, rows) = (positions(), positions())
    var corners: [Coordinate] = []
    for row in 0...side {
      for column in 0...side {
        func shift(_ at: [Double], _ place: Int) -> Double {
          if place % side == 0 { return at[place] }
          let room = min(at[place + 1] - at[place], at[place] - at[place - 1])
          return at[place] + Double.random(in: -0.25...0.25, using: &generator) * room
        }
        corners.append(Coordinate(430_000 + shift(columns, column), 180_000 + shift(rows, row)))
      }
    }
    self.corners = corners
    for node in corners.indices {
      for next in [node + 1, node + side + 1] {
        let isAcross = next == node + 1
        if isAcross ? node % (side + 1) == side : next >= corners.count { continue }
        let isOuter = isAcross ? node / (side + 1) % side == 0 : node % (side + 1) % side == 0
        lines[[node, next]] = Self.wriggling(
          corners[node], corners[next], by: isOuter ? 0 : 0.2, using: &generator)
      }
    }
    let small = Array(0..<side * side)
    middle = grouped(small, into: side * side / six, using: &generator)
    large = grouped(middle, into: largeCount, using: &generator)
    other = grouped(middle, into: largeCount, using: &generator)
  }

  /// Groups of areas around random small areas; an area goes to the group nearest to the first of its small areas.
  private func grouped(_ areas: [Int], into count: Int, using generator: inout SeededGenerator) -> [Int] {
    let seeds = (0..<count).map { _ in Int.random(in: 0..<side * side, using: &generator) }
    var groups: [Int: Int] = [:]
    var numbers: [Int: Int] = [:]
    return areas.indices.map { small in
      if let known = groups[areas[small]] { return known }
      func distance(_ other: Int) -> Int {
        let (rows, columns) = (small / side - other / side, small % side - other % side)
        return rows * rows + columns * columns
      }
      let nearest = seeds.indices.min { distance(seeds[$0]) < distance(seeds[$1]) } ?? 0
      let number = numbers[nearest] ?? numbers.count
      numbers[nearest] = number
      groups[areas[small]] = number
      return number
    }
  }

  /// A line whose middles move aside by up to a part of the length between their neighbours, down to 50 m.
  private static func wriggling(
    _ a: Coordinate, _ b: Coordinate, by part: Double, using generator: inout SeededGenerator
  ) -> [Coordinate] {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    if part == 0 || dx * dx + dy * dy < 2500 { return [a, b] }
    let shift = Double.random(in: -part...part, using: &generator)
    let middle = Coordinate(a.x + dx / 2 - shift * dy, a.y + dy / 2 + shift * dx)
    return wriggling(a, middle, by: part, using: &generator).dropLast()
      + wriggling(middle, b, by: part, using: &generator)
  }

  /// The areas of a tier, given as the area of each small one, each border between two junctions of the tier generalised by a tolerance.
  func areas(of tier: [Int], generalisedBy tolerance: Double) -> MultiPolygonArray {
    func owner(_ row: Int, _ column: Int) -> Int {
      (0..<side).contains(row) && (0..<side).contains(column) ? tier[row * side + column] : -1
    }
    // The borders that start at a corner, to the east, north, west and south: what lies on their left and right.
    func sides(_ node: Int, _ direction: Int) -> (left: Int, right: Int) {
      let (row, column) = (node / (side + 1), node % (side + 1))
      let around = [(row, column), (row, column - 1), (row - 1, column - 1), (row - 1, column)]
        .map { owner($0.0, $0.1) }
      return (around[direction], around[(direction + 3) % 4])
    }
    let steps = [1, side + 1, -1, -side - 1]
    let isJunction = corners.indices.map { node in
      (0..<4).count { sides(node, $0).left != sides(node, $0).right } != 2
    }
    var rings = [[[Int]]](repeating: [], count: (tier.max() ?? 0) + 1)
    var seen = Set<[Int]>()
    for start in corners.indices {
      for first in 0..<4 {
        let (area, right) = sides(start, first)
        if area < 0 || area == right || seen.contains([start, first]) { continue }
        var (node, direction, ring) = (start, first, [start])
        while seen.insert([node, direction]).inserted {
          node += steps[direction]
          ring.append(node)
          direction =
            [1, 0, 3].map { (direction + $0) % 4 }
            .first { sides(node, $0).left == area && sides(node, $0).right != area } ?? direction
        }
        rings[area].append(ring)
      }
    }
    var out = MultiPolygonArray()
    for area in rings {
      let drawn = area.map { draw($0, isJunction, tolerance) }
      for ring in drawn where ring.count > 3 {
        for point in ring { out.append(point) }
        out.endRing()
        out.endPolygon()
      }
      out.endArea()
    }
    return out
  }

  /// The outline along some corners, each stretch between junctions generalised in the same direction from both sides.
  private func draw(_ ring: [Int], _ isJunction: [Bool], _ tolerance: Double) -> [Coordinate] {
    let nodes = Array(ring.dropLast())
    let cuts = nodes.indices.filter { isJunction[nodes[$0]] }
    let from = cuts.first ?? nodes.indices.min { nodes[$0] < nodes[$1] } ?? 0
    let turned = nodes[from...] + nodes[..<from] + [nodes[from]]
    var points: [Coordinate] = []
    var chain: [Int] = []
    for node in turned {
      chain.append(node)
      guard chain.count > 1, isJunction[node] || (cuts.isEmpty && chain.count == turned.count) else {
        continue
      }
      let isForward = (chain[0], chain[1]) < (chain[chain.count - 1], chain[chain.count - 2])
      let path = isForward ? chain : chain.reversed()
      var line: [Coordinate] = [corners[path[0]]]
      for (a, b) in zip(path, path.dropFirst()) {
        let edge = lines[[min(a, b), max(a, b)]] ?? []
        line += (a < b ? edge : edge.reversed()).dropFirst()
      }
      let drawn = Self.generalised(line[...], tolerance)
      points += (isForward ? drawn : drawn.reversed()).dropFirst(points.isEmpty ? 0 : 1)
      chain = [node]
    }
    return points
  }

  /// Douglas and Peucker's line.
  private static func generalised(_ line: ArraySlice<Coordinate>, _ tolerance: Double) -> [Coordinate] {
    guard let a = line.first, let b = line.last, line.count > 2, tolerance > 0 else { return Array(line) }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    func distance(_ p: Coordinate) -> Double {
      let (px, py) = (p.x - a.x, p.y - a.y)
      let t = square > 0 ? max(0, min(1, (px * dx + py * dy) / square)) : 0
      let (ex, ey) = (px - t * dx, py - t * dy)
      return (ex * ex + ey * ey).squareRoot()
    }
    let inner = line.dropFirst().dropLast()
    guard let furthest = inner.indices.max(by: { distance(line[$0]) < distance(line[$1]) }),
      square == 0 || distance(line[furthest]) > tolerance
    else { return [a, b] }
    return generalised(line[...furthest], tolerance).dropLast() + generalised(line[furthest...], tolerance)
  }
}

extension MultiPolygonArray {
  /// The same areas with every place moved, by a distance of which this is the mean square's root, along waves some 6 to 20 times as long.
  func displaced(by distance: Double, seed: UInt64) -> MultiPolygonArray {
    var generator = SeededGenerator(seed: seed)
    let waves = (0..<24).map { _ in
      let (turn, length) = (
        Double.random(in: 0...(2 * .pi), using: &generator), Double.random(in: 6...20, using: &generator)
      )
      let (phase, way) = (
        Double.random(in: 0...(2 * .pi), using: &generator),
        Double.random(in: 0...(2 * .pi), using: &generator)
      )
      let number = 2 * .pi / (length * distance)
      return (
        x: number * cosine(turn), y: number * cosine(turn - .pi / 2), phase: phase, toX: cosine(way),
        toY: cosine(way - .pi / 2)
      )
    }
    let height = distance * (2.0 / 24).squareRoot()
    return mapped { point in
      waves.reduce(point) { moved, wave in
        let shift = height * cosine(point.x * wave.x + point.y * wave.y + wave.phase)
        return Coordinate(moved.x + shift * wave.toX, moved.y + shift * wave.toY)
      }
    }
  }
}
