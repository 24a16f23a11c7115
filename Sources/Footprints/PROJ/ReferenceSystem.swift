import CGEOS
import Synchronization

/// A coordinate reference system as PROJ knows it. Coordinates are always x before y: easting before
/// northing, longitude before latitude, whatever order the definition has.
public struct ReferenceSystem: Sendable, Hashable {
  /// What PROJ is given to make it: `EPSG:27700`, `OGC:CRS84`, WKT.
  public let definition: String
  /// Its own name, such as "OSGB36 / British National Grid".
  public let name: String
  /// Whether coordinates are degrees.
  public let isGeographic: Bool
  /// Metres in one unit of a projected system; 1 for a geographic one.
  public let metresPerUnit: Double
  /// Where it is meant to be used, in degrees, beyond 180 where it reaches over the date line; nil when PROJ does not
  /// know.
  public let areaOfUse: Box?

  /// Its name as people say it: "WGS 84", "British National Grid", whose datum goes without saying.
  package var plainName: String {
    if name.hasSuffix(" (CRS84)") { return String(name.dropLast(" (CRS84)".count)) }
    return name.hasSuffix("/ British National Grid") ? "British National Grid" : name
  }

  /// British National Grid, the default working system.
  public static let britishNationalGrid = "EPSG:27700"
  /// WGS 84 longitude and latitude, the system of GeoJSON.
  public static let longitudeLatitude = "OGC:CRS84"

  /// Looks a definition up; the legacy names of GeoJSON (`urn:ogc:def:crs:OGC:1.3:CRS84`) are PROJ's too, and a bare
  /// number is a code of the EPSG registry. A British National Grid whose datum is not named, or comes with a way to
  /// WGS 84 of its own, is EPSG:27700: its coordinates are the same.
  package init(_ definition: String) throws(FootprintsError) {
    if let known = Self.known.withLock({ $0[definition] }) {
      self = known
      return
    }
    self = try PROJRegistry.look { (context) throws(FootprintsError) in
      try ReferenceSystem(lookingUp: definition, in: context)
    }
    Self.known.withLock { known in
      // Definitions come from files, of which nobody knows how many there will be.
      if known.count >= 64 { known.removeAll() }
      known[definition] = self
    }
  }

  /// What was looked up before, by definition: the registry takes milliseconds, layer by layer.
  private static let known = Mutex<[String: ReferenceSystem]>([:])

  private init(lookingUp definition: String, in context: PROJContext) throws(FootprintsError) {
    var definition = definition
    if let code = Self.registryCode(in: definition) {
      definition = "EPSG:\(code)"
    }
    guard let object = Self.object(&definition, context) else {
      throw FootprintsError(
        .badData, "unknown reference system '\(definition.prefix(80))'",
        remedy: "Write it as EPSG:27700, or as another code of the EPSG registry.")
    }
    self.definition = definition
    name = object.name
    // Its horizontal part decides about degrees and units.
    guard let horizontal = Self.horizontal(object, context) else {
      throw FootprintsError(
        .badData, "'\(definition.prefix(80))' is not a geographic or projected reference system",
        remedy: "Write it as EPSG:27700, or as another code of the EPSG registry.")
    }
    isGeographic = proj_get_type(horizontal.pointer) != PJ_TYPE_PROJECTED_CRS
    var factor = 1.0
    if !isGeographic,
      let system = PROJObject(
        owning: proj_crs_get_coordinate_system(context.handle, horizontal.pointer), in: context)
    {
      var unit = 1.0
      if proj_cs_get_axis_info(context.handle, system.pointer, 0, nil, nil, nil, &unit, nil, nil, nil) == 1,
        unit > 0
      {
        factor = unit
      }
    }
    metresPerUnit = factor
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    if proj_get_area_of_use(context.handle, object.pointer, &west, &south, &east, &north, nil) == 1,
      west > -1000
    {
      // East of the date line longitudes go on, so that no box is inside out.
      areaOfUse = Box(
        min: Coordinate(west, south), max: Coordinate(east < west ? east + 360 : east, north))
    } else {
      areaOfUse = nil
    }
  }

  /// What PROJ makes of a definition, which becomes that of the registry where it is a British National Grid that
  /// does not name its datum.
  private static func object(_ definition: inout String, _ context: PROJContext) -> PROJObject? {
    guard let object = PROJObject(owning: proj_create(context.handle, definition), in: context) else {
      return nil
    }
    // PROJ takes any word for the name of the system that has it somewhere in its own.
    let isWritten = [":", "[", "{", "+", "="].contains(where: definition.contains)
    if !isWritten, object.name.lowercased() != definition.lowercased() { return nil }
    guard definition.contains("["), isUnnamedBritishNationalGrid(object, context) else { return object }
    definition = britishNationalGrid
    return PROJObject(owning: proj_create(context.handle, definition), in: context)
  }

  /// The geographic or projected system inside one that adds a change of datum (`PJ_TYPE_BOUND_CRS`, made
  /// from a WKT with TOWGS84) or heights (`PJ_TYPE_COMPOUND_CRS`); nil for any other.
  static func horizontal(_ object: borrowing PROJObject, _ context: PROJContext) -> PROJObject? {
    var current = PROJObject(owning: proj_clone(context.handle, object.pointer), in: context)
    for _ in 0..<4 {
      guard let crs = current else { return nil }
      switch proj_get_type(crs.pointer) {
      case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS: return crs
      case PJ_TYPE_BOUND_CRS:
        current = PROJObject(owning: proj_get_source_crs(context.handle, crs.pointer), in: context)
      case PJ_TYPE_COMPOUND_CRS:
        current = PROJObject(owning: proj_crs_get_sub_crs(context.handle, crs.pointer, 0), in: context)
      default: return nil
      }
    }
    return nil
  }

  /// The same, required to be projected in metres, as areas and lengths need.
  package static func working(_ definition: String) throws(FootprintsError) -> ReferenceSystem {
    let system = try ReferenceSystem(definition)
    guard !system.isGeographic, system.metresPerUnit == 1 else {
      throw FootprintsError(
        .usage, "the working reference system \(definition) is not projected in metres",
        remedy: "Areas need one that is, such as EPSG:27700.", reason: .unsuitableWorkingSystem)
    }
    return system
  }
}
