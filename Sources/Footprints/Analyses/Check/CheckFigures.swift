extension CheckResult: IllustratedResult {
  /// A map of where things are wrong.
  public func figures() -> [Figure] { [map].compactMap(\.self) }

  /// More marks than this would hide each other.
  private static let mostMarks = 1000

  private var map: Figure? {
    let placed = rows.map(\.finding).filter { $0.place != nil }
    let marked = Array(placed.prefix(Self.mostMarks))
    let grounds = layers.map(\.layer).filter { $0.count <= MapFigure.mostAreasDrawn }
    guard !marked.isEmpty, !grounds.isEmpty else { return nil }
    let concerned = Set(marked.flatMap { [$0.code, $0.otherCode].compactMap(\.self) })
    // What is smaller has fewer names, for which there is room.
    let named = grounds.indices.min { grounds[$0].count < grounds[$1].count }
    var sources = grounds.indices.map { place in
      let layer = grounds[place]
      let source = MapFigure.Source(
        layer, areas: Array(0..<layer.count), title: "borders of \(layer.heading)", style: .context)
      return place == named ? source.labelled() : source
    }
    var framed: [Int] = []
    for severity in FindingKind.Severity.allCases.reversed() {
      let findings = marked.filter { $0.kind.severity == severity }
      guard !findings.isEmpty else { continue }
      framed.append(sources.count)
      sources.append(Self.source(findings, severity, jobs: jobs))
    }
    var ground = Box.empty
    for layer in grounds {
      for area in 0..<layer.count where concerned.contains(layer.unit(area).code) {
        ground.extend(to: layer.geometry.box(of: area))
      }
    }
    let map = MapFigure(sources, framing: framed, and: ground, in: grounds.max { $0.count < $1.count })
    return map.map { Figure("Where it is.", description: describe(marked, of: placed.count), .map($0)) }
  }

  private static func source(
    _ findings: [Finding], _ severity: FindingKind.Severity, jobs: Int
  ) -> MapFigure.Source {
    var source = MapFigure.Source(
      MultiPolygonArray(joining: findings.map(\.shape.asOneArea), jobs: jobs),
      areas: Array(findings.indices), title: severity.many, style: severity.style,
      // The message says who it is.
      unit: { NamedCode(code: findings[$0].code ?? "", name: "") }
    )
    source.words = { Wording.sentence(findings[$0].message) }
    source.place = { findings[$0].place }
    return source
  }

  private func describe(_ marked: [Finding], of count: Int) -> String {
    let kinds = FindingKind.allCases.compactMap { kind -> String? in
      let number = marked.count { $0.kind == kind }
      return number == 0
        ? nil : "\(kind.title.prefix(1).lowercased() + kind.title.dropFirst()) (\(Wording.grouped(number)))"
    }
    let rest =
      marked.count < count
      ? " Only the first \(Wording.grouped(marked.count)) of \(Wording.grouped(count)) are marked." : ""
    return "Marks show \(Wording.list(kinds)). The tables below list them.\(rest)"
  }
}

extension FindingKind.Severity {
  fileprivate var many: String {
    switch self {
    case .error: "errors"
    case .warning: "warnings"
    case .information: "for information"
    }
  }

  fileprivate var style: MapFigure.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .information: .information
    }
  }
}
