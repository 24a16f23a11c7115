/// The small areas through which people are counted, and how many live in each.
public struct Bricks: Sendable {
  /// The small areas.
  public let layer: PreparedLayer
  /// The people of each brick, in the order of the layer.
  public let people: [Double]
  /// What joining the two had to say.
  public let notices: [Notice]

  /// Joins a layer with its population table. Bricks without a row count nobody; rows without a brick are
  /// told with their people, unless their codes were left out of the layer on purpose.
  package init(_ layer: PreparedLayer, _ population: PopulationTable) {
    self.layer = layer
    var notices = population.notices
    let peopleOf = Dictionary(zip(population.codes, population.people), uniquingKeysWith: +)
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
          "\(CodeList(missing)) of \(layer.name): not in the population table; they count nobody"))
    }
    let known = Set(layer.codes)
    let prefixes = layer.origin.codePrefix
    var homeless = 0
    var lost = 0.0
    for (code, people) in zip(population.codes, population.people) where !known.contains(code) {
      if let prefixes, !prefixes.contains(where: code.hasPrefix) { continue }
      homeless += 1
      lost += people
    }
    if homeless > 0 {
      notices.append(
        Notice(
          .warning, "no-brick",
          "\(homeless) codes of the population table with \(Int(lost.rounded())) people are not in \(layer.name)"
        ))
    }
    self.notices = notices
  }

  /// All people.
  public var total: Double { people.reduce(0, +) }
}
