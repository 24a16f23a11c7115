import Footprints

/// The situations that two layers can be in, each as a family of small random pairs of layers.
enum LayerKind: String, CaseIterable, Sendable {
  /// Areas of several stars with holes, in any arrangement.
  case stars
  /// Areas with several holes each.
  case holes
  /// Rings within rings: holes, islands in them as parts of the same area or of another, holes in those.
  case islands
  /// Areas of many parts, some of which touch at a corner.
  case parts
  /// Areas of one layer on top of each other, some of them twice.
  case overlapping
  /// Both layers are unions of the same cells.
  case sharingAllEdges
  /// Unions of the same cells, but some corners have moved in one layer.
  case sharingSomeEdges
  /// Both layers cover the same square, with different cells and rotations.
  case sharingNoEdges
  /// Unit squares of one lattice: edges of one layer are parts of longer ones of the other.
  case bricks
  /// The same areas, written down differently: another start, another direction, other parts first.
  case identical
  /// Areas of one layer within holes of the other: filling them, inside them, touching them, reaching out.
  case insideHoles
  /// Layers without a common point, far from each other or interlocked.
  case apart
  /// A layer of another kind against itself.
  case itself
  /// Long thin triangles.
  case needles
  /// Outlines that differ by a few grid units everywhere, overlapping or with slivers between them.
  case hairsBreadth
  /// Rectangles divided again and again, turned: sides end in the middle of sides.
  case tJunctions
  /// Vertices of one layer on edges and vertices of the other.
  case verticesOnEdges
  /// Edges of both layers along a few common lines, overlapping partly, from either side.
  case collinear
  /// Valid areas whose rings touch themselves and each other at points, and spikes for the repair.
  case selfTouching
  /// Teeth between teeth: intersections of many parts.
  case combs
  /// Layers that touch along edges and at corners and have no area in common.
  case touching

  /// The pair of layers that a seed names.
  func layers(seed: UInt64) throws -> LayerPair {
    // Each kind has its own stream of numbers, so that kinds with a common beginning differ.
    let number = UInt64(LayerKind.allCases.firstIndex(of: self) ?? 0)
    var layers = RandomLayers(random: SeededGenerator(seed: seed &+ number << 32), step: 1, size: 1000)
    return try pair(&layers)
  }

  private func pair(_ layers: inout RandomLayers) throws -> LayerPair {
    switch self {
    case .stars:
      layers.chooseStep()
      return LayerPair(layers.stars(count: 3, corners: 9), layers.stars(count: 3, corners: 9))
    case .holes: return layers.holes()
    case .islands: return layers.islands()
    case .parts: return layers.parts()
    case .overlapping: return layers.overlapping()
    case .sharingAllEdges: return try layers.boards(moving: 0)
    case .sharingSomeEdges: return try layers.boards(moving: 0.3)
    case .sharingNoEdges: return try layers.turnedBoards()
    case .bricks:
      layers.size = 1024
      return LayerPair(
        try layers.bricks(columns: 4, rows: 4, areas: 3), try layers.bricks(columns: 4, rows: 4, areas: 3),
        isCoarse: true)
    case .identical: return layers.identical()
    case .insideHoles: return layers.insideHoles()
    case .apart: return layers.apart()
    case .itself:
      let others = Self.allCases.filter { $0 != .itself }
      let one = try others[Int.random(in: 0..<others.count, using: &layers.random)].pair(&layers)
      return LayerPair(one.a, one.a, isCoarse: one.isCoarse)
    case .needles:
      layers.chooseStep()
      layers.size = [1000, 30_000, 700_000][Int.random(in: 0..<3, using: &layers.random)]
      return LayerPair(layers.needles(count: 4), layers.needles(count: 4))
    case .hairsBreadth: return layers.hairsBreadth()
    case .tJunctions: return layers.tJunctions()
    case .verticesOnEdges: return layers.verticesOnEdges()
    case .collinear: return layers.collinear()
    case .selfTouching: return layers.selfTouching()
    case .combs: return layers.combs()
    case .touching: return try layers.touching()
    }
  }
}

/// Two layers to be overlaid.
struct LayerPair {
  var a: MultiPolygonArray
  var b: MultiPolygonArray
  /// Whether GEOS has nothing to round where areas touch, so that it finds exactly the pairs with an area.
  var isCoarse: Bool
  /// Which pairs have an area, where that follows from the way they were made.
  var meeting: Set<[Int]>?

  init(
    _ a: MultiPolygonArray, _ b: MultiPolygonArray, isCoarse: Bool = false, meeting: Set<[Int]>? = nil
  ) {
    (self.a, self.b, self.isCoarse, self.meeting) = (a, b, isCoarse, meeting)
  }
}

extension RandomLayers {
  typealias Ring = [(Double, Double)]

  /// A unit of the kernel's grid, in metres.
  static let gridUnit = 1.0 / 1_048_576

  mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ probability: Double) -> Bool { number(0...1) < probability }

  /// Takes one of the kernel's grid, a millimetre, a metre, 10 m or 50 m as the step.
  mutating func chooseStep() { step = [Self.gridUnit, 0.001, 1, 10, 50][integer(0...4)] }

  /// A ring of at least 6 corners between 0.6 and 1 times a radius away from a centre: it holds the disc of 0.4
  /// times the radius.
  mutating func blob(_ x: Double, _ y: Double, _ radius: Double) -> Ring {
    let corners = integer(6...8)
    return (0..<corners).map { corner in
      let angle = (Double(corner) + number(0...0.5)) / Double(corners) * 2 * .pi
      let r = radius * number(0.6...1)
      return (snap(x + r * cosine(angle)), snap(y + r * cosine(angle - .pi / 2)))
    }
  }

  /// An axis-parallel rectangle.
  static func rectangle(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> Ring {
    [(left, bottom), (right, bottom), (right, top), (left, top)]
  }
}
