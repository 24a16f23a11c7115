/// The areas of a tier that are most like one of them.
public struct LikeResult: AnalysisResult {
  let request: LikeAnalysis.Request
  let membership: MembershipMethod
  /// What shares are of.
  public let unit: MassUnit
  let tier: Tier
  let place: Int
  let likeness: Likeness
  let otherTiers: [String]
  /// The most alike that are listed.
  private(set) var nearest: [Row]

  init(
    request: LikeAnalysis.Request, membership: MembershipMethod, unit: MassUnit, tier: Tier, place: Int,
    likeness: Likeness, otherTiers: [String]
  ) {
    (self.request, self.membership, self.unit, self.tier) = (request, membership, unit, tier)
    (self.place, self.likeness, self.otherTiers) = (place, likeness, otherTiers)
    nearest = likeness.nearest(request.nearest).map { neighbour in
      Row(
        area: tier.units[neighbour.unit], organisation: tier.units[place], neighbour: neighbour,
        measures: likeness.measures, place: place)
    }
  }

  /// The area asked about.
  public var organisation: NamedCode { tier.units[place] }

  /// The areas listed.
  public var listable: [NamedCode] { nearest.map(\.area) }

  /// The most alike first.
  public mutating func list(_ choice: inout RowChoice) {
    nearest = choice.rows(nearest, Self.rowFields, main: "likeness") { [$0.area] }
  }

  /// An area with what it has in common with the one asked about.
  struct Row: Sendable {
    let area: NamedCode
    let organisation: NamedCode
    let neighbour: Likeness.Neighbour
    let measures: [LikeMeasure]
    let place: Int

    /// Up to how many places of ten apart two areas are said to have something in common.
    static let alike = 0.1
    /// From how many places of ten apart on they are said to differ.
    static let unlike = 0.25
    /// The most that is said of each.
    static let mostSaid = 4

    /// A measure of both.
    struct Compared: Sendable {
      let measure: LikeMeasure
      let own: Double
      let other: Double
      let difference: Double
      let asNear: Double
    }

    /// What is known of both, the least different first.
    var compared: [Compared] {
      neighbour.differences.compactMap { one in
        let measure = measures[one.measure]
        guard let own = measure.values[place], let other = measure.values[neighbour.unit] else { return nil }
        return Compared(
          measure: measure, own: own, other: other, difference: one.difference, asNear: one.asNear)
      }
    }

    /// What the two have in common, in words: what few others have with the one asked about comes first.
    var inCommon: [String] {
      let alike = compared.filter { $0.difference <= Self.alike }
      let order = alike.indices.sorted { (alike[$0].asNear, $0) < (alike[$1].asNear, $1) }
      return order.prefix(Self.mostSaid).map {
        alike[$0].measure.inCommon(alike[$0].other, with: alike[$0].own)
      }
    }

    /// Where the two differ, in words, the most different first.
    var differs: [String] {
      compared.reversed().filter { $0.difference >= Self.unlike && $0.measure.differ($0.other, $0.own) }
        .prefix(Self.mostSaid)
        .map { $0.measure.difference($0.other, from: $0.own) }
    }
  }

  // MARK: Fields

  /// What was asked for, with defaults filled in.
  public static let parameters: [Field<LikeResult>] = [
    .text("organisation", "organisation", "the organisation’s code") { $0.organisation.code },
    .text("tier", "tier", "the role of the layer that it is an area of") { $0.tier.role },
    .count("nearest", "nearest", "how many were asked for") { $0.request.nearest },
    .text("weights", "weights", "what shares are of: population or area") { $0.unit.rawValue },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) { $0.unit == .people ? $0.membership.rawValue : nil },
  ]

  /// The organisation with its measures, and those that are like it.
  public static let fields: [Field<LikeResult>] = [
    .record(
      "organisation", "the organisation",
      [
        .text("code", "code", "its code") { $0.organisation.code },
        .text("name", "name", "its name") { $0.organisation.name },
        .text("tier", "tier", "the role of the layer that it is an area of") { $0.tier.role },
        .count("areas", "areas", "how many areas the tier has") { $0.tier.units.count },
      ] as [Field<LikeResult>]
    ) { $0 },
    .records("measures", "what areas are compared by", measureFields) { result in
      result.likeness.measures.enumerated().map {
        Measure(measure: $0.element, place: result.place, rank: result.likeness.ranks[$0.offset])
      }
    },
    .records("like", "the most alike areas, the most alike first", placeFields) { $0.nearest },
    .texts("not_compared", "not compared", "codes of areas of which less than half is known") { result in
      result.likeness.notCompared.map { result.tier.units[$0].code }
    },
  ]

  /// The most alike.
  public static let tables: [TableDeclaration<LikeResult>] = [
    TableDeclaration("like", "one row per area, the most alike first", rowFields) { $0.nearest }
  ]

  private struct Measure: Sendable {
    let measure: LikeMeasure
    let place: Int
    let rank: Double
    /// The middle of what is known.
    var median: Double? {
      let sorted = measure.values.compactMap(\.self).sorted()
      guard !sorted.isEmpty else { return nil }
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
  }

  private static let measureFields: [Field<Measure>] = [
    .text(
      "measure", "measure",
      "population, area, density (people per km2), maturity (mean level of plans, 1 to 5), corner_index, effective_partners, largest_dependence or largest_leverage"
    ) { $0.measure.kind.rawValue },
    .text("tier", "tier", "the role of the other tier that it is about; null for what an area has by itself")
    { $0.measure.tier },
    .number("value", "value", decimals: 3, "the organisation’s own") { $0.measure.values[$0.place] },
    .number("median", "median", decimals: 3, "the middle one of the tier") { $0.median },
    .share(
      "rank", "rank", "the share of the other areas that have less, those with as much counting half"
    ) { $0.rank },
    .count("known", "known", "of how many areas of the tier it is known") {
      $0.measure.values.count { $0 != nil }
    },
  ]

  private static let commonFields: [Field<Row>] = [
    .text("code", "code", "the area’s code") { $0.area.code },
    .text("name", "name", "its name") { $0.area.name },
    .number(
      "distance", "distance", decimals: 3,
      "0 for the same in everything, 1 for the other end of everything: the mean share of places between the two"
    ) { $0.neighbour.distance },
    .number("likeness", "likeness", decimals: 3, "1 minus the distance") { 1 - $0.neighbour.distance },
    .count("measures_compared", "compared", "how many measures are known of both") {
      $0.neighbour.differences.count
    },
    .texts("in_common", "in common", "what the two have in common, what few others have first") {
      $0.inCommon
    },
    .texts("differs", "differs", "where the two differ, the most different first") { $0.differs },
  ]

  private static let placeFields: [Field<Row>] =
    commonFields + [
      .records("measures", "the numbers of both, the least different first", comparedFields) { $0.compared }
    ]

  static let rowFields: [Field<Row>] =
    commonFields + [
      .text("organisation_code", "organisation", "the code of the area asked about") { $0.organisation.code },
      .text("organisation_name", "organisation", "its name") { $0.organisation.name },
    ]

  private static let comparedFields: [Field<Row.Compared>] = [
    .text("measure", "measure", "what is measured") { $0.measure.kind.rawValue },
    .text("tier", "tier", "the role of the other tier that it is about; null for what an area has by itself")
    { $0.measure.tier },
    .number("value", "value", decimals: 3, "the area’s own") { $0.other },
    .number("organisation_value", "here", decimals: 3, "that of the area asked about") { $0.own },
    .share("difference", "difference", "the share of places between the two") { $0.difference },
  ]
}
