/// How far the borders of two layers agree.
public enum BordersAnalysis: Analysis {
  /// `borders`.
  public static let name = "borders"
  /// What it answers.
  public static let summary =
    "How far two layers draw the same borders: the length they share, how far apart they are, where they part."

  /// Compares the borders of the two layers.
  public static func run(
    _ request: BordersRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> BordersResult {
    let (x, y) = try enquiry.layers(request.x, request.xOptions, request.y, request.yOptions)
    if x.name == y.name {
      enquiry.note([
        Notice(.warning, "same-layer", "X and Y are the same layer, \(x.name): it is compared with itself")
      ])
    }
    // A package that nothing is taken from is no part of the answer.
    if request.layers.allSatisfy(enquiry.study.isOutside) { enquiry.forgetPackage() }
    return try enquiry.borders(of: x, and: y, within: request.within)
  }
}

extension Enquiry {
  /// Compares the borders of two layers; within the distance that follows from their resolutions where none is given.
  func borders(
    of x: PreparedLayer, and y: PreparedLayer, within: Double? = nil
  ) throws(FootprintsError) -> BordersResult {
    progress("comparing the borders of \(x.name) and \(y.name)")
    let distance =
      within.map(AgreementDistance.init(metres:)) ?? AgreementDistance(x.resolution, y.resolution)
    let agreement = try BoundaryAgreement(x: x, y: y, within: distance.metres, jobs: jobs)
    return try BordersResult(x: x, y: y, distance: distance, agreement: agreement, jobs: jobs)
  }
}
