/// A layer whose areas are made of whole small areas, which can pass from one to another.
struct BrickLayer: Sendable {
  /// The layer that it was made from.
  let origin: PreparedLayer
  let bricks: Bricks
  /// The areas that there are.
  private(set) var units: [NamedCode]
  /// The areas of each small area, by position.
  private(set) var members: [[Int]]

  /// Gives each small area to the areas that have it by a membership.
  init(_ layer: PreparedLayer, _ units: [NamedCode], _ membership: Membership, over bricks: Bricks) {
    origin = layer
    self.bricks = bricks
    self.units = units
    members = (0..<membership.brickCount).map { membership[$0].filter { $0.share > 0 }.map(\.unit) }
  }

  /// The position of an area. Throws `usage` for one that is not there.
  func unit(_ code: String) throws(FootprintsError) -> Int {
    try units.position(of: code, kind: ("area of \(origin.name)", "areas of \(origin.name)"))
  }

  /// The positions of small areas, each once. Throws `usage` for a code that is none.
  func places(of codes: [String]) throws(FootprintsError) -> [Int] {
    let found = bricks.layer.codeIndex.positions(of: codes)
    if let missing = zip(codes, found.positions).first(where: { $0.1 == nil })?.0 {
      throw FootprintsError(
        .usage, "there is no small area '\(missing)' in \(bricks.layer.name)",
        remedy: suggestion(for: missing, among: bricks.layer.codes, kind: "small areas"))
    }
    return Set(found.positions.compactMap(\.self)).sorted()
  }

  /// Makes one area of several; returns the codes of these, and the one that they are now.
  mutating func merge(
    _ codes: [String], code: String?, name: String?
  ) throws(FootprintsError) -> (codes: [String], unit: NamedCode) {
    let merged = try codes.map(unit)
    guard Set(merged).count > 1 else {
      throw FootprintsError(.usage, "\(CodeList(codes)) of \(origin.name) are one area already")
    }
    let first = merged[0]
    let old = merged.map { units[$0].code }
    try refuse(code, besides: Set(merged))
    units[first] = NamedCode(
      code: code ?? units[first].code,
      name: name ?? Wording.list(Set(merged).sorted().map { units[$0].name }))
    let others = Set(merged)
    members = members.map { own in
      own.contains(where: others.contains) ? (own.filter { !others.contains($0) } + [first]).sorted() : own
    }
    let unit = units[first]
    drop(others.subtracting([first]))
    return (old, unit)
  }

  /// Makes an area of its own of some small areas of another.
  mutating func split(
    _ code: String, _ codes: [String], into new: String, name: String?
  ) throws(FootprintsError) {
    let old = try unit(code)
    let places = try places(of: codes)
    if let stranger = places.first(where: { !members[$0].contains(old) }) {
      throw FootprintsError(
        .usage, "the small area \(bricks.layer.codes[stranger]) does not belong to \(units[old].code)")
    }
    try refuse(new, besides: [])
    units.append(NamedCode(code: new, name: name ?? new))
    for place in places { members[place] = members[place].filter { $0 != old } + [units.count - 1] }
  }

  /// Gives small areas to an area; returns those that it had before.
  mutating func move(_ codes: [String], to code: String) throws(FootprintsError) -> [String] {
    let new = try unit(code)
    let places = try places(of: codes)
    let had = places.filter { members[$0] == [new] }
    for place in places { members[place] = [new] }
    return had.map { bricks.layer.codes[$0] }
  }

  /// Makes an area of other small areas; who else has them keeps them.
  mutating func replace(_ code: String, with places: [Int]) throws(FootprintsError) {
    let unit = try unit(code)
    let own = Set(places)
    members = members.indices.map { brick in
      let rest = members[brick].filter { $0 != unit }
      return own.contains(brick) ? (rest + [unit]).sorted() : rest
    }
  }

  /// The same areas as a layer with outlines, and the areas that have no small area and are in it no more.
  func layer(jobs: Int) throws(FootprintsError) -> (layer: PreparedLayer, empty: [NamedCode]) {
    let membership = Membership(
      members.map { $0.map { Membership.Share(unit: $0, share: 1) } }, unitCount: units.count)
    let empty = Set(membership.emptyUnits)
    let kept = units.indices.filter { !empty.contains($0) }
    let shapes = try membership.shapes(over: bricks.layer, jobs: jobs)
    let layer = try PreparedLayer(
      origin.name, role: origin.role, vintage: origin.vintage, resolution: bricks.layer.resolution,
      codes: kept.map { units[$0].code }, names: kept.map { units[$0].name }, areas: shapes.selecting(kept),
      working: origin.origin.transformation.target.definition, jobs: jobs)
    return (layer, empty.sorted().map { units[$0] })
  }

  private func refuse(_ code: String?, besides own: Set<Int>) throws(FootprintsError) {
    guard let code, units.indices.contains(where: { units[$0].code == code && !own.contains($0) }) else {
      return
    }
    throw FootprintsError(
      .usage, "\(origin.name) has an area '\(code)' already", remedy: "Choose another code.")
  }

  private mutating func drop(_ gone: Set<Int>) {
    var places: [Int] = []
    var kept: [NamedCode] = []
    for unit in units.indices {
      places.append(kept.count)
      if !gone.contains(unit) { kept.append(units[unit]) }
    }
    units = kept
    members = members.map { $0.map { places[$0] } }
  }
}
