/// One Better Care Fund plan: what a Health and Wellbeing Board and its partners agreed to spend and to reach.
public struct BetterCareFundPlan: Sendable, Equatable {
  /// An organisation that takes part in a plan.
  public struct Partner: Sendable, Equatable {
    /// Its code and name.
    public let organisation: NamedCode
    /// What it is: `la`, `ccg`, `trust`, `other`, or any other word of the file.
    public let kind: String
    /// Whether it signs the plan.
    public let isSignatory: Bool
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
  }

  /// Something that the plan spends money on.
  public struct Scheme: Sendable, Equatable {
    /// The plan's identifier of the scheme; rows of one scheme with several funding sources repeat it.
    public let id: String
    /// What the scheme is called.
    public let name: String
    /// The scheme type; any text.
    public let type: String
    /// The sub-type; empty where there is none.
    public let subtype: String
    /// The numbers of the changes of the High Impact Change Model that it implements, rising.
    public let changes: [Int]
    /// Who commissions it.
    public let commissioner: String
    /// The contribution it is paid from.
    public let fundingSource: String
    /// How much it costs; nil where the file does not say.
    public let amount: Money?
    /// When it began, as the file writes it.
    public let startDate: String
    /// How the service is set up ("hub model"), as the file says it.
    public let configuration: String
    /// The maturity in the High Impact Change Model: `notYetEstablished` to `exemplary`.
    public let maturity: String
  }

  /// A number that the plan wants to reach.
  public struct Metric: Sendable, Equatable {
    /// What is measured.
    public let metric: String
    /// Where it stood; nil where the file has no number.
    public let baseline: Double?
    /// Where it shall be; nil where the file has no number.
    public let target: Double?
    /// The unit of both.
    public let unit: String
  }

  /// The identifier of the plan.
  public let id: String
  /// The codes of the Health and Wellbeing Boards that own it: one, or several of a joint plan.
  public let boards: [String]
  /// What the plan is called.
  public let name: String
  /// The first day, as the file writes it.
  public let periodStart: String
  /// The last day, as the file writes it.
  public let periodEnd: String
  /// Whether it is agreed, a draft ..., as the file says it.
  public let status: String
  /// The partners, in the order of the file, like all that follows.
  public internal(set) var partners: [Partner] = []
  /// What is paid in.
  public internal(set) var contributions: [Contribution] = []
  /// What is paid for.
  public internal(set) var schemes: [Scheme] = []
  /// What shall be reached.
  public internal(set) var metrics: [Metric] = []
}
