/// The small areas through which people are counted, and how many live in each.
public struct Bricks: Sendable {
  /// The small areas.
  public let layer: PreparedLayer
  /// The people of each brick, in the order of the layer.
  public let people: [Double]
  /// What was noticed while joining the two.
  public let notices: [Notice]

  /// Joins a layer with its population table. Bricks without a row count as having no people; rows without a brick are
  /// reported with their people, unless their codes were left out of the layer on purpose.
  package init(_ layer: PreparedLayer, _ population: PopulationTable) {
    self.init(
      layer, Dictionary(zip(population.codes, population.people), uniquingKeysWith: +),
      of: "the population table", notices: population.notices)
  }

  /// Counts people in the areas of a layer.
  ///
  /// Bricks that are not in `people` count as having no people; codes that are in no brick are reported with their people,
  /// unless they were left out of the layer on purpose. Both make a notice.
  ///
  /// Precondition: numbers of people are finite and not negative.
  ///
  /// - Parameters:
  ///   - layer: the small areas.
  ///   - people: how many people live in each, by its code.
  public init(_ layer: PreparedLayer, people: [String: Double]) {
    precondition(
      people.values.allSatisfy { $0 >= 0 && $0.isFinite }, "a number of people is negative or not finite")
    self.init(layer, people, of: "the population", notices: [])
  }

  private init(
    _ layer: PreparedLayer, _ peopleOf: [String: Double], of source: String, notices known: [Notice]
  ) {
    self.layer = layer
    var notices = known
    var missing: [String] = []
    people = layer.codes.map { code in
      if let people = peopleOf[code] { return people }
      missing.append(code)
      return 0
    }
    if !missing.isEmpty {
      notices.append(
        Notice(
          .warning, "no-population",
          "\(CodeList(missing)) of \(layer.name): not in \(source); they are counted as having no people"))
    }
    let bricks = Set(layer.codes)
    let prefixes = layer.origin.codePrefix
    let elsewhere = peopleOf.filter { code, _ in
      !bricks.contains(code) && prefixes?.contains(where: code.hasPrefix) != false
    }
    if !elsewhere.isEmpty {
      // A dictionary's order is different every time, and a sum of fractions depends on it.
      let people = elsewhere.values.sorted().reduce(0, +)
      notices.append(
        Notice(
          .warning, "no-brick",
          "\(elsewhere.count) codes of \(source) with \(Wording.plain(people)) people are not in \(layer.name)"
        ))
    }
    self.notices = notices
  }

  /// All people.
  public var total: Double { people.reduce(0, +) }
}
