/// From which reference system to which a layer goes, and why.
struct ConversionReference: Sendable {
  /// The system of the result; nil for one that nobody knows.
  let target: ReferenceSystem?
  /// The way there; nil where positions stay as they are.
  let transformation: Transformation?
  /// What a reader must know of it.
  let notices: [Notice]

  /// Whether positions become longitudes and latitudes, whose digits are no longer those of the input.
  var becomesDegrees: Bool { transformation?.pipeline != nil && transformation?.target.isGeographic == true }

  /// Decides: what is asked for, else what the format has alone, else what the input has.
  init(
    _ stated: StatedReference, _ request: ConversionRequest, _ format: VectorFormat
  ) throws(FootprintsError) {
    var notices: [Notice] = []
    let own: ReferenceSystem? =
      if let given = request.source {
        given
      } else {
        switch stated {
        case .definition(let text), .formatDefault(let text): try ReferenceSystem(text)
        case .missing: nil
        }
      }
    if request.source != nil, case .definition(let text) = stated, let other = try? ReferenceSystem(text),
      let own, other != own, (try? Transformation(from: other, to: own).operation) != "none"
    {
      notices.append(
        Notice(
          .warning, "reference-overruled",
          "the file states the reference system \(other.name); \(own.name) was used instead, as asked"))
    }
    let degrees = try ReferenceSystem(ReferenceSystem.longitudeLatitude)
    var wanted = request.target
    if wanted == nil, format.isLongitudeLatitude, let own, try !own.isLongitudeLatitude {
      wanted = degrees
      notices.append(
        Notice(
          .information, "to-longitude-latitude",
          "positions in \(own.plainName) became longitudes and latitudes, which \(format.title) has alone"))
    }
    guard let own else {
      guard wanted == nil else {
        throw FootprintsError(
          .badData, "nothing says which reference system the positions are in", remedy: "State it.",
          reason: .unknownSource)
      }
      (target, transformation) = (nil, nil)
      notices.append(
        Notice(
          .warning, "reference-unknown",
          format.isLongitudeLatitude
            ? "nothing says which reference system the positions are in; they were taken for longitudes and latitudes"
            : "nothing says which reference system the positions are in; the result does not say either"))
      self.notices = notices
      return
    }
    if let wanted, format.isLongitudeLatitude, try !wanted.isLongitudeLatitude {
      guard format.isGeoJSON else {
        throw FootprintsError(
          .usage, "\(format.title) has longitudes and latitudes alone, not \(wanted.name)",
          remedy: "Choose another format, or leave the reference system out.")
      }
      notices.append(
        Notice(
          .warning, "not-longitude-latitude",
          "\(format.title) has longitudes and latitudes alone since RFC 7946; the result states \(wanted.name) as the standard before did, which not every program reads"
        ))
    }
    target = wanted ?? own
    transformation = try wanted.map { (wanted) throws(FootprintsError) in
      try Transformation(from: own, to: wanted)
    }
    self.notices = notices
  }
}
