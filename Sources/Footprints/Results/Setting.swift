/// One thing that decides how a question is answered, so that it can be asked again with another.
public enum Setting: Sendable, Hashable, Codable {
  /// What shares are of.
  case weights(Weights)
  /// How a small area in more than one area is counted.
  case membership(MembershipMethod)
  /// How a trust's catchment is made.
  case catchment(CatchmentMethod)
  /// The proportion at or above which a small area belongs to a catchment by threshold.
  case threshold(Double)
  /// The share at or above which an area counts as wholly inside another.
  case tolerance(Double)
  /// The width in metres below which a common part is a sliver.
  case sliverWidth(Double)

  /// What is set: `weights`.
  public var name: String {
    switch self {
    case .weights: "weights"
    case .membership: "membership"
    case .catchment: "catchment"
    case .threshold: "threshold"
    case .tolerance: "tolerance"
    case .sliverWidth: "sliver-width"
    }
  }

  /// To what: `area`, `0.95`.
  public var value: String {
    switch self {
    case .weights(let weights): weights.rawValue
    case .membership(let method): method.rawValue
    case .catchment(let method): method.rawValue
    case .threshold(let number), .tolerance(let number), .sliverWidth(let number):
      number == number.rounded() && abs(number) < 1e15 ? Wording.plain(number) : JSONValue.number(number).cell
    }
  }

  /// Both: `weights=area`.
  public var text: String { "\(name)=\(value)" }

  /// The names of all settings.
  public static let names = ["weights", "membership", "catchment", "threshold", "tolerance", "sliver-width"]

  /// Reads a value of a setting. Throws `usage` for a name or a value that there is not.
  public init(name: String, value: String) throws(FootprintsError) {
    func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(FootprintsError)
      -> Choice
    where Choice.RawValue == String {
      if let choice = Choice(rawValue: value) { return choice }
      throw FootprintsError(
        .usage, "'\(value)' is no \(name)",
        remedy: suggestion(for: value, among: Choice.allCases.map(\.rawValue), kind: "values"))
    }
    func number() throws(FootprintsError) -> Double {
      if let number = NumberText.double(value) { return number }
      throw FootprintsError(.usage, "'\(value)' is no number for \(name)")
    }
    switch name {
    case "weights": self = .weights(try choice(Weights.self))
    case "membership": self = .membership(try choice(MembershipMethod.self))
    case "catchment": self = .catchment(try choice(CatchmentMethod.self))
    case "threshold": self = .threshold(try number())
    case "tolerance": self = .tolerance(try number())
    case "sliver-width": self = .sliverWidth(try number())
    default:
      throw FootprintsError(
        .usage, "there is nothing called '\(name)' to vary",
        remedy: suggestion(for: name, among: Self.names, kind: "names"), reason: .unknownName)
    }
  }
}
