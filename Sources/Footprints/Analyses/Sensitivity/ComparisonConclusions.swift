extension LayerComparison {
  /// What the two layers were compared by.
  var settings: [Setting] {
    let weights: Weights =
      switch unit {
      case .squareMetres: .area
      case .people: .population
      case .patients: .flow
      }
    return [.weights(weights), .tolerance(parameters.tolerance), .sliverWidth(sliverRule.width)]
      + (population.map { [.membership($0.method)] } ?? [])
  }
}

/// A value with as much on either side as small areas that a border divides can move.
func reach(_ value: Double, _ divided: Double?) -> ClosedRange<Double>? {
  divided.map { max(0, value - $0)...min(1, value + $0) }
}

extension OverlapResult: ConcludingResult {
  /// What shares are of.
  public var countedUnit: MassUnit { comparison.unit }
  /// What it was made by.
  public var settings: [Setting] { comparison.settings }

  /// How each pair lies.
  public var conclusions: [Conclusion] {
    pairs.compactMap { row in
      guard let x = row.x, let y = row.y, let relation = row.values.relation else { return nil }
      let values = row.values
      let share = values.xPeopleShare ?? values.xShare ?? 0
      // Less is noise, of which flows of patients have much.
      guard max(share, values.yPeopleShare ?? values.yShare ?? 0) >= Conclusion.leastRanked else {
        return nil
      }
      var conclusion = Conclusion(
        "relation", of: x, answer: relation.rawValue,
        words: "\(relation.rawValue) (\(Wording.percent(share)) of \(x.code))")
      conclusion.other = y
      conclusion.value = share
      conclusion.mass = comparison.unit.countsPersons ? values.people : values.area
      conclusion.absent = "below 1%"
      // Which of both shares decides depends on the relation; the one of X is told.
      conclusion.limit = comparison.parameters.tolerance
      if let people = values.people, people > 0, let divided = row.divided {
        conclusion.reach = reach(share, share * min(1, divided / people))
      }
      return conclusion
    }
  }
}

extension ScoreResult: ConcludingResult {
  /// What shares are of.
  public var countedUnit: MassUnit { comparison.unit }
  /// What it was made by.
  public var settings: [Setting] { comparison.settings }

  /// Best partners and verdicts of all areas, and who is most in the corner.
  public var conclusions: [Conclusion] {
    units.flatMap { bestPartner($0) + verdicts($0) } + mostInCorner(.x) + mostInCorner(.y) + [coterminous]
  }

  private func bestPartner(_ unit: UnitScores) -> [Conclusion] {
    guard let partner = unit.bestPartner else { return [] }
    var conclusion = Conclusion(
      "best_partner", unit.side.rawValue, of: unit.unit, answer: partner.code,
      words: "\(partner.name) (\(Wording.percent(unit.bestShare)))")
    conclusion.value = unit.bestShare
    conclusion.limit = secondShare(unit)
    conclusion.reach = reach(unit.bestShare, unit.dividedShare)
    conclusion.mass = unit.mass
    return [conclusion]
  }

  /// The share of a unit in its second best partner.
  private func secondShare(_ unit: UnitScores) -> Double? {
    let matrix = unit.side == .x ? comparison.matrix : comparison.matrix.transposed
    let layer = unit.side == .x ? comparison.x : comparison.y
    guard let place = layer.codes.firstIndex(of: unit.unit.code) else { return nil }
    let shares = matrix.row(place).map(matrix.xShare).sorted(by: >)
    return shares.count > 1 ? shares[1] : nil
  }

  private func verdicts(_ unit: UnitScores) -> [Conclusion] {
    unit.verdicts.map { verdict in
      let isShare = (verdict.limit ?? 1) <= 1
      let answer = verdict.isMet ? "yes" : "no"
      var conclusion = Conclusion(
        "verdict", verdict.preset, of: unit.unit, answer: answer,
        words: "\(answer) (\(isShare ? Wording.percent(verdict.value) : Wording.count(verdict.value)))")
      conclusion.value = verdict.value
      conclusion.limit = verdict.limit
      conclusion.mass = unit.mass
      if let divided = unit.dividedShare {
        conclusion.reach =
          isShare
          ? reach(verdict.value, divided)
          : verdict.value * (1 - divided)...verdict.value * (1 + divided)
      }
      return conclusion
    }
  }

  /// The three areas of a layer most in the corner of the others’ footprints, in that order.
  private func mostInCorner(_ side: UnitScores.Side) -> [Conclusion] {
    let ordered = units.filter { $0.side == side && $0.mass > 0 }
      .sorted { ($1.cornerIndex, $0.unit.code) < ($0.cornerIndex, $1.unit.code) }
    let layer = side == .x ? comparison.x : comparison.y
    return ordered.prefix(3).enumerated().map { place, unit in
      var conclusion = Conclusion(
        "most_in_corner", "\(place + 1)", of: NamedCode(code: layer.name, name: layer.title.place.many),
        answer: unit.unit.code,
        words: "\(unit.unit.name) (\(Wording.decimal(unit.cornerIndex, 2)))")
      conclusion.value = unit.cornerIndex
      conclusion.mass = unit.mass
      return conclusion
    }
  }

  private var coterminous: Conclusion {
    let whole = scores.system.coterminous
    return Conclusion(
      "coterminous_count", of: NamedCode(code: comparison.x.name, name: comparison.x.title.place.many),
      answer: String(whole.count), words: "\(Wording.grouped(whole.count)) of \(Wording.grouped(whole.of))")
  }
}
