/// What is wrong with one layer by itself.
public struct LayerConflicts: Sendable {
  /// What was found, in no particular order.
  public private(set) var findings: [Finding]
  /// Whether the areas divide the ground that they cover: none lies in two of them, no sliver between them, and neighbours
  /// draw every common border with the same vertices.
  public let isPartition: Bool
  /// On how many borders between two areas they do not.
  public let unmatchedBorders: Int
  /// The width below which ground is a sliver.
  public let sliverWidth: Double

  /// Looks at a layer.
  ///
  /// Throws `fault` where the kernel's checks fail.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - sliverWidth: the mean width in metres below which common ground, or ground between areas, is a sliver; from the
  ///     layer's resolution when nil.
  ///   - jobs: how many threads may be used; never changes the result.
  public init(
    _ layer: PreparedLayer, sliverWidth: Double? = nil, jobs: Int = availableJobs
  ) throws(FootprintsError) {
    let rule = StripRule(layer, width: sliverWidth)
    let coverage = CoverageFindings(
      try layer.gridded.coverage(inletsWithin: rule.inletWidth, jobs: jobs), of: layer, rule)
    (isPartition, unmatchedBorders) = (coverage.isPartition, coverage.unmatchedBorders)
    self.sliverWidth = rule.width
    findings =
      coverage.findings + RingFindings.findings(in: layer)
      + (try SpikeFindings.findings(in: layer, jobs: jobs)) + DistantParts.findings(in: layer)
      + CodeFindings.findings(in: layer) + NoticeFindings.findings(in: layer)
  }
}
