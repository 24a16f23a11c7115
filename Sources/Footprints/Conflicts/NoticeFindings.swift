/// Findings from what readers have noticed already, so that a fault is looked for in one place only.
enum NoticeFindings {
  /// The kind of finding that a notice is; nil for one that nobody need act on.
  static func kind(of notice: Notice) -> FindingKind? {
    switch notice.code {
    case "truncated", "record-count", "index-damaged": .truncated
    case "areas-elsewhere", "reference-overruled", "irish-grid", "points-elsewhere": .referenceSystem
    case "duplicate-code": .duplicateCode
    case "no-code", "names-as-codes", "numbered": .missingCode
    case "no-geometry", "not-polygons", "no-ground": .nullGeometry
    case "mixed-resolution", "crude-borders": .mixedResolution
    case "mixed-vintage": .mixedVintage
    case "no-population", "no-flow", "no-bricks", "no-place", "lookup-gap": .missingRow
    case "no-brick", "flow-outside", "no-brick-point", "lookup-unknown", "lookup-elsewhere",
      "ambiguous-lookup":
      .orphanRow
    case "proportions-above-one", "duplicate-flow-summed", "total-left-out": .flowSum
    case "plan-without-signatory": .planWithoutPartners
    case "unknown-board": .partnerWithoutArea
    case "two-codes": .twoCodes
    case "scheme-total", "scheme-rows-differ", "schemes-without-amount": .money
    case "cannot-be-joined": .unreadable
    default: nil
    }
  }

  /// Whether what a notice says is a finding, of this kind or by what it is about.
  static func isFinding(_ notice: Notice) -> Bool {
    kind(of: notice) != nil || ["repaired", "ground-lost", "areas-overlap"].contains(notice.code)
  }

  /// What was noticed when a layer was read: about each of a few areas, or once about many.
  static func findings(in layer: PreparedLayer) -> [Finding] {
    layer.notices.flatMap { notice -> [Finding] in
      guard let kind = kind(of: notice) else { return [] }
      guard (1...10).contains(notice.codes.count) else {
        return [Finding(kind, in: layer.name, notice.message)]
      }
      return notice.codes.map { code in
        let area = layer.index(ofCode: code)
        let unit = area.map(layer.unit) ?? NamedCode(code: code, name: "")
        return Finding(
          kind, in: layer.name, about: unit, at: area.flatMap { layer.geometry.interiorPoint(of: $0) },
          message(kind, unit, notice))
      }
    }
  }

  /// What was noticed elsewhere, each notice once.
  static func findings(_ notices: [Notice], in source: String) -> [Finding] {
    notices.compactMap { notice in
      guard let kind = kind(of: notice) else { return nil }
      let code = notice.codes.first.map { NamedCode(code: $0, name: "") }
      let isAboutOne = notice.codes.count == 1 || kind == .twoCodes
      return Finding(
        kind, in: source, about: isAboutOne ? code : nil,
        and: kind == .twoCodes ? notice.codes.dropFirst().first : nil, notice.message)
    }
  }

  private static func message(_ kind: FindingKind, _ unit: NamedCode, _ notice: Notice) -> String {
    if notice.codes.count == 1 { return notice.message }
    return switch kind {
    case .nullGeometry: "\(unit.label) has no geometry made of polygons and overlaps nothing"
    case .missingCode: "the feature \(unit.label) has no code"
    case .referenceSystem: "\(unit.label) lies where its reference system is not used"
    default: notice.message
    }
  }
}
