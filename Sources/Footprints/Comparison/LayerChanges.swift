/// What became of the areas of a layer in a later one: which are the same, which have another name or code, and where ground changed hands.
///
/// Ground counts as moved only where it is more than another generalisation of the same border (``SliverRule``).
public struct LayerChanges: Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing: code, name and border are the same.
    case same
    /// It has another name.
    case renamed
    /// It has another code, and perhaps another name.
    case recoded
    /// Ground passed from one area that goes on to another, or the border of one that goes on moved.
    case moved
    /// An area ended, or gave up ground, for several or for a new one.
    case split
    /// An area ended and is part of a larger one.
    case merged
    /// Ground that was in no area.
    case new
    /// Ground that is in no area any more.
    case gone
  }

  /// What an old and a new area have in common, or what is in one of the two layers alone.
  public struct Row: Sendable {
    /// The position of the old area; nil for ground that was in none.
    public let old: Int?
    /// The position of the new area; nil for ground that is in none.
    public let new: Int?
    /// What happened.
    public let kind: Kind
    /// Whether the old area goes on as the new one.
    public let goesOn: Bool
    /// The comparison's row: area, shares, people.
    public let values: LayerComparison.Row
  }

  /// The two layers side by side, the old one first.
  public let comparison: LayerComparison
  /// By the codes of the old areas, then of the new ones; what is in one layer alone last.
  public let rows: [Row]

  /// Judges a comparison of an old layer with a new one.
  ///
  /// Precondition: slivers are not kept, and no pair is below a minimum share.
  public init(_ comparison: LayerComparison) {
    self.comparison = comparison
    let judge = Judge(comparison)
    rows =
      comparison.rows.compactMap { values in
        guard let old = values.x, let new = values.y, values.area > 0 else { return nil }
        return Row(
          old: old, new: new, kind: judge.kind(old, new), goesOn: judge.goesOn(old, as: new), values: values)
      }
      + judge.leftovers.map { values in
        Row(old: values.x, new: values.y, kind: values.x == nil ? .new : .gone, goesOn: false, values: values)
      }
  }
}

/// Knows which areas go on, and who has ground of whom.
private struct Judge {
  private let (x, y): (PreparedLayer, PreparedLayer)
  /// The areas of the other layer that have ground of each area.
  private var partnersOfOld: [[Int]]
  private var partnersOfNew: [[Int]]
  /// The areas that lost ground to nobody, or got ground from nobody.
  private var isOpenOld: Set<Int> = []
  private var isOpenNew: Set<Int> = []
  /// The new area that an old one goes on as.
  private var successor: [Int?]
  private var predecessor: [Int?]
  /// What is in one of the layers alone and is no sliver.
  let leftovers: [LayerComparison.Row]

  init(_ comparison: LayerComparison) {
    (x, y) = (comparison.x, comparison.y)
    partnersOfOld = Array(repeating: [], count: x.count)
    partnersOfNew = Array(repeating: [], count: y.count)
    for row in comparison.rows where row.area > 0 {
      guard let old = row.x, let new = row.y else { continue }
      partnersOfOld[old].append(new)
      partnersOfNew[new].append(old)
    }
    leftovers = Judge.wide(comparison)
    for row in leftovers {
      if let old = row.x { isOpenOld.insert(old) }
      if let new = row.y { isOpenNew.insert(new) }
    }
    successor = Array(repeating: nil, count: x.count)
    predecessor = Array(repeating: nil, count: y.count)
    // The same code on common ground, else the same name, else nearly the same ground.
    pair(by: \.codes)
    pair(by: \.names)
    for row in comparison.rows {
      guard let old = row.x, let new = row.y, successor[old] == nil, predecessor[new] == nil,
        min(row.xShare ?? 0, row.yShare ?? 0) >= Self.nearlyAll
      else { continue }
      successor[old] = new
      predecessor[new] = old
    }
  }

  /// An area that has at least this share of another, and that of it, goes on as the other one.
  private static let nearlyAll = 0.9

  func goesOn(_ old: Int, as new: Int) -> Bool { successor[old] == new }

  private mutating func pair(by key: (PreparedLayer) -> [String]) {
    let olds = Dictionary(grouping: key(x).indices) { [x] in key(x)[$0].lowercased() }
    for (new, text) in key(y).enumerated() where predecessor[new] == nil {
      guard let candidates = olds[text.lowercased()], candidates.count == 1, let old = candidates.first,
        successor[old] == nil, partnersOfOld[old].contains(new)
      else { continue }
      successor[old] = new
      predecessor[new] = old
    }
  }

  func kind(_ old: Int, _ new: Int) -> LayerChanges.Kind {
    let isWhole =
      partnersOfOld[old] == [new] && partnersOfNew[new] == [old] && !isOpenOld.contains(old)
      && !isOpenNew.contains(new)
    if isWhole {
      if x.codes[old] != y.codes[new] { return .recoded }
      return x.names[old] == y.names[new] ? .same : .renamed
    }
    if successor[old] == new {
      // It took in others that ended, or gave birth to new ones, and that is all.
      let others = partnersOfNew[new].filter { $0 != old }
      let parts = partnersOfOld[old].filter { $0 != new }
      let isClosed = !isOpenOld.contains(old) && !isOpenNew.contains(new)
      if isClosed, parts.isEmpty, others.allSatisfy({ successor[$0] == nil && partnersOfOld[$0] == [new] }) {
        return .merged
      }
      if isClosed, others.isEmpty, parts.allSatisfy({ predecessor[$0] == nil && partnersOfNew[$0] == [old] })
      {
        return .split
      }
      return .moved
    }
    if successor[old] != nil { return predecessor[new] == nil ? .split : .moved }
    return partnersOfOld[old].count > 1 ? .split : partnersOfNew[new].count > 1 ? .merged : .moved
  }

  /// What is left over and is no sliver: not as narrow as generalisation may displace a border, taken as twice its area over the
  /// outline of the area that it is part of, and not a whole area that is small.
  private static func wide(_ comparison: LayerComparison) -> [LayerComparison.Row] {
    comparison.leftovers.filter { row in
      let (layer, area) = row.x.map { (comparison.x, $0) } ?? (comparison.y, row.y ?? 0)
      if (row.xShare ?? row.yShare ?? 0) > 0.5 { return true }
      return 2 * row.area / max(1, layer.geometry.perimeter(of: area)) > comparison.sliverRule.width
    }
  }
}
