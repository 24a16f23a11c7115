import Footprints
import Testing

/// Faults of every kind planted in layers of a few rectangles: they are found with their size, and nothing else is.
@Suite struct LayerConflictsTests {
  /// What is found in a layer of 20 m tolerance, so that ground narrower than 15 m is a sliver.
  private func findings(
    _ geometry: MultiPolygonArray, codes: [String]? = nil, role: String? = nil
  ) throws -> [Finding] {
    try LayerConflicts(TestLayer.make("t", geometry, codes: codes, role: role), jobs: 2).findings
  }

  private func only(_ findings: [Finding], _ kind: FindingKind) -> Finding? {
    #expect(findings.map(\.kind) == [kind], "\(findings.map(\.message))")
    return findings.first
  }

  private func close(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 1e-3 }

  /// Three squares of a kilometre side by side.
  private let row: [[(Double, Double, Double, Double)]] = [
    [(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)], [(2000, 0, 3000, 1000)],
  ]

  private func rectangles(_ areas: [[(Double, Double, Double, Double)]]) -> MultiPolygonArray {
    TestLayer.rectangles(areas)
  }

  /// Areas of one ring each, in metres from the same origin.
  private func rings(_ rings: [[(Double, Double)]]) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for ring in rings {
      for (x, y) in ring + ring.prefix(1) { array.append(Coordinate(400_000 + x, 200_000 + y)) }
      array.endRing()
      array.endPolygon()
      array.endArea()
    }
    return array
  }

  @Test func nothingIsFoundInAPartition() throws {
    let conflicts = try LayerConflicts(TestLayer.make("t", rectangles(row)), jobs: 1)
    #expect(conflicts.findings.isEmpty && conflicts.isPartition && conflicts.unmatchedBorders == 0)
    #expect(conflicts.sliverWidth == 15)
  }

  @Test func overlaps() throws {
    var areas = row
    areas[1] = [(900, 0, 2000, 1000)]
    let found = try LayerConflicts(TestLayer.make("t", rectangles(areas)), jobs: 2)
    #expect(!found.isPartition && found.unmatchedBorders == 1)
    let overlap = only(found.findings, .overlap)
    #expect(close(overlap?.area, 100_000) && close(overlap?.width, 2 * 100_000 / 2200))
    #expect(overlap?.code == "t0" && overlap?.otherCode == "t1" && overlap?.shape.area(of: 0) == 100_000)
    #expect(overlap?.place == Coordinate(400_950, 200_500))
    // Eight metres are a sliver, of 20 m tolerance or of a width that is given, and none where a smaller one is.
    areas[1] = [(992, 0, 2000, 1000)]
    let sliver = only(try findings(rectangles(areas)), .sliverOverlap)
    #expect(close(sliver?.area, 8000) && close(sliver?.width, 16_000 / 2016))
    let given = try LayerConflicts(TestLayer.make("t", rectangles(areas)), sliverWidth: 5, jobs: 1)
    #expect(given.findings.map(\.kind) == [.overlap] && given.sliverWidth == 5)
    // An area that lies in another as a whole is no sliver, however narrow.
    let strip = only(try findings(rectangles([row[0], [(500, 100, 508, 900)]])), .overlap)
    #expect(close(strip?.area, 6400) && strip?.message.contains("most of t1") == true)
    // The same area twice.
    let same = only(try findings(rectangles([row[0], row[0]])), .overlap)
    #expect(same?.message.contains("have the same ground") == true)
  }

  @Test func gaps() throws {
    // A frame of four rectangles around a square of 600 m.
    func frame(_ width: Double) -> [[(Double, Double, Double, Double)]] {
      [
        [(0, 0, 1000, 200)], [(0, 200, 200, 800)], [(200 + width, 200, 1000, 800)], [(0, 800, 1000, 1000)],
      ]
    }
    // Where the sides meet there are vertices that neighbours do not have, which is told beside the gap.
    let wide = try findings(rectangles(frame(600)))
    #expect(Set(wide.map(\.kind)) == [.gap, .unmatchedBorder])
    let gap = wide.first { $0.kind == .gap }
    #expect(close(gap?.area, 360_000) && gap?.width == 300)
    let narrow = try findings(rectangles(frame(6)))
    let sliver = narrow.first { $0.kind == .sliverGap }
    #expect(close(sliver?.area, 3600) && close(sliver?.width, 7200 / 1212))
    #expect(sliver?.code == "t1" && sliver?.otherCode == "t2")
    #expect(!narrow.contains { $0.kind == .gap })
  }

  @Test func pinholes() throws {
    func holed(_ side: Double) -> MultiPolygonArray {
      let ring: ([(Double, Double)]) -> [(Double, Double)] = { $0.map { (400_000 + $0.0, 200_000 + $0.1) } }
      return MultiPolygonArray(areas: [
        [
          [
            ring([(0, 0), (1000, 0), (1000, 1000), (0, 1000)]),
            ring([(500, 500), (500, 500 + side), (500 + side, 500 + side), (500 + side, 500)]),
          ]
        ]
      ])
    }
    let hole = only(try findings(holed(10)), .pinhole)
    #expect(close(hole?.area, 100) && hole?.code == "t0" && hole?.otherCode == nil)
    #expect(close(only(try findings(holed(40)), .gap)?.area, 1600))
  }

  @Test func bordersWithDifferentVertices() throws {
    let areas = rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 1500, 400)], [(1000, 400, 1500, 1000)]])
    let found = try LayerConflicts(TestLayer.make("t", areas), jobs: 2)
    #expect(found.findings.map(\.kind) == [.unmatchedBorder, .unmatchedBorder])
    #expect(found.findings.allSatisfy { $0.place == Coordinate(401_000, 200_400) })
    #expect(!found.isPartition && found.unmatchedBorders == 2)
    // A vertex 4 mm beside the neighbour's edge, as seven decimals of a degree place it.
    let rounded = rings([
      [(0, 0), (1000, 0), (1000, 1000), (0, 1000)],
      [(1000, 0), (2000, 0), (2000, 1000), (1000, 1000), (1000.004, 500)],
    ])
    #expect(try findings(rounded).map(\.kind) == [.unmatchedBorder])
  }

  @Test func ringsAndSpikes() throws {
    let bow = rings([[(0, 0), (1000, 1000), (1000, 0), (0, 1000)]])
    let invalid = only(try findings(bow), .invalidRing)
    #expect(invalid?.place == Coordinate(400_500, 200_500))
    #expect(invalid?.message.contains("self-intersection at 400500 200500") == true)
    // Out and back on the same line, in the middle of a side.
    let exact = rings([[(0, 0), (1000, 0), (1000, 500), (1200, 500), (1000, 500), (1000, 1000), (0, 1000)]])
    #expect(only(try findings(exact), .spike)?.place == Coordinate(401_200, 200_500))
    // Nearly so: 200 m long and half a metre wide.
    let near = rings([[(0, 0), (1000, 0), (1000, 500), (1200, 500), (1000, 500.5), (1000, 1000), (0, 1000)]])
    #expect(only(try findings(near), .spike)?.place == Coordinate(401_200, 200_500))
    // A notch is nobody's spike, and 20 m wide is no spike.
    let notch = rings([
      [(0, 0), (1000, 0), (1000, 500), (800, 500.2), (1000, 500.5), (1000, 1000), (0, 1000)]
    ])
    #expect(try findings(notch).isEmpty)
    let wedge = rings([[(0, 0), (1000, 0), (1000, 500), (1200, 510), (1000, 520), (1000, 1000), (0, 1000)]])
    #expect(try findings(wedge).isEmpty)
    // A spike and a crossing in one area are two findings.
    let both = rings([
      [(0, 0), (1000, 0), (1000, 500), (1200, 500), (1000, 500), (1000, 1000), (500, -100), (0, 1000)]
    ])
    #expect(Set(try findings(both).map(\.kind)) == [.spike, .invalidRing])
  }

  @Test func distantParts() throws {
    var areas = (0..<9).map { place in
      let (x, y) = (Double(place % 3) * 1000, Double(place / 3) * 1000)
      return [(x, y, x + 1000, y + 1000)]
    }
    #expect(try findings(rectangles(areas)).isEmpty)
    areas[4].append((40_000, 1000, 40_100, 1100))
    let part = only(try findings(rectangles(areas)), .distantPart)
    #expect(part?.code == "t4" && close(part?.area, 10_000) && part?.place == Coordinate(440_050, 201_050))
    #expect(part?.message.contains("a part of t4 lies 39 km from") == true, "\(part?.message ?? "")")
  }

  @Test func areasWithoutGeometry() throws {
    var areas = rectangles(row)
    areas.endArea()
    let found = only(try findings(areas), .nullGeometry)
    #expect(found?.code == "t3" && found?.place == nil)
  }

  @Test func codesOfAnotherTierOrCountry() throws {
    let areas = rectangles((0..<6).map { [(Double($0) * 1000, 0, Double($0) * 1000 + 1000, 1000)] })
    let upper = (1...5).map { "E0600000\($0)" }
    // A district among unitary authorities is of the lower tier, as they are, but not among upper-tier ones.
    #expect(try findings(areas, codes: upper + ["E07000001"]).isEmpty)
    let district = only(try findings(areas, codes: upper + ["E07000001"], role: "utla"), .wrongTier)
    #expect(district?.code == "E07000001")
    #expect(only(try findings(areas, codes: upper + ["E38000001"]), .wrongTier)?.code == "E38000001")
    let welsh = only(try findings(areas, codes: upper + ["W06000001"]), .wrongTier)
    #expect(welsh?.message == "the code of W06000001 is of Wales, unlike most of the layer")
  }

  @Test func importantFindingsComeFirst() throws {
    func finding(_ kind: FindingKind, _ area: Double?, people: Double? = nil, code: String = "a") -> Finding {
      var finding = Finding(kind, in: "t", about: NamedCode(code: code, name: code), "")
      (finding.area, finding.population) = (area, people)
      return finding
    }
    let ordered = [
      finding(.overlap, 10), finding(.duplicateCode, nil), finding(.sliverGap, 5, people: 20),
      finding(.sliverGap, 900, people: 3), finding(.sliverGap, 800, people: 3, code: "a"),
      finding(.sliverGap, 800, people: 3, code: "b"), finding(.gap, 1e9),
    ]
    func words(_ findings: [Finding]) -> [String] {
      findings.map { "\($0.kind) \($0.area ?? 0) \($0.code ?? "")" }
    }
    #expect(words(ordered.reversed().sorted(by: Finding.precedes)) == words(ordered))
    #expect(Set(FindingKind.allCases.map(\.rawValue)).count == FindingKind.allCases.count)
  }
}
