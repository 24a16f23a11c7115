/// An invented country of England's size for benchmarks: 33,000 bricks, some 6,800 middle areas, 320 local
/// authorities and nearly 170 CCGs, which cut through the authorities here and there as real ones do.
package struct National {
  private let partition: Partition
  private let layers: [Layer]
  private let tables: [CSVText]

  private static let land = Land(
    outlines: [
      Outline(kilometres: [
        (-160, -270), (-60, -290), (40, -255), (150, -280), (190, -220), (160, -150), (215, -80), (170, 0),
        (190, 70), (120, 120), (130, 190), (70, 290), (-20, 270), (-40, 180), (-110, 140), (-90, 60),
        (-150, 10), (-185, -70), (-130, -120), (-190, -200),
      ]),
      Outline(kilometres: [(-170, 60), (-130, 50), (-125, 95), (-160, 110)]),
    ], lakes: [Outline(kilometres: [(10, 20), (30, 15), (35, 40), (15, 45)])])

  /// Makes the country.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same country.
  ///   - detail: How often the distance between vertices is halved: each step doubles the files. At 0 the
  ///     bricks have about a million vertices.
  package init(seed: UInt64, detail: Int) {
    let fineness = Double(1 << detail)
    let bricks = Partition(
      land: Self.land, brickCount: 33_000, towns: Self.towns(seed: seed),
      detail: Partition.Detail(inland: 400 / fineness, coast: 200 / fineness), seed: seed)
    partition = bricks
    let population = Population(bricks: bricks, seed: seed)
    var chance = SeededGenerator(seed: seed, .seeds)
    let neighbours = bricks.neighbours
    func grow(_ count: Int) -> [Int] {
      Growth(into: count, centres: bricks.centres, neighbours: neighbours, chance: &chance).areaOf
    }
    let middle = grow(6800)
    let authority = Self.follow(middle, grow(320))
    // Most authorities go to a CCG as a whole; every fourth is divided along its middle areas.
    let authorities = (authority.max() ?? 0) + 1
    let wholeOrParts = zip(authority, middle).map { $0 % 4 == 0 ? authorities + $1 : $0 }
    var commissioner = Self.follow(wholeOrParts, grow(180))
    // One brick in forty has gone over to the CCG of a neighbour.
    let before = commissioner
    for brick in commissioner.indices where chance.below(40) == 0 {
      commissioner[brick] = before[chance.pick(neighbours[brick] + [brick])]
    }

    let brickLayer = Self.layer("bricks", "brick", "XB", bricks.centres.indices.map { $0 }, tolerance: 0)
    let middleLayer = Self.layer("middle", "middle", "XM", middle, tolerance: 0)
    let authorityLayer = Self.layer("ltla", "ltla", "XL", authority, tolerance: 20)
    let commissionerLayer = Self.layer("ccg", "ccg", "XC", commissioner, tolerance: 0)
    layers = [brickLayer, middleLayer, authorityLayer, commissionerLayer]
    tables = [
      NorthmereTables.population(brickLayer, population),
      NorthmereTables.lookup(brickLayer, [middleLayer, authorityLayer, commissionerLayer]),
    ]
  }

  /// The data package, ready to be written.
  package var files: [RegionFile] {
    let package = DataPackage(
      name: "national", title: "An invented country of England's size, for benchmarks", layers: layers,
      tables: tables)
    return [package.file]
      + layers.map { GeoJSONText.file($0, on: partition, placement: .middleOfGrid) } + tables.map(\.file)
  }

  private static func towns(seed: UInt64) -> [Town] {
    var chance = SeededGenerator(seed: seed, .town)
    let (low, high) = land.extent
    var towns: [Town] = []
    while towns.count < 250 {
      let centre = Point(chance.between(low.x, high.x), chance.between(low.y, high.y))
      guard land.contains(centre) else { continue }
      // Few cities and many small towns: sizes fall with the rank.
      let reach = 22_000 / Double(1 + towns.count).squareRoot() + 2000
      towns.append(Town(centre: centre, pull: chance.between(0.3, 0.6), reach: reach))
    }
    return towns
  }

  /// Areas made of whole smaller ones: each smaller one goes where its first brick went. Numbers that nothing
  /// got are closed up.
  private static func follow(_ smaller: [Int], _ larger: [Int]) -> [Int] {
    var choice: [Int: Int] = [:]
    for (small, large) in zip(smaller, larger) where choice[small] == nil { choice[small] = large }
    var number: [Int: Int] = [:]
    for large in choice.values.sorted() where number[large] == nil { number[large] = number.count }
    return smaller.map { number[choice[$0] ?? 0] ?? 0 }
  }

  private static func layer(
    _ name: String, _ role: String, _ prefix: String, _ areaOf: [Int], tolerance: Double
  ) -> Layer {
    let numbers = 0...(areaOf.max() ?? 0)
    let codes = numbers.map { regionCode(prefix, $0 + 1, digits: 5) }
    return Layer(
      name: name, role: role, resolution: tolerance > 0 ? "BGC" : "BFC", tolerance: tolerance, codes: codes,
      names: codes.map { "Area \($0)" }, areaOf: areaOf)
  }
}
