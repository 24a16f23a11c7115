/// All measures of coterminosity between two layers: of the system, and of every unit of either side.
public struct CoterminosityScores: Sendable, Equatable {
  /// The measures of the two layers as a whole.
  public let system: SystemScores
  /// The units of X by code, then the units of Y by code.
  public let units: [UnitScores]
  /// The policy tests that apply to the units of X or of Y, with rule and source.
  public let presets: [PolicyPreset]
  /// The policy tests that do not apply to these layers, each with what stands against it.
  public let presetsNotApplied: [NotApplied]

  /// A policy test that does not apply.
  public struct NotApplied: Sendable, Equatable {
    /// The test.
    public let preset: PolicyPreset
    /// What stands against it.
    public let obstacle: PolicyPreset.Obstacle
  }

  /// Computes everything from the shared masses.
  ///
  /// - Parameters:
  ///   - matrix: the masses.
  ///   - x: code and name of each unit of X, in the order of the matrix.
  ///   - y: the same for Y.
  ///   - xRole: the role of X, such as `ccg`; decides which policy presets apply.
  ///   - yRole: the role of Y.
  ///   - tolerance: the share at or above which a unit counts as wholly inside another, above 0 and up to 1.
  ///   - overlappingUnits: whether units of X, or units of Y, overlap each other, as catchments by
  ///     threshold do. The measures that need both layers to divide the same mass are then left out, with the reason.
  ///   - ground: where masses are people, the area that the units share, so that what is split only by ground on which
  ///     nobody lives is known; nil where only the people are known.
  ///   - presets: the policy tests; the usual ones when nil.
  /// - Throws: `usage` when the tolerance is not a share.
  ///
  /// Precondition: one code for each unit of the matrix.
  public init(
    _ matrix: MassMatrix, x: [NamedCode], y: [NamedCode], xRole: String? = nil, yRole: String? = nil,
    tolerance: Double = 0.95, overlappingUnits: Bool = false, ground: MassMatrix? = nil,
    presets tests: [PolicyPreset]? = nil
  ) throws(FootprintsError) {
    guard tolerance > 0, tolerance <= 1 else {
      throw FootprintsError(
        .usage, "the tolerance \(tolerance) is not a share", remedy: "Give a number above 0 and up to 1.")
    }
    precondition(
      x.count == matrix.xTotals.count && y.count == matrix.yTotals.count, "one code for each unit")
    func order(_ units: [NamedCode]) -> [Int] {
      units.indices.sorted {
        (units[$0].code, units[$0].name, $0) < (units[$1].code, units[$1].name, $1)
      }
    }
    let xOrder = order(x)
    let yOrder = order(y)
    let ordered = matrix.reordered(x: xOrder, y: yOrder)
    let xUnits = xOrder.map { x[$0] }
    let yUnits = yOrder.map { y[$0] }
    let all = if let tests { tests } else { try PolicyPreset.all(tolerance: tolerance) }
    // A test of people says nothing about areas.
    let possible = all.filter { matrix.unit == .people || !$0.rule.needsPeople }
    let xPresets = possible.filter { $0.applies(toUnitsOf: xRole, against: yRole) }
    let yPresets = possible.filter { $0.applies(toUnitsOf: yRole, against: xRole) }
    system = SystemScores(
      ordered, ground: ground?.reordered(x: xOrder, y: yOrder), tolerance: tolerance,
      overlappingUnits: overlappingUnits)
    let entropy = system.entropyReason == nil
    units =
      UnitScores.rows(
        of: ordered, side: .x, units: xUnits, partners: yUnits, presets: xPresets, entropy: entropy)
      + UnitScores.rows(
        of: ordered.transposed, side: .y, units: yUnits, partners: xUnits, presets: yPresets,
        entropy: entropy)
    presets = all.filter { xPresets.contains($0) || yPresets.contains($0) }
    presetsNotApplied = all.filter { !xPresets.contains($0) && !yPresets.contains($0) }.map { preset in
      let fits =
        preset.applies(toUnitsOf: xRole, against: yRole) || preset.applies(toUnitsOf: yRole, against: xRole)
      return NotApplied(preset: preset, obstacle: fits ? .noPeople : .otherTiers)
    }
  }
}
