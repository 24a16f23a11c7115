import Footprints
import Testing

/// Changes between real vintages.
@Suite(.enabled(if: RealTables.isPresent, "the real data are not here")) struct RealDiffTests {
  private func changes(_ vintages: [String], place: String? = nil) throws -> DiffResult {
    var request = DiffAnalysis.Request(vintages: vintages)
    request.weights = .population
    request.place = place
    return try RealLayers.study().run(DiffAnalysis.self, request).result
  }

  /// The partnerships of 2021 became the boards of 2026: by the table of successions, and by what changed in July 2022 (Glossop to Derbyshire,
  /// Bassetlaw to Nottinghamshire, west Birmingham to Birmingham), which no table here says.
  @Test func partnershipsOf2021AndBoardsOf2026() throws {
    let step = try changes(["stp", "\(RealTables.folder)/england-2026/icb_bsc.geojson"]).steps[0]
    let (x, y) = (step.comparison.x, step.comparison.y)
    var partners: [String: Set<String>] = [:]
    for row in step.rows {
      guard let old = row.old, let new = row.new else { continue }
      partners[x.codes[old], default: []].insert(y.codes[new])
    }
    // Frimley went three ways; Hertfordshire and West Essex, and Suffolk and North East Essex, two.
    #expect(partners["E54000034"] == ["E54000067", "E54000069", "E54000070"])
    #expect(partners["E54000025"] == ["E54000065", "E54000066"])
    #expect(partners["E54000023"] == ["E54000066", "E54000068"])
    #expect(partners["E54000007"] == ["E54000057", "E54000058"])
    #expect(partners["E54000009"] == ["E54000060", "E54000061"])
    #expect(partners["E54000016"] == ["E54000055", "E54000062"])
    #expect(!step.rows.contains { $0.kind == .gone || $0.kind == .new })
    let frimley = step.rows.filter { $0.old.map { x.codes[$0] } == "E54000034" }
    #expect(frimley.allSatisfy { $0.kind == .split })
    // Nobody of Frimley's is lost.
    let people = frimley.compactMap(\.values.people).reduce(0, +)
    #expect(people == frimley.first.map { step.comparison.population?.matrix.xTotals[$0.old ?? 0] ?? 0 })
  }

  @Test func aLayerDoesNotDifferFromItself() throws {
    for layer in ["ccg", "utla"] {
      let step = try changes([layer, layer]).steps[0]
      #expect(step.rows.count == step.comparison.x.count && step.rows.allSatisfy { $0.kind == .same })
    }
    // Another drawing of the same groups is no change either.
    let drawn = try changes(["ccg", "\(RealLayers.england)/ccg_bgc.geojson"]).steps[0]
    #expect(drawn.rows.count == 106 && drawn.rows.allSatisfy { $0.kind == .same })
  }
}
