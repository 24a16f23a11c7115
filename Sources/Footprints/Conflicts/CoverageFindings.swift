/// Where areas of a layer cover ground twice, or leave ground between them.
struct CoverageFindings {
  private(set) var findings: [Finding] = []
  private(set) var isPartition = true
  private let layer: PreparedLayer
  private let rule: StripRule
  /// The borders that two areas draw differently, by their positions.
  private var borders: Set<[Int]> = []
  /// Where narrow ground lies between two areas.
  private var strips: [[Int]: MultiPolygonArray] = [:]
  /// Where two areas draw their border with different vertices, and nothing more.
  private var unmatched: [[Int]: (place: Coordinate, count: Int)] = [:]

  /// On how many borders between two areas they are not drawn alike.
  var unmatchedBorders: Int { borders.count }

  init(_ coverage: Coverage, of layer: PreparedLayer, _ rule: StripRule) {
    (self.layer, self.rule) = (layer, rule)
    if coverage.isCrowded {
      isPartition = false
      findings = [
        Finding(
          .overlap, in: layer.name,
          "areas lie over each other in so many places that pairs and gaps are not listed: are these several layers in one?"
        )
      ]
      return
    }
    for (index, overlap) in coverage.overlaps.enumerated() {
      add(overlap, coverage.common.selecting([index]))
    }
    for (gap, sides) in coverage.gapSides.enumerated() {
      add(gap: coverage.gaps.selecting([gap]), between: sides.lengths)
    }
    for mismatch in coverage.mismatches {
      note(unmatched: [mismatch.areas.0, mismatch.areas.1], mismatch.place, mismatch.edges)
    }
    for (number, sides) in coverage.inlets.sides.enumerated() {
      add(inlet: coverage.inlets.ground.selecting([number]), between: sides.lengths)
    }
    for (areas, shape) in strips { findings.append(strip(shape, between: areas)) }
    let told = Set(borders)
    for (areas, border) in unmatched where !told.contains(areas) {
      findings.append(unmatchedBorder(areas, border.place, border.count))
    }
    borders.formUnion(unmatched.keys)
    isPartition = borders.isEmpty && coverage.overlaps.isEmpty && coverage.areMismatchesKnown
  }

  private func unit(_ area: Int) -> NamedCode { layer.unit(area) }

  private mutating func note(unmatched areas: [Int], _ place: Coordinate?, _ count: Int) {
    guard let place else { return }
    unmatched[areas, default: (place, 0)].count += count
  }

  private mutating func add(_ overlap: Coverage.Overlap, _ shape: MultiPolygonArray) {
    let areas = [overlap.areas.0, overlap.areas.1]
    let sizes = areas.map(layer.area(of:))
    // Half of an area is that area, however narrow it is.
    let isMost = 2 * overlap.area >= (sizes.min() ?? 0)
    let verdict = isMost ? .wide : rule.verdict(on: shape, between: areas)
    if verdict == .hair {
      note(unmatched: areas, shape.interiorPoint(of: 0) ?? layer.geometry.interiorPoint(of: areas[0]), 2)
      return
    }
    borders.insert(areas)
    let words = areas.map { unit($0).label }
    let ground = "\(Wording.area(overlap.area))\(Self.places(shape.polygonCount))"
    let message =
      switch (verdict, isMost && sizes.allSatisfy { overlap.area >= 0.999 * $0 }, isMost) {
      case (_, true, _): "\(words[0]) and \(words[1]) have the same ground, \(ground)"
      case (_, _, true):
        "\(words[0]) and \(words[1]) both cover \(ground): most of \(sizes[0] <= sizes[1] ? words[0] : words[1])"
      case (.wide, _, _): "\(words[0]) and \(words[1]) both cover \(ground)"
      default: "\(words[0]) and \(words[1]) overlap each other in a strip along their border, \(ground)"
      }
    var finding = Finding(
      verdict == .wide ? .overlap : .sliverOverlap, in: layer.name, about: unit(areas[0]),
      and: unit(areas[1]).code, message)
    finding.cover(shape, area: overlap.area, perimeter: overlap.perimeter)
    findings.append(finding)
  }

  private mutating func add(gap shape: MultiPolygonArray, between around: [(area: Int, length: Double)]) {
    let areas = around.prefix(2).map(\.area).sorted()
    let (area, perimeter) = (shape.area(of: 0), shape.perimeter(of: 0))
    let verdict = rule.verdict(on: shape, between: areas)
    guard let first = around.first?.area else { return }
    if verdict == .hair, areas.count == 2 {
      note(unmatched: areas, shape.interiorPoint(of: 0), 2)
      return
    }
    let isSmall = verdict != .wide || area < rule.width * rule.width
    if around.count == 1, isSmall {
      var finding = Finding(
        .pinhole, in: layer.name, about: unit(first),
        "a hole of \(Wording.area(area)) in \(unit(first).label) that no area fills")
      finding.cover(shape, area: area, perimeter: perimeter)
      findings.append(finding)
      return
    }
    guard verdict == .wide else {
      borders.insert(areas)
      strips[areas, default: MultiPolygonArray()].append(contentsOf: shape)
      return
    }
    let names = CodeList(around.map { unit($0.area).label }, limit: 4)
    var finding = Finding(
      .gap, in: layer.name, about: unit(first), and: around.dropFirst().first.map { unit($0.area).code },
      "\(Wording.area(area)) enclosed by \(names) \(Wording.form(1, "is", "are")) in no area")
    finding.cover(shape, area: area, perimeter: perimeter)
    findings.append(finding)
  }

  /// Narrow ground that is open at an end is a strip like any other.
  private mutating func add(inlet shape: MultiPolygonArray, between around: [(area: Int, length: Double)]) {
    let areas = around.prefix(2).map(\.area).sorted()
    switch rule.verdict(on: shape, between: areas) {
    case .hair:
      // Edges that cross to and fro leave such ground, and have been counted.
      if unmatched[areas] == nil { note(unmatched: areas, shape.interiorPoint(of: 0), 2) }
    case .sliver:
      borders.insert(areas)
      strips[areas, default: MultiPolygonArray()].append(contentsOf: shape)
    case .wide: break
    }
  }

  /// All narrow gaps along the border of two areas.
  private func strip(_ parts: MultiPolygonArray, between areas: [Int]) -> Finding {
    let shape = MultiPolygonArray(
      coordinates: parts.coordinates, ringOffsets: parts.ringOffsets, polygonOffsets: parts.polygonOffsets,
      areaOffsets: [0, parts.polygonCount])
    let (area, perimeter) = (shape.area(of: 0), shape.perimeter(of: 0))
    let words = areas.map { unit($0).label }
    let message =
      "\(Wording.area(area)) between \(Wording.list(words)) \(Wording.form(1, "lies", "lie")) in no area\(Self.places(parts.polygonCount))"
    var finding = Finding(
      .sliverGap, in: layer.name, about: unit(areas[0]), and: areas.count > 1 ? unit(areas[1]).code : nil,
      message)
    finding.cover(shape, area: area, perimeter: perimeter)
    return finding
  }

  private func unmatchedBorder(_ areas: [Int], _ place: Coordinate, _ count: Int) -> Finding {
    Finding(
      .unmatchedBorder, in: layer.name, about: unit(areas[0]), and: unit(areas[1]).code, at: place,
      "\(unit(areas[0]).label) and \(unit(areas[1]).label) draw their border with different vertices, along \(Wording.plural(count, "edge"))"
    )
  }

  /// ", in 3 places"; nothing for one.
  private static func places(_ count: Int) -> String {
    count > 1 ? ", in \(Wording.grouped(count)) places" : ""
  }
}
