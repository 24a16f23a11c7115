/// Who overlaps whom and by how much.
public enum OverlapAnalysis: Analysis {
  /// `overlap`.
  public static let name = "overlap"
  /// What it answers.
  public static let summary =
    "Every pair of areas that overlap, with both shares, and what is left over on either side."

  /// Compares the two layers.
  public static func run(
    _ request: ComparisonRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> OverlapResult {
    OverlapResult(comparison: try enquiry.compare(request))
  }
}
