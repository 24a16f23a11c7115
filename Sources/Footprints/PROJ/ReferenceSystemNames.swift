import CGEOS

extension ReferenceSystem {
  /// The code of the EPSG registry in a definition that PROJ does not know: a bare number, or one of the addresses
  /// that were names once, such as `http://www.opengis.net/gml/srs/epsg.xml#27700`; nil for any other.
  static func registryCode(in definition: String) -> Substring? {
    var text = definition.lowercased()[...]
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) { text.removeFirst(scheme.count) }
    if text.hasPrefix("esri:"), let code = Int(text.dropFirst(5)), code < 32_768 {
      // Esri's numbers are the registry's below this one.
      return text.dropFirst(5)
    }
    if text.count < definition.count {
      if text.hasPrefix("www.") { text.removeFirst(4) }
      let names = [
        "opengis.net/gml/srs/epsg.xml#", "opengis.net/def/crs/epsg/0/", "spatialreference.org/ref/epsg/",
        "epsg.io/",
      ]
      guard let name = names.first(where: text.hasPrefix) else { return nil }
      text.removeFirst(name.count)
      if text.last == "/" { text.removeLast() }
    }
    guard !text.isEmpty, text.count <= 6, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return text
  }

  /// Whether a system that PROJ does not know for EPSG:27700 has the projection of the British National Grid on the
  /// ellipsoid of its datum, or on a datum that is not known (EPSG::27700: Transverse Mercator from 49 N, 2 W, scale
  /// 0.9996012717, false origin 400 km east and 100 km north; Airy 1830).
  static func isUnnamedBritishNationalGrid(_ system: borrowing PROJObject, _ context: PROJContext) -> Bool {
    guard let grid = horizontal(system, context), proj_get_type(grid.pointer) == PJ_TYPE_PROJECTED_CRS,
      hasBritishProjection(grid, context), isAiry(grid, context)
    else { return false }
    // What names its datum is left as it is; the registry, which is slow, is asked only about the rest.
    if proj_get_type(system.pointer) == PJ_TYPE_PROJECTED_CRS,
      datumName(grid, context) == "ordnance survey of great britain 1936"
    {
      return false
    }
    guard let known = PROJObject(owning: proj_create(context.handle, britishNationalGrid), in: context) else {
      return false
    }
    return proj_is_equivalent_to_with_ctx(
      context.handle, system.pointer, known.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 1
  }

  private static func hasBritishProjection(_ grid: borrowing PROJObject, _ context: PROJContext) -> Bool {
    let handle = context.handle
    guard
      let conversion = PROJObject(owning: proj_crs_get_coordoperation(handle, grid.pointer), in: context)
    else { return false }
    var method: UnsafePointer<CChar>?
    guard proj_coordoperation_get_method_info(handle, conversion.pointer, &method, nil, nil) == 1,
      let method, String(cString: method) == "Transverse Mercator"
    else { return false }
    var found = 0
    for index in 0..<proj_coordoperation_get_param_count(handle, conversion.pointer) {
      var name: UnsafePointer<CChar>?
      var (value, unit) = (0.0, 1.0)
      guard
        proj_coordoperation_get_param(
          handle, conversion.pointer, index, &name, nil, nil, &value, nil, &unit, nil, nil, nil, nil) == 1,
        let name, let wanted = britishParameters[String(cString: name)]
      else { return false }
      // Angles are in radians with their unit, as PROJ has it.
      guard abs(value * unit - wanted.value * wanted.unit) <= wanted.tolerance else { return false }
      found += 1
    }
    return found == britishParameters.count
  }

  private static let degree = Double.pi / 180

  /// The parameters in PROJ's words, which are those of the registry.
  private static let britishParameters: [String: (value: Double, unit: Double, tolerance: Double)] = [
    "Latitude of natural origin": (49, degree, 1e-12), "Longitude of natural origin": (-2, degree, 1e-12),
    "Scale factor at natural origin": (0.9996012717, 1, 1e-9), "False easting": (400_000, 1, 1e-6),
    "False northing": (-100_000, 1, 1e-6),
  ]

  /// Whether a system is on the ellipsoid Airy 1830, or on one of a datum that is called unknown.
  private static func isAiry(_ system: borrowing PROJObject, _ context: PROJContext) -> Bool {
    let handle = context.handle
    guard let ellipsoid = PROJObject(owning: proj_get_ellipsoid(handle, system.pointer), in: context) else {
      return false
    }
    var (axis, flattening) = (0.0, 0.0)
    guard proj_ellipsoid_get_parameters(handle, ellipsoid.pointer, &axis, nil, nil, &flattening) == 1 else {
      return false
    }
    if abs(axis - 6_377_563.396) < 0.01, abs(flattening - 299.3249646) < 1e-6 { return true }
    guard let name = datumName(system, context) else { return false }
    return name.isEmpty || name.contains("unknown") || name.contains("not_specified")
      || name.contains("not specified")
  }

  /// The name of a system's datum in small letters; nil where it has none.
  private static func datumName(_ system: borrowing PROJObject, _ context: PROJContext) -> String? {
    let handle = context.handle
    guard let base = PROJObject(owning: proj_crs_get_geodetic_crs(handle, system.pointer), in: context),
      let datum = PROJObject(owning: proj_crs_get_datum(handle, base.pointer), in: context)
    else { return nil }
    return datum.name.lowercased()
  }
}
