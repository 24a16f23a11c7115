import CGEOS

extension GEOSGeometry {
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

  /// A valid geometry of the same outline, by the structure method: shells are united and holes taken
  /// away, so that an overlap inside one area counts once (`GEOSMakeValidWithParams_r`).
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
