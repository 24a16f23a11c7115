import Footprints
import Foundation
import Testing

/// `docs/methods/conflicts.md` has every kind of finding with its severity, in the order of the declarations.
@Suite struct ConflictsDocumentTests {
  @Test func theKindsAreThoseThatThereAre() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/methods/conflicts.md")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.map {
        $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
    let written = rows.map { "\($0[0]) \($0[1])" }
    #expect(written == FindingKind.allCases.map { "`\($0.rawValue)` \($0.severity.rawValue)" })
  }

  @Test func everyKindSaysWhatItIsAndWhatToDo() {
    for kind in FindingKind.allCases {
      #expect(!kind.title.isEmpty && !kind.meaning.isEmpty && kind.advice.hasSuffix("."), "\(kind)")
      #expect(kind.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(kind)")
    }
  }
}
