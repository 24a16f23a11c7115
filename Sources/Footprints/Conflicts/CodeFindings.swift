/// Codes and names that do not fit those of the rest of their layer.
enum CodeFindings {
  static func findings(in layer: PreparedLayer) -> [Finding] { names(in: layer) + tiers(in: layer) }

  /// Different areas with one name. Where names are made of codes there is nothing to compare.
  private static func names(in layer: PreparedLayer) -> [Finding] {
    var places: [String: [Int]] = [:]
    for (area, name) in layer.names.enumerated() where name != layer.codes[area] {
      places[name.lowercased(), default: []].append(area)
    }
    // One code twice is another finding.
    let repeated = Set(layer.notices.filter { $0.code == "duplicate-code" }.flatMap(\.codes))
    func isRepeated(_ code: String) -> Bool {
      repeated.contains(code) || repeated.contains { code.hasPrefix("\($0) (") }
    }
    return places.sorted { $0.key < $1.key }.compactMap { _, all in
      let areas = all.filter { !isRepeated(layer.codes[$0]) }
      guard areas.count > 1 else { return nil }
      return Finding(
        .duplicateName, in: layer.name, about: layer.unit(areas[0]), and: layer.codes[areas[1]],
        at: layer.geometry.interiorPoint(of: areas[0]),
        "\(areas.count) areas are called \(layer.names[areas[0]].excerpt): \(CodeList(areas.map { layer.codes[$0] }))"
      )
    }
  }

  /// Official codes of another tier than the layer's, and of another country than most.
  private static func tiers(in layer: PreparedLayer) -> [Finding] {
    guard OfficialCodes.areUsed(in: layer.codes) else { return [] }
    var entities: [String: [Int]] = [:]
    for (area, code) in layer.codes.enumerated() where OfficialCodes.isOfficial(code) {
      entities[String(code.prefix(3)), default: []].append(area)
    }
    let counts = entities.mapValues(\.count)
    let tier = OfficialTier.of(role: layer.role, counts)
    let country = tier.countries(counts).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return entities.sorted { $0.key < $1.key }.flatMap { entity, areas -> [Finding] in
      let isOfTier = tier.has(entity)
      let home = country.map { entity.hasPrefix($0) } ?? true
      if isOfTier && home { return [] }
      let what =
        isOfTier
        ? "of \(OfficialTier.country(entity)), unlike most of the layer"
        : "of another kind of area than the rest of the layer"
      return findings(areas, entity, what, in: layer)
    }
  }

  /// One finding for each of a few areas, and one for many.
  private static func findings(
    _ areas: [Int], _ entity: String, _ what: String, in layer: PreparedLayer
  ) -> [Finding] {
    if areas.count > 10 {
      return [
        Finding(
          .wrongTier, in: layer.name,
          "\(Wording.grouped(areas.count)) codes begin with \(entity), \(what)")
      ]
    }
    return areas.map { area in
      Finding(
        .wrongTier, in: layer.name, about: layer.unit(area), at: layer.geometry.interiorPoint(of: area),
        "the code of \(layer.unit(area).label) is \(what)")
    }
  }
}

/// The kinds of area that make up a tier, by the first three characters of their codes (ONS, "Register of Geographic Codes").
struct OfficialTier {
  private let entities: Set<String>

  /// The tiers of more than one kind of area; all others have one.
  private static let known: [(roles: [String], entities: Set<String>)] = [
    (["ltla", "lad"], ["E06", "E07", "E08", "E09", "W06", "S12", "N09"]),
    (["utla", "ctyua", "hwb"], ["E06", "E08", "E09", "E10", "W06", "S12", "N09"]),
    (["ccg", "sicbl"], ["E38"]), (["stp", "ics", "icb"], ["E54"]), (["lsoa"], ["E01", "W01"]),
    (["msoa"], ["E02", "W02"]),
  ]

  /// The tier of a role; else the one that most codes of a layer fit.
  static func of(role: String?, _ counts: [String: Int]) -> OfficialTier {
    if let role, let tier = known.first(where: { $0.roles.contains(role.lowercased()) }) {
      return OfficialTier(entities: tier.entities)
    }
    let single = counts.keys.sorted().map { Set([$0]) }
    let fits = (known.map(\.entities) + single).map { entities in
      (entities: entities, count: counts.reduce(0) { entities.contains($1.key) ? $0 + $1.value : $0 })
    }
    // Of equals the first: the lower tier has the boroughs that the upper has as well.
    var best = fits[0]
    for fit in fits where fit.count > best.count { best = fit }
    return OfficialTier(entities: best.entities)
  }

  func has(_ entity: String) -> Bool { entities.contains(entity) }

  /// How many codes of the tier are of each country.
  func countries(_ counts: [String: Int]) -> [String: Int] {
    var countries: [String: Int] = [:]
    for (entity, count) in counts where entities.contains(entity) {
      countries[String(entity.prefix(1)), default: 0] += count
    }
    return countries
  }

  /// The country of a code.
  static func country(_ code: String) -> String {
    switch code.first {
    case "E": "England"
    case "W": "Wales"
    case "S": "Scotland"
    case "N": "Northern Ireland"
    default: "another country"
    }
  }
}
