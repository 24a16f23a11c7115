/// What a policy test asks of a unit.
public enum PolicyRule: Sendable, Equatable {
  /// Some partner has both shares, s and d, at least this large.
  case bothShares(atLeast: Double)
  /// Some partner holds at least this share of the unit.
  case insideOne(atLeast: Double)
  /// At least this share of the unit is made of partners of which at least this share lies in it: it is a union of whole ones.
  case ofWholes(atLeast: Double)
  /// The unit has at least so many people.
  case people(atLeast: Double)
  /// The unit has no fewer and no more people than these.
  case peopleWithin(from: Double, to: Double)

  /// What rules there are, each with numbers of its own. The raw value is its name in tables.
  enum Kind: String, Sendable, CaseIterable {
    case bothShares = "both-shares"
    case insideOne = "inside-one"
    case ofWholes = "of-wholes"
    case peopleAtLeast = "people-at-least"
    case peopleAbout = "people-about"

    /// The names of its numbers, the main one first, and what they are of.
    var numbers: [(name: String, kind: PolicyPreset.Number.Kind)] {
      switch self {
      case .bothShares, .insideOne, .ofWholes: [("share", .share)]
      case .peopleAtLeast: [("people", .people)]
      case .peopleAbout: [("people", .people), ("margin", .share)]
      }
    }

    /// The rule with its numbers, in that order.
    func rule(_ numbers: [Double]) -> PolicyRule {
      switch self {
      case .bothShares: .bothShares(atLeast: numbers[0])
      case .insideOne: .insideOne(atLeast: numbers[0])
      case .ofWholes: .ofWholes(atLeast: numbers[0])
      case .peopleAtLeast: .people(atLeast: numbers[0])
      case .peopleAbout:
        .peopleWithin(from: numbers[0] * (1 - numbers[1]), to: numbers[0] * (1 + numbers[1]))
      }
    }

    /// The rule in words.
    func text(_ numbers: [Double], of one: RoleTitle, against other: RoleTitle) -> String {
      switch self {
      case .bothShares: "both shares at least \(Wording.setting(numbers[0]))"
      case .insideOne: "the \(one.one) lies in one \(other.one) (at least \(Wording.setting(numbers[0])))"
      case .ofWholes:
        "at least \(Wording.setting(numbers[0])) of the \(one.one) is made of \(other.many) that lie in it, each to at least \(Wording.setting(numbers[0]))"
      case .peopleAtLeast: "the \(one.one) has at least \(Wording.people(numbers[0]))"
      case .peopleAbout:
        "the \(one.one) has about \(Wording.people(numbers[0])), give or take \(Wording.setting(numbers[1])): \(Wording.count(numbers[0] * (1 - numbers[1]))) to \(Wording.count(numbers[0] * (1 + numbers[1])))"
      }
    }
  }

  /// Whether it makes sense only where masses are people.
  var needsPeople: Bool {
    switch self {
    case .bothShares, .insideOne, .ofWholes: false
    case .people, .peopleWithin: true
    }
  }

  /// The verdict on a unit of X of a matrix. A unit without mass or partners never passes.
  func verdict(onRow x: Int, of matrix: MassMatrix) -> Bool {
    let row = matrix.row(x)
    let mass = matrix.xTotals[x]
    guard !row.isEmpty, mass > 0 else { return false }
    return switch self {
    case .bothShares(let share): row.contains { matrix.mutualContainment($0) >= share }
    case .insideOne(let share): row.contains { matrix.xShare($0) >= share }
    case .ofWholes(let share):
      row.reduce(0) { $0 + (matrix.yShare($1) >= share ? matrix.xShare($1) : 0) } >= share - Self.rounding
    case .people(let least): mass >= least
    case .peopleWithin(let least, let most): mass >= least && mass <= most
    }
  }

  /// The number that the rule asks about: the largest share, or the people; 0 for a unit without partners.
  func value(onRow x: Int, of matrix: MassMatrix) -> Double {
    let row = matrix.row(x)
    return switch self {
    case .bothShares: row.map(matrix.mutualContainment).max() ?? 0
    case .insideOne: row.map(matrix.xShare).max() ?? 0
    case .ofWholes(let share):
      row.reduce(0) { $0 + (matrix.yShare($1) >= share ? matrix.xShare($1) : 0) }
    case .people, .peopleWithin: matrix.xTotals[x]
    }
  }

  /// The people, or the ground, by which a unit falls short of the rule; 0 for one that does not.
  func shortfall(onRow x: Int, of matrix: MassMatrix) -> Double {
    let value = value(onRow: x, of: matrix)
    return switch self {
    case .bothShares(let share), .insideOne(let share), .ofWholes(let share):
      max(0, share - value) * matrix.xTotals[x]
    case .people(let least): max(0, least - value)
    case .peopleWithin(let least, let most): max(0, least - value, value - most)
    }
  }

  /// The number at which the verdict changes; nil where there are two.
  var limit: Double? {
    switch self {
    case .bothShares(let share), .insideOne(let share), .ofWholes(let share): share
    case .people(let least): least
    case .peopleWithin: nil
    }
  }

  /// What the rounding of a sum of shares may take from it: ten tenths are a whole.
  private static let rounding = 1e-12
}
