/// What became of some codes: for each its successors with their shares, or why nobody knows.
struct Succession: Sendable {
  /// What became of one code.
  struct Fate: Sendable {
    /// The code as the table has it.
    let old: String
    /// The same as the table of successions has it.
    let key: String
    /// Its successors, each as the table has it and as it is written; itself alone where nothing happened to it, or where it could not
    /// be carried.
    let parts: [(key: String, code: String, share: Double)]
    /// Why it could not be carried; nil where it could.
    let obstacle: String?
    /// Whether its parts were worked out from two layers, because the table of successions does not say.
    let isDivided: Bool

    /// Whether it has another code, or several.
    var isChanged: Bool { parts.count != 1 || parts[0].code != old }
  }

  /// In the order of the old codes.
  let fates: [Fate]

  /// Follows some codes.
  ///
  /// A code is found in the table of successions as it is or by another code of the same organisation, and its successors are written in
  /// the kind of code that the others have: official ones stay official.
  ///
  /// Throws `badData` for a table of successions that contradicts itself.
  ///
  /// - Parameter isNew: whether a code is one of the new ones, which decides where an organisation has had several official ones.
  init(
    of codes: [String], by table: SuccessionTable, in period: SuccessionTable.Period,
    aliases: [String: [String]], isNew: (String) -> Bool, dividing division: SuccessionTable.Division
  ) throws(FootprintsError) {
    let known = Set(table.steps.map(\.old))
    let isOfficial = OfficialCodes.areUsed(in: codes)
    func spelling(_ code: String) -> String {
      let isOfKind = OfficialCodes.isOfficial(code) == isOfficial
      if isOfKind, isNew(code) { return code }
      // An organisation that goes on may have been given another official code, because its ground changed.
      let others = (aliases[code] ?? []).filter { OfficialCodes.isOfficial($0) == isOfficial }
      let current = others.filter(isNew)
      if current.count == 1 { return current[0] }
      return !isOfKind && others.count == 1 ? others[0] : code
    }
    fates = try codes.sorted().map { (old) throws(FootprintsError) in
      let key = known.contains(old) ? old : (aliases[old] ?? []).first(where: known.contains) ?? old.codeKey
      var isDivided = false
      do throws(FootprintsError) {
        let parts = try table.successors(of: key, in: period) { (code, new) throws(FootprintsError) in
          let shares = try division(code, new)
          if shares != nil { isDivided = true }
          return shares
        }
        let isSame = parts.count == 1 && parts[0].code == key
        return Fate(
          old: old, key: key,
          parts: isSame
            ? [(key, spelling(old), 1)]
            : parts.map { (key: $0.code, code: spelling($0.code), share: $0.share) }.sorted {
              $0.code < $1.code
            },
          obstacle: nil, isDivided: isDivided)
      } catch {
        guard error.reason == .sharesNotGiven else { throw error }
        return Fate(
          old: old, key: key, parts: [(key, old, 1)], obstacle: error.message, isDivided: false)
      }
    }
  }
}

/// Two layers of the same ground in two years, by which what was split is divided.
struct DividingLayers {
  private let comparison: LayerComparison

  init(_ comparison: LayerComparison) { self.comparison = comparison }

  /// The people, or the ground, of an old area; nil where it is none.
  func mass(of code: String) -> Double? {
    comparison.x.codeIndex.positions(of: [code]).positions[0].map { comparison.matrix.xTotals[$0] }
  }

  /// How much of what an old area has in common with some new ones each of them has; nil where the layers have not both.
  func shares(of old: String, among new: [String]) -> [Double]? {
    guard let x = comparison.x.codeIndex.positions(of: [old]).positions[0] else { return nil }
    let places = comparison.y.codeIndex.positions(of: new).positions
    let row = comparison.matrix.row(x)
    let masses = places.map { place in row.first { $0.y == place }?.mass ?? 0 }
    let sum = masses.reduce(0, +)
    guard sum > 0, !places.contains(nil) else { return nil }
    return masses.map { $0 / sum }
  }

  /// The part of an old area that is in none of its successors; nil where it is no area.
  func outside(_ old: String, _ new: [String]) -> Double? {
    guard let x = comparison.x.codeIndex.positions(of: [old]).positions[0], comparison.matrix.xTotals[x] > 0
    else { return nil }
    let places = Set(comparison.y.codeIndex.positions(of: new).positions.compactMap(\.self))
    let inside = comparison.matrix.row(x).reduce(0) { $0 + (places.contains($1.y) ? $1.mass : 0) }
    return 1 - inside / comparison.matrix.xTotals[x]
  }

  /// Whether a code is that of a new area.
  func isNew(_ code: String) -> Bool { comparison.y.codes.contains(code) }

  /// The name of a new area.
  func name(_ code: String) -> String? {
    comparison.y.codeIndex.positions(of: [code]).positions[0].map { comparison.y.names[$0] }
  }

  /// What shares are of.
  var unit: MassUnit { comparison.unit }
}
