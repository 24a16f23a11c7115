/// Something a reader of a result must know even though the work went on: a repair, a skipped row, a doubt.
public struct Notice: Sendable, Hashable {
  /// How much the notice matters.
  public enum Severity: String, Sendable {
    /// The result is what was asked for; this is how it came about.
    case information
    /// The result may not be what was meant.
    case warning
  }

  /// How much the notice matters.
  public var severity: Severity
  /// A short stable word for programs, such as `repaired` or `duplicate-code`.
  public var code: String
  /// One sentence for people, naming the layer or file and the feature.
  public var message: String
  /// Why it is said, where the caller can do something about it; nil for most.
  public var reason: Reason?
  /// The codes of what it is about, where it is about some areas or rows and not about the whole.
  package var codes: [String] = []

  /// Makes a notice. Control characters that a file brought into the message are shown as such, and what is too long to be read is cut.
  public init(_ severity: Severity, _ code: String, _ message: String, reason: Reason? = nil) {
    self.severity = severity
    self.code = code
    self.message = message.printable.message
    self.reason = reason
  }

  /// Makes a notice about some areas or rows.
  package init(_ severity: Severity, _ code: String, _ message: String, about codes: [String]) {
    self.init(severity, code, message)
    self.codes = codes
  }

  /// The sentence, with the remedy that the caller has for its reason.
  package func words(_ remedy: (Reason) -> String?) -> String {
    guard let advice = reason.flatMap(remedy) else { return message }
    return "\(message). \(advice)"
  }
}
