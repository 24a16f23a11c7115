extension Finding {
  /// A layer or table that cannot be used, and why.
  init(_ error: FootprintsError, in source: String) {
    let kind: FindingKind =
      switch error.reason {
      case .endsEarly: .truncated
      case .duplicateCodes: .duplicateCode
      case .noGeometries: .nullGeometry
      case .notDegrees, .looksLikeDegrees, .latitudeFirst, .outsideWorkingArea, .outsideWorkingAreaAsStated,
        .outsideTransformation, .noTransformation:
        .referenceSystem
      default: .unreadable
      }
    var error = error
    // The source is said beside it.
    if error.file == source { error.file = nil }
    self.init(kind, in: source, error.description)
  }
}
