import CGEOS

extension ValidityFault {
  /// The fault that GEOS means by its words, which have been the same in every version with this interface.
  package init(wordsOfGEOS words: String) {
    switch words.lowercased() {
    case "self-intersection": self = .selfIntersection
    case "ring self-intersection": self = .ringSelfIntersection
    case "hole lies outside shell": self = .holeOutsideShell
    case "holes are nested": self = .nestedHoles
    case "interior is disconnected": self = .disconnectedInterior
    case "nested shells": self = .nestedShells
    case "too few points in geometry component": self = .tooFewPoints
    case "duplicate rings": self = .duplicatedRings
    case "ring is not closed": self = .ringNotClosed
    case "invalid coordinate": self = .invalidCoordinate
    default: self = .other(words)
    }
  }
}

extension GEOSGeometry {
  /// What is wrong with the geometry and where, the first fault that GEOS finds (`GEOSisValidDetail_r`); nil when it
  /// is valid.
  package func validityFault() throws(FootprintsError) -> (fault: ValidityFault, location: Coordinate)? {
    var words: UnsafeMutablePointer<CChar>?
    var point: OpaquePointer?
    let answer = GEOSisValidDetail_r(context.handle, pointer, 0, &words, &point)
    defer {
      if let words { GEOSFree_r(context.handle, words) }
      if let point { GEOSGeom_destroy_r(context.handle, point) }
    }
    if answer == 1 { return nil }
    guard answer == 0, let words, let point else { throw context.failure("validity") }
    var location = Coordinate(0, 0)
    guard GEOSGeomGetX_r(context.handle, point, &location.x) == 1,
      GEOSGeomGetY_r(context.handle, point, &location.y) == 1
    else { throw context.failure("the place of a fault") }
    return (ValidityFault(wordsOfGEOS: String(cString: words)), location)
  }

  /// Why the geometry is invalid and where, in GEOS's words with the coordinates in brackets
  /// (`GEOSisValidReason_r`); nil when it is valid.
  package func invalidReason() throws(FootprintsError) -> String? {
    switch GEOSisValid_r(context.handle, pointer) {
    case 1: return nil
    case 0: break
    default: throw context.failure("validity")
    }
    guard let text = GEOSisValidReason_r(context.handle, pointer) else { throw context.failure("validity") }
    defer { GEOSFree_r(context.handle, text) }
    return String(cString: text)
  }

  /// A valid geometry of the same outline, by the structure method: shells are united and holes
  /// subtracted, so that an overlap inside one area counts once (`GEOSMakeValidWithParams_r`).
  package func madeValid() throws(FootprintsError) -> GEOSGeometry {
    guard let parameters = GEOSMakeValidParams_create_r(context.handle) else {
      throw context.failure("a repair")
    }
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    guard
      GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE) == 1,
      GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0) == 1
    else { throw context.failure("a repair") }
    return try GEOSGeometry(
      owning: GEOSMakeValidWithParams_r(context.handle, pointer, parameters), in: context, from: "a repair")
  }
}
