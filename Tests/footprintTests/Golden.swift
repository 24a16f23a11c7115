import Foundation
import Testing

/// Compares outputs with files in `Golden`, which a person has read.
///
/// With FOOTPRINT_RECORD_GOLDEN=1 the files are written instead; read the difference before it is committed.
enum Golden {
  /// Whether files are written rather than compared.
  static let isRecording = ProcessInfo.processInfo.environment["FOOTPRINT_RECORD_GOLDEN"] == "1"

  /// Every file that was accepted, by its name.
  static func all() throws -> [(name: String, text: String)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
    }
  }

  static func expect(_ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    let actual = normalized(text)
    if isRecording {
      return try Data(actual.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let (new, old) = (lines(actual), lines(expected))
    let first = zip(new, old).enumerated().first { !agree($0.element.0, $0.element.1) }
    if first == nil, new.count == old.count { return }
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

  /// Whether two lines are the same up to the sixth digit of their long numbers, which depends on the versions of
  /// PROJ and GEOS and on the processor.
  private static func agree(_ a: Substring, _ b: Substring) -> Bool {
    if a == b { return true }
    let number = /-?\d+\.?\d*(e[-+]?\d+)?/
    guard a.replacing(number, with: "#") == b.replacing(number, with: "#") else { return false }
    return zip(a.matches(of: number), b.matches(of: number)).allSatisfy { one, other in
      if one.output.0 == other.output.0 { return true }
      guard one.output.0.count >= 9, other.output.0.count >= 9, let x = Double(one.output.0),
        let y = Double(other.output.0)
      else { return false }
      return abs(x - y) <= 1e-6 * max(abs(x), abs(y))
    }
  }

  /// The text without what differs between machines with equal results: versions, digests of the input files,
  /// and the digits of a number beyond the ninth.
  static func normalized(_ text: String) -> String {
    var text = text
    for (pattern, replacement) in [
      (#""(footprint|geos|proj)": "[^"]*""#, #""$1": "VERSION""#),
      (#""projection_deviation_m": [-+.e0-9]+"#, #""projection_deviation_m": DEVIATION"#),
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
