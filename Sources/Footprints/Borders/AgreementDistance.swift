/// Within which distance of each other two borders agree.
public struct AgreementDistance: Sendable, Equatable {
  /// The distance in metres.
  public let metres: Double
  /// Where it comes from, for people.
  public let reason: String

  /// A distance that the user gives.
  public init(metres: Double) {
    self.metres = metres
    reason = "given"
  }

  /// The distance that follows from two layers: the tolerance of the coarser one, which is how far generalisation may
  /// have moved its border. At least a metre: published coordinates are rounded to about as much.
  public init(_ x: Resolution, _ y: Resolution) {
    let coarser = x.tolerance >= y.tolerance ? x : y
    metres = max(1, coarser.tolerance)
    reason =
      coarser.tolerance >= 1
      ? "the coarser layer’s tolerance, \(coarser)"
      : "the least that coordinates tell, as neither layer is generalised"
  }
}
