/// One thread's share of a stage, with its own results.
protocol OverlayWorker: SendableMetatype {
  associatedtype Outcome: Sendable
  /// Does one piece of work.
  mutating func run(_ task: Int)
  /// What all pieces done so far amount to.
  var outcome: Outcome { get }
}
