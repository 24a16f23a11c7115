import Foundation
import Testing

/// The reports of docs/gallery are what the program writes. `scripts/gallery` makes them.
@Suite struct GalleryTests {
  @Test(arguments: [
    ("trust.html", ["report", "XT1", "--process", "discharge-to-assess", "-q", "-o", "trust.html"]),
    ("organisation.html", ["report", "XU03", "-q", "-o", "organisation.html"]),
    ("layers.html", ["report", "ccg", "utla", "-q", "-o", "layers.html", "--map", "layers.svg"]),
    ("package.html", ["report", "-q", "-o", "package.html"]),
  ])
  func theGalleryIsOfToday(file: String, arguments: [String]) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let gallery = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/gallery")
    let kept = try String(contentsOf: gallery.appendingPathComponent(file), encoding: .utf8)
    // Another machine has other versions of GEOS and PROJ.
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.contains("Made with footprint")
      }
    }
    let (old, new) = (lines(kept), lines(try tool.text(of: file)))
    let first = zip(old, new).first { $0 != $1 }
    #expect(
      old == new,
      "run scripts/gallery and look at what changed; first: \(first.map { "\($0.prefix(200))\n\($1.prefix(200))" } ?? "length")"
    )
    if arguments.contains("--map") {
      #expect(
        try String(contentsOf: gallery.appendingPathComponent("layers.svg"), encoding: .utf8)
          == tool.text(of: "layers.svg"))
    }
  }
}
