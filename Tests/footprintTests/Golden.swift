import Foundation
import Testing

/// Compares outputs with files in `Golden`, which a person has read.
///
/// With FOOTPRINT_RECORD_GOLDEN=1 the files are written instead; read the difference before it is committed.
enum Golden {
  static func expect(_ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    let actual = normalized(text)
    if ProcessInfo.processInfo.environment["FOOTPRINT_RECORD_GOLDEN"] == "1" {
      return try Data(actual.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if actual == expected { return }
    let (new, old) = (lines(actual), lines(expected))
    let first = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }
    let place = first?.offset ?? min(new.count, old.count)
    Issue.record(
      """
      \(name), line \(place + 1), differs:
      expected: \(place < old.count ? old[place] : "(end)")
      actual:   \(place < new.count ? new[place] : "(end)")
      If the new text is right, record it with FOOTPRINT_RECORD_GOLDEN=1.
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The text without what differs between machines with equal results: versions, digests of the input files,
  /// and the digits of a number beyond the ninth.
  static func normalized(_ text: String) -> String {
    var text = text
    for (pattern, replacement) in [
      (#""(footprint|geos|proj)": "[^"]*""#, #""$1": "VERSION""#),
      (#""[0-9a-f]{64}""#, #""SHA-256""#),
      (#"footprint \d+\.\d+\.\d+"#, "footprint VERSION"),
    ] {
      text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
    }
    return rounded(text)
  }

  /// Rounds what is a number of more than nine digits with a decimal point; money has few and stays.
  private static func rounded(_ text: String) -> String {
    text.replacing(/-?\d+\.\d+(e-?\d+)?/) { match in
      let digits = match.output.0.filter(\.isNumber).drop { $0 == "0" }
      guard digits.count > 12, let value = Double(match.output.0) else { return String(match.output.0) }
      return String(format: "%.9g", value)
    }
  }
}
