extension DiffResult: IllustratedResult {
  /// The vintages on one line, with what became of the areas, or of one place.
  public func figures() -> [Figure] {
    let layers = steps.prefix(1).map(\.comparison.x) + steps.map(\.comparison.y)
    let dates = layers.map { $0.vintage.flatMap(Self.year) }
    guard dates.allSatisfy({ $0 != nil }),
      zip(dates, dates.dropFirst()).allSatisfy({ ($0 ?? 0) <= ($1 ?? 0) })
    else { return [] }
    let events = layers.enumerated().map { number, layer in
      TimelineFigure.Event(
        year: (dates[number] ?? nil) ?? 0, date: layer.vintage ?? "", words: words(number, layer))
    }
    return [
      Figure(
        request.place.map { "\($0) through the years." } ?? "The vintages on one line.",
        description: events.map { "\($0.date): \($0.words)." }.joined(separator: " "),
        .timeline(TimelineFigure(events: events)))
    ]
  }

  private func words(_ number: Int, _ layer: PreparedLayer) -> String {
    if request.place != nil {
      let units =
        number == 0
        ? rows.filter { $0.step == 0 }.compactMap(\.old)
        : rows.filter { $0.step == number - 1 }.compactMap(\.new)
      var seen: Set<String> = []
      let names = units.filter { seen.insert($0.code).inserted }.map(\.name)
      return "\(layer.name): \(names.isEmpty ? "nothing of it" : Wording.list(names))"
    }
    let areas = "\(layer.name), \(Wording.plural(layer.count, "area"))"
    guard number > 0 else { return areas }
    let same = steps[number - 1].rows.count { $0.kind == .same }
    return "\(areas), \(Wording.grouped(same)) as before"
  }

  /// The year of a month such as "2021-04", with its part.
  private static func year(_ vintage: String) -> Double? {
    let parts = vintage.split(separator: "-").map { Double($0) }
    guard let first = parts.first, let year = first else { return nil }
    let month = parts.count > 1 ? parts[1] ?? 1 : 1
    return year + (month - 1) / 12
  }
}
