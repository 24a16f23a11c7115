/// One Better Care Fund plan: what a Health and Wellbeing Board and its partners agreed to spend and to achieve.
public struct BetterCareFundPlan: Sendable, Equatable {
  /// An organisation that takes part in a plan.
  public struct Partner: Sendable, Equatable {
    /// Its code and name.
    public let organisation: NamedCode
    /// What it is: `la`, `ccg`, `trust`, `other`, or any other word of the file.
    public let kind: String
    /// Whether it signs the plan.
    public let isSignatory: Bool
    /// The same for all partners of plans that are one organisation (`PartnerIdentities`).
    var identity: String

    /// Puts a partner together.
    ///
    /// - Parameters:
    ///   - organisation: its code and name; where it has no code, the name distinguishes it from others.
    ///   - kind: `la`, `ccg`, `trust`, `other`, or any other word.
    ///   - isSignatory: whether it signs the plan.
    public init(organisation: NamedCode, kind: String, isSignatory: Bool) {
      self.organisation = organisation
      self.kind = kind
      self.isSignatory = isSignatory
      identity = organisation.code.isEmpty ? "name " + organisation.name : organisation.code.codeKey
    }
  }

  /// Money that an organisation pays in.
  public struct Contribution: Sendable, Equatable {
    /// The code of the organisation.
    public let organisation: String
    /// The kind: `ccgMinimum`, `ccgAdditional`, `laAdditional`, `ibcf`, `dfg`, `winterPressures`, or any
    /// other word of the file.
    public let kind: String
    /// How much.
    public let amount: Money

    /// Puts a contribution together.
    ///
    /// - Parameters:
    ///   - organisation: the code of the organisation that pays.
    ///   - kind: `ccgMinimum`, `ccgAdditional`, `laAdditional`, `ibcf`, `dfg`, `winterPressures`, or any other
    ///     word.
    ///   - amount: how much, for the whole period of the plan.
    public init(organisation: String, kind: String, amount: Money) {
      self.organisation = organisation
      self.kind = kind
      self.amount = amount
    }
  }

  /// What one source pays towards a scheme.
  public struct FundingLine: Sendable, Equatable {
    /// The contribution that the money comes from, such as `ccgMinimum`; empty where it is not known.
    public let source: String
    /// How much; nil where it is not known.
    public let amount: Money?

    /// Puts a line together.
    ///
    /// - Parameters:
    ///   - source: the contribution that the money comes from; empty where it is not known.
    ///   - amount: how much, for the whole period of the plan; nil where it is not known.
    public init(source: String, amount: Money?) {
      self.source = source
      self.amount = amount
    }
  }

  /// Something that the plan spends money on, from however many sources.
  public struct Scheme: Sendable, Equatable {
    /// The plan's identifier of the scheme; empty where it has none.
    public let id: String
    /// What the scheme is called.
    public let name: String
    /// The scheme type; any text.
    public let type: String
    /// The sub-type; empty where there is none.
    public let subtype: String
    /// The type by which processes find it where they do not name its own; empty for the one that the program knows.
    public let family: String
    /// The numbers of the changes of the High Impact Change Model that it implements, ascending.
    public let changes: [Int]
    /// Who commissions it.
    public let commissioner: String
    /// What it is paid from, one line per source, in the order of the file.
    public let fundingLines: [FundingLine]
    /// When it began, as the file writes it.
    public let startDate: String
    /// How the service is set up ("hub model"), as the file says it.
    public let configuration: String
    /// The maturity in the High Impact Change Model: `notYetEstablished` to `exemplary`.
    public let maturity: String

    /// How much it costs: the sum of its lines; nil where none of them has an amount.
    public var amount: Money? {
      let amounts = fundingLines.compactMap(\.amount)
      return amounts.isEmpty ? nil : amounts.sum()
    }

    /// The contributions it is paid from, joined by semicolons, each once whatever its letter case.
    public var fundingSource: String {
      var seen: Set<String> = []
      return fundingLines.map(\.source).filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        .joined(separator: ";")
    }

    /// Puts a scheme together.
    ///
    /// - Parameters:
    ///   - id: the plan's identifier of the scheme; empty where it has none.
    ///   - name: what it is called.
    ///   - type: the scheme type; any text.
    ///   - subtype: the sub-type; empty where there is none.
    ///   - changes: the numbers in the High Impact Change Model, in any order.
    ///   - commissioner: who commissions it.
    ///   - fundingLines: what it is paid from; the amounts together must fit ``Money``.
    ///   - startDate: when it began, such as `2018-07-01`.
    ///   - configuration: how the service is set up, such as "hub model".
    ///   - maturity: the maturity in the High Impact Change Model, `notYetEstablished` to `exemplary`.
    ///   - family: the type by which processes find it where they do not name its own.
    public init(
      id: String, name: String = "", type: String, subtype: String = "", changes: [Int] = [],
      commissioner: String = "", fundingLines: [FundingLine] = [], startDate: String = "",
      configuration: String = "", maturity: String = "", family: String = ""
    ) {
      self.family = family
      self.id = id
      self.name = name
      self.type = type
      self.subtype = subtype
      self.changes = Set(changes).sorted()
      self.commissioner = commissioner
      self.fundingLines = fundingLines
      self.startDate = startDate
      self.configuration = configuration
      self.maturity = maturity
    }
  }

  /// A number that the plan aims for.
  public struct Metric: Sendable, Equatable {
    /// What is measured.
    public let metric: String
    /// Where it stood; nil where the file has no number.
    public let baseline: Double?
    /// Where it is meant to be; nil where the file has no number.
    public let target: Double?
    /// The unit of both.
    public let unit: String

    /// Puts a metric together.
    ///
    /// - Parameters:
    ///   - metric: what is measured, such as `NEA` or "delayed transfers of care".
    ///   - baseline: where it stood, in units of `unit`; nil where it is not known.
    ///   - target: where it is meant to be, in the same units; nil where there is none.
    ///   - unit: the unit of both, such as "per 100,000" or "%".
    public init(metric: String, baseline: Double?, target: Double?, unit: String) {
      self.metric = metric
      self.baseline = baseline
      self.target = target
      self.unit = unit
    }
  }

  /// The identifier of the plan.
  public let id: String
  /// The codes of the Health and Wellbeing Boards that own it: one, or several for a joint plan.
  public let boards: [String]
  /// What the plan is called.
  public let name: String
  /// The first day, as the file writes it.
  public let periodStart: String
  /// The last day, as the file writes it.
  public let periodEnd: String
  /// Whether it is agreed, a draft ..., as the file says it.
  public let status: String
  /// The year in which it begins, however the file writes its first day; nil where that has none.
  var startYear: String? {
    periodStart.split { !$0.isASCII || !$0.isNumber }.first { $0.count == 4 }.map(String.init)
  }
  /// Whether it counts: its status does not say that it is withdrawn or that another took its place.
  public var isInForce: Bool {
    let words = status.phrase
    return ![
      "withdrawn", "superseded", "replaced", "cancelled", "rejected", "void", "expired", "closed",
      "abandoned",
    ]
    .contains(where: words.contains)
  }
  /// The partners, in the order of the file, like all that follows.
  public internal(set) var partners: [Partner]
  /// What is paid in.
  public internal(set) var contributions: [Contribution]
  /// What is paid for.
  public internal(set) var schemes: [Scheme]
  /// What the plan aims to achieve.
  public internal(set) var metrics: [Metric]

  /// Puts a plan together.
  ///
  /// - Parameters:
  ///   - id: the identifier of the plan, different from that of any other.
  ///   - boards: the codes of the Health and Wellbeing Boards that own it: one, or several for a joint plan.
  ///   - name: what the plan is called.
  ///   - periodStart: the first day, such as `2021-04-01`.
  ///   - periodEnd: the last day.
  ///   - status: whether it is agreed, a draft ...
  ///   - partners: the organisations that take part.
  ///   - contributions: what is paid in.
  ///   - schemes: what is paid for, one scheme however many sources pay for it.
  ///   - metrics: what the plan aims to achieve.
  public init(
    id: String, boards: [String], name: String = "", periodStart: String = "", periodEnd: String = "",
    status: String = "", partners: [Partner] = [], contributions: [Contribution] = [],
    schemes: [Scheme] = [], metrics: [Metric] = []
  ) {
    self.id = id
    self.boards = boards
    self.name = name
    self.periodStart = periodStart
    self.periodEnd = periodEnd
    self.status = status
    self.partners = partners
    self.contributions = contributions
    self.schemes = schemes
    self.metrics = metrics
  }
}
