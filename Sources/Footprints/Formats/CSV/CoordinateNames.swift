/// What columns with coordinates are called.
struct CoordinateNames {
  /// What the numbers are.
  enum Kind: Sendable {
    /// Eastings and northings.
    case metres
    /// Longitudes and latitudes.
    case degrees
    /// One or the other, which only the numbers can tell.
    case unknown
  }

  let kind: Kind
  let x: [String]
  let y: [String]

  /// The names of each kind as `fieldKey` has them, eastings before longitudes, which have to be projected first.
  static let all = [
    CoordinateNames(
      kind: .metres,
      x: [
        "oseast1m", "easting", "eastings", "east", "bnge", "bngeasting", "oseasting", "gridgb1e", "eastingm",
      ],
      y: [
        "osnrth1m", "northing", "northings", "north", "bngn", "bngnorthing", "osnorthing", "gridgb1n",
        "northingm",
      ]),
    CoordinateNames(
      kind: .degrees, x: ["longitude", "long", "lon", "lng", "wgs84longitude", "decimallongitude"],
      y: ["latitude", "lat", "wgs84latitude", "decimallatitude"]),
    CoordinateNames(kind: .unknown, x: ["x", "xcoord", "xcoordinate"], y: ["y", "ycoord", "ycoordinate"]),
  ]

  /// What columns with well-known text are called.
  static let wellKnownText = ["wkt", "geometry", "geom", "thegeom", "wktgeom", "geomwkt", "geometrywkt"]
}
