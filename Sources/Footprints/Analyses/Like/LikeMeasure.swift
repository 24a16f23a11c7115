/// One way in which areas of a tier can be alike, with the number of every area of the tier.
struct LikeMeasure: Sendable {
  /// What is measured.
  enum Kind: String, Sendable, CaseIterable {
    /// The people who live there.
    case population
    /// How large it is, where people are not counted.
    case area
    /// People for each square kilometre.
    case density
    /// The mean level of the schemes of its Better Care Fund plans, by the share that each plan has of it.
    case maturity
    /// Its corner index among the areas of another tier.
    case cornerIndex = "corner_index"
    /// Its effective number of partners among them (Shannon).
    case effectivePartners = "effective_partners"
    /// The largest share of it that lies in one of them.
    case dependence = "largest_dependence"
    /// The largest share of one of them that lies in it.
    case leverage = "largest_leverage"

    /// How finely areas are told apart: what differs by less is noise of boundaries and small areas.
    var step: Double {
      switch self {
      case .population, .area: 1
      case .density: 0.1
      case .effectivePartners, .maturity: 0.01
      case .cornerIndex, .dependence, .leverage: 0.001
      }
    }
  }

  let kind: Kind
  /// The role of the other tier that it is about; nil for what an area has by itself.
  let tier: String?
  /// What the areas of the other tier are called.
  let title: RoleTitle?
  /// The number of each area of the tier, to the step of its kind; nil where it is not known.
  let values: [Double?]

  init(_ kind: Kind, among tier: Tier? = nil, values: [Double?]) {
    self.kind = kind
    self.tier = tier?.role
    title = tier?.title.place
    self.values = values.map { value in
      value.flatMap { $0.isFinite ? ($0 / kind.step).rounded() * kind.step : nil }
    }
  }

  // MARK: Words

  /// What is measured: "corner index among trusts’ catchments".
  var words: String {
    let (one, many) = (title?.one ?? "", title?.many ?? "")
    return switch kind {
    case .population: "people"
    case .area: "area"
    case .density: "people per km2"
    case .maturity: "mean level of its plans"
    case .cornerIndex: "corner index among \(many)"
    case .effectivePartners: "effective partners among \(many)"
    case .dependence: "largest share of it in one \(one)"
    case .leverage: "largest share of one \(one) in it"
    }
  }

  /// A number as people read it.
  func words(_ value: Double) -> String {
    switch kind {
    case .population, .density: Wording.count(value)
    case .area: Wording.area(value)
    case .maturity, .effectivePartners: Wording.decimal(value, 1)
    case .cornerIndex: Wording.decimal(value, 2)
    case .dependence, .leverage: Wording.percent(value)
    }
  }

  /// What one area has in common with another: "people (212,000 and 221,000)".
  func inCommon(_ other: Double, with own: Double) -> String {
    let (one, two) = (words(other), words(own))
    return one == two ? "\(words) (\(one) in both)" : "\(words) (\(one) and here \(two))"
  }

  /// Whether two numbers differ by more than an eye would pass over: many areas can lie between two that hardly differ.
  func differ(_ other: Double, _ own: Double) -> Bool {
    let difference = abs(other - own)
    return switch kind {
    case .population, .area, .density: difference >= 0.1 * max(abs(other), abs(own))
    case .cornerIndex, .dependence, .leverage: difference >= 0.02
    case .effectivePartners, .maturity: difference >= 0.1
    }
  }

  /// How one area differs from another: "more people (412,000, here 212,000)".
  func difference(_ other: Double, from own: Double) -> String {
    let isMore = other > own
    let (one, many) = (title?.one ?? "", title?.many ?? "")
    let numbers = "\(words(other)), here \(words(own))"
    return switch kind {
    case .population: "\(isMore ? "more" : "fewer") people (\(numbers))"
    case .area: "\(isMore ? "larger" : "smaller") (\(numbers))"
    case .density: "\(isMore ? "more" : "less") densely populated (\(numbers) people per km2)"
    case .maturity: "its plans have come \(isMore ? "further" : "less far") (mean level \(numbers))"
    case .cornerIndex: "\(isMore ? "more" : "less") in the corner of \(many) (corner index \(numbers))"
    case .effectivePartners:
      "divided among \(isMore ? "more" : "fewer") \(many) (effective partners \(numbers))"
    case .dependence: "\(isMore ? "more" : "less") of it in one \(one) (\(numbers))"
    case .leverage: "a \(isMore ? "larger" : "smaller") part of one \(one) (\(numbers))"
    }
  }
}
