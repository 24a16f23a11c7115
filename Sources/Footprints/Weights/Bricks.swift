/// The small areas through which people are counted, and how many live in each.
public struct Bricks: Sendable {
  /// The small areas.
  public let layer: PreparedLayer
  /// The people of each brick, in the order of the layer; its patients where those are counted.
  public private(set) var people: [Double]
  /// What is counted.
  public private(set) var unit = MassUnit.people
  /// Where each is, in the order of the layer, where the bricks are points and no areas; nil where one is nowhere.
  public let places: [Coordinate?]?
  /// What was noticed while joining the two.
  public let notices: [Notice]

  /// Joins a layer with its population table. Bricks without a row count as having no people; rows without a brick are
  /// reported with their people, unless their codes were left out of the layer on purpose.
  package init(
    _ layer: PreparedLayer, _ population: PopulationTable, at points: PointLayer? = nil
  ) throws(FootprintsError) {
    try self.init(
      layer, points, population.codes, population.people, of: population.file, notices: population.notices)
  }

  /// Counts people in the areas of a layer.
  ///
  /// Bricks that are not in `people` count as having no people; codes that are in no brick are reported with their people,
  /// unless they were left out of the layer on purpose. Both make a notice. Codes are found without regard to padding
  /// and letter case where that leaves no doubt.
  ///
  /// Throws `badData` where no code is one of the layer, a number of one is beyond all people on Earth, or two spellings of one code have different numbers.
  ///
  /// Precondition: numbers of people are finite and not negative.
  ///
  /// - Parameters:
  ///   - layer: the small areas.
  ///   - people: how many people live in each, by its code.
  public init(_ layer: PreparedLayer, people: [String: Double]) throws(FootprintsError) {
    precondition(
      people.values.allSatisfy { $0 >= 0 && $0.isFinite }, "a number of people is negative or not finite")
    // A dictionary's order is different every time, and sums of fractions depend on it.
    let codes = people.keys.sorted()
    try self.init(layer, nil, codes, codes.map { people[$0] ?? 0 }, of: "the population", notices: [])
  }

  private init(
    _ layer: PreparedLayer, _ points: PointLayer?, _ codes: [String], _ numbers: [Double], of source: String,
    notices known: [Notice]
  ) throws(FootprintsError) {
    let matches = layer.codeIndex.positions(of: codes)
    if matches.count == 0, let first = codes.first, let brick = layer.codes.first {
      throw .nothingMatches(source, first, layer.name, brick)
    }
    var people = [Double](repeating: 0, count: layer.count)
    var codeOf = [String?](repeating: nil, count: layer.count)
    var elsewhere: (count: Int, people: Double) = (0, 0)
    var elsewhereCodes: [String] = []
    let prefixes = layer.origin.codePrefix
    for (row, (code, number)) in zip(codes, numbers).enumerated() {
      guard let brick = matches.positions[row] else {
        if prefixes?.contains(where: code.hasPrefix) != false {
          elsewhere.count += 1
          elsewhere.people += number
          elsewhereCodes.append(code)
        }
        continue
      }
      guard number <= PopulationTable.most else {
        throw FootprintsError(
          .badData, "the population of \(code) is \(number), more people than there are", file: source)
      }
      if let other = codeOf[brick], people[brick] != number {
        throw FootprintsError(
          .badData, "'\(other)' and '\(code)' are one small area with different numbers of people",
          file: source, remedy: "Keep one row for each code.")
      }
      people[brick] = number
      codeOf[brick] = code
    }
    self.layer = layer
    self.people = people
    places = points.map { points in
      // Codes of points are unique, and the layer made of them has the same in its own order.
      let place = Dictionary(zip(points.codes, points.codes.indices)) { first, _ in first }
      return layer.codes.map { code in
        place[code].flatMap { points.isPlaced($0) ? points.coordinates[$0] : nil }
      }
    }
    var notices = known + Notice.respelt(matches.respelt, in: source, of: layer.name)
    let missing = layer.codes.indices.filter { codeOf[$0] == nil }.map { layer.codes[$0] }
    if !missing.isEmpty {
      notices.append(
        Notice(
          .warning, "no-population",
          "\(CodeList(missing)) of \(layer.name): not in \(source); they are counted as having no people",
          about: missing))
    }
    if elsewhere.count > 0 {
      notices.append(
        Notice(
          .warning, "no-brick",
          "\(Wording.plural(elsewhere.count, "code")) of \(source) with \(Wording.people(elsewhere.people)) \(Wording.form(elsewhere.count, "is", "are")) not in \(layer.name)",
          about: elsewhereCodes))
    }
    self.notices = notices
  }

  /// What a reader must know of areas that no brick belongs to: their people, if there are any, are not counted.
  package func notices(ofAreas empty: [Int], in layer: PreparedLayer) -> [Notice] {
    if empty.isEmpty { return [] }
    let which = CodeList(empty.map { layer.codes[$0] })
    return [
      Notice(
        .warning, "no-bricks",
        "no small area of \(self.layer.name) belongs to \(which) of \(layer.name); \(Wording.form(empty.count, "it counts", "they count")) as having no people"
      )
    ]
  }

  /// Whether they are points and no areas.
  public var arePoints: Bool { places != nil }

  /// How bricks are counted when a method is asked for: a point lies wholly in the area that holds it, which is what the
  /// largest share means there.
  ///
  /// Throws `usage` where points are to be divided by area.
  public func method(_ asked: MembershipMethod) throws(FootprintsError) -> MembershipMethod {
    guard arePoints else { return asked }
    switch asked {
    case .largest, .centroid: return .centroid
    case .lookup: return .lookup
    case .apportion:
      throw FootprintsError(
        .usage, "the small areas of \(layer.name) are points, which have no area to divide",
        remedy: "Count them where they are.", reason: .bricksArePoints)
    }
  }

  /// The same small areas with their patients in place of their people. Precondition: a number for each.
  func counting(patients: [Double]) -> Bricks {
    precondition(patients.count == people.count, "a number of patients for each small area")
    var copy = self
    (copy.people, copy.unit) = (patients, .patients)
    return copy
  }

  /// All people.
  public var total: Double { people.reduce(0, +) }
}
