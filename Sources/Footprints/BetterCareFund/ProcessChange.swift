/// A change of a hospital's discharge or admission process, and what it touches in a Better Care Fund plan.
public struct ProcessChange: Sendable, Equatable {
  /// The name, such as `discharge-to-assess`.
  public var name: String
  /// Other names by which it is asked for, such as `d2a`.
  public var also: [String]
  /// What happens, in a phrase; empty where it is not given.
  public var summary: String
  /// The numbers of the High Impact Change Model that it belongs to, ascending.
  public var changes: [Int]
  /// The scheme types that it touches; the beginning of a type is enough (`Intermediate Care`).
  public var schemeTypes: [String]
  /// The metrics that it concerns.
  public var metrics: [String]
  /// The national conditions that it answers.
  public var conditions: [String]

  /// Puts a process together.
  public init(
    _ name: String, also: [String] = [], summary: String = "", changes: [Int], schemeTypes: [String],
    metrics: [String],
    conditions: [String]
  ) {
    self.name = name
    self.also = also
    self.summary = summary
    self.changes = changes
    self.schemeTypes = schemeTypes
    self.metrics = metrics
    self.conditions = conditions
  }
}
