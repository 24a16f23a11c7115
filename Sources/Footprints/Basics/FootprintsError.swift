/// The one error every room of the library throws: what happened, where, and what to do next.
///
/// `description` is one line, `file: message (place). remedy`, safe to print: control characters in names
/// that came from a file are escaped, and what a file makes too long to be read is cut.
public struct FootprintsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Which of the exit statuses of `sysexits.h` the failure belongs to.
  public enum Kind: Int32, Sendable {
    /// The request itself makes no sense, such as an unknown layer or process (`EX_USAGE`).
    case usage = 64
    /// The content of an input cannot be used (`EX_DATAERR`).
    case badData = 65
    /// An input does not exist or cannot be read (`EX_NOINPUT`).
    case noInput = 66
    /// A fault of this program or of a library it relies on (`EX_SOFTWARE`).
    case fault = 70
    /// The output cannot be written (`EX_CANTCREAT`).
    case cannotWrite = 73
  }

  /// The class of the failure.
  public var kind: Kind
  /// The file concerned, as the user named it.
  public var file: String?
  /// Where in the file: "line 3, column 14", "feature 12 (E06000001)".
  public var place: String?
  /// What is wrong, without a final full stop.
  public var message: String
  /// What the user can do about it, a sentence.
  public var remedy: String?
  /// Why, for a caller that can offer a remedy of its own in place of ``remedy``; nil for most failures.
  public var reason: Reason?

  /// Makes an error; see the properties for the meaning of each part.
  public init(
    _ kind: Kind, _ message: String, file: String? = nil, place: String? = nil, remedy: String? = nil,
    reason: Reason? = nil
  ) {
    self.kind = kind
    self.message = message
    self.file = file
    self.place = place
    self.remedy = remedy
    self.reason = reason
  }

  /// The whole error on one line.
  public var description: String {
    var text = ""
    if let file { text += "\(file): " }
    text += message.message
    if let place { text += " (\(place.excerpt))" }
    if let remedy { text += ". \(remedy.message)" }
    return text.printable
  }

  /// The same error with the file named, for code that learns the name later than the failure.
  public func inFile(_ name: String) -> FootprintsError {
    var copy = self
    if copy.file == nil { copy.file = name }
    return copy
  }
}
