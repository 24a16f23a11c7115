/// How far one plan has come with some of its schemes: their maturity, when they began, what they cost a head.
public struct PlanHeat: Sendable, Equatable {
  /// The plan's identifier and name.
  public let plan: NamedCode
  /// The share of the organisation asked about that the plan holds, 0...1.
  public let share: Double
  /// How many of its schemes are meant.
  public let schemes: Int
  /// The levels of those that give one, ascending.
  public let levels: [MaturityLevel]
  /// How many give none, or a word that is no level.
  public let unknownMaturity: Int
  /// When the first of them began, as the file writes it; nil where none gives a date.
  public let firstStart: String?
  /// When the last of them began.
  public let lastStart: String?
  /// How many give no date, or what is no date.
  public let unknownStarts: Int
  /// What those cost together that give an amount; nil where none does.
  public let amount: Money?
  /// How many give no amount, so that ``amount`` and ``poundsPerHead`` are too small.
  public let schemesWithoutAmount: Int
  /// ``amount`` in pounds over the people of the plan's area; nil where either is not known.
  public let poundsPerHead: Double?

  /// The mean of the levels, 1 for not yet established to 5 for exemplary; nil where none is known.
  public var meanLevel: Double? {
    levels.isEmpty ? nil : Double(levels.reduce(0) { $0 + $1.rawValue }) / Double(levels.count)
  }

  /// When the first began.
  var start: CalendarYear? { firstStart.flatMap(CalendarYear.init) }

  /// Looks at some schemes of a plan.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - schemes: those of its schemes that are meant.
  ///   - share: the share of the organisation asked about that the plan holds, 0...1.
  ///   - population: the people of the plan's area; nil where people are not counted.
  public init(
    _ plan: BetterCareFundPlan, schemes: [BetterCareFundPlan.Scheme], share: Double, population: Double?
  ) {
    self.plan = NamedCode(code: plan.id, name: plan.name)
    self.share = share
    self.schemes = schemes.count
    levels = schemes.compactMap { MaturityLevel($0.maturity) }.sorted()
    unknownMaturity = schemes.count - levels.count
    let starts = schemes.map(\.startDate).compactMap { text in CalendarYear(text).map { (text, $0) } }
    firstStart = starts.min { $0.1 < $1.1 }?.0
    lastStart = starts.max { $0.1 < $1.1 }?.0
    unknownStarts = schemes.count - starts.count
    let amounts = schemes.compactMap(\.amount)
    amount = amounts.isEmpty ? nil : amounts.sum()
    schemesWithoutAmount = schemes.count - amounts.count
    poundsPerHead = amount.flatMap { amount in
      population.flatMap { $0 > 0 ? Double(amount.pence) / 100 / $0 : nil }
    }
  }
}
