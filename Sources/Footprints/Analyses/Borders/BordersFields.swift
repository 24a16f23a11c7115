extension BordersResult {
  /// What was asked for.
  public static let parameters: [Field<BordersResult>] = [
    .text("x", "X", "the first layer") { $0.x.name },
    .text("y", "Y", "the second layer") { $0.y.name },
    .number(
      "within_m", "within", unit: .metres, decimals: 1, "the distance within which borders agree"
    ) { $0.distance.metres },
    .text("within_from", "within from", "where that distance comes from") { $0.distance.reason },
  ]

  /// The borders as wholes, and of every area.
  public static let fields: [Field<BordersResult>] = [
    .record("system", "the borders of the two layers as wholes", systemFields) { $0 },
    .records("areas", "every area of X, then every area of Y", rowFields) { $0.areas },
  ]

  /// The areas.
  public static let tables: [TableDeclaration<BordersResult>] = [
    TableDeclaration("areas", "one row per area, those of X first", rowFields) { $0.areas }
  ]

  static let rowFields: [Field<Row>] =
    [
      .text("side", "side", "x or y: which layer the area belongs to") { $0.side.rawValue },
      .text("code", "code", "the area’s code") { $0.unit.code },
      .text("name", "name", "its name") { $0.unit.name },
    ] + measures { $0.measured }

  /// The borders as wholes.
  static let systemFields: [Field<BordersResult>] = [
    .record("x", "X’s border against Y’s", wholeFields) { $0.system.x },
    .record("y", "Y’s border against X’s", wholeFields) { $0.system.y },
    .number(
      "hausdorff_m", "Hausdorff distance", unit: .metres, decimals: 0,
      "the Hausdorff distance of the two borders: the larger of both largest displacements; empty where either has none"
    ) { $0.agreement.hausdorffDistance },
  ]

  private static let wholeFields: [Field<Whole>] =
    measures { $0.all } + [
      .record("inner", "the same for what lies between two areas", measures { $0 }) { $0.inner },
      .record(
        "outer", "the same for what has an area on one side only, such as coasts", measures { $0 }
      ) { $0.outer },
    ]

  /// The measures of a border against the other layer's.
  private static func measures<Record>(
    _ measured: @escaping @Sendable (Record) -> Measured
  ) -> [Field<Record>] {
    [
      .number("length_m", "length", unit: .metres, decimals: 0, "the length of the border") {
        measured($0).agreement.length
      },
      .number(
        "shared_length_m", "shared", unit: .metres, decimals: 0,
        "the length that both layers draw in the same place, up to a few micrometres"
      ) { measured($0).agreement.sharedLength },
      .number(
        "within_length_m", "within reach", unit: .metres, decimals: 0,
        "the length that lies within the distance of the other layer’s border"
      ) { measured($0).agreement.withinLength },
      .share("within_share", "agrees", "its share of the length; empty where there is no border") {
        measured($0).agreement.withinShare
      },
      .number(
        "mean_displacement_m", "mean distance", unit: .metres, decimals: 1,
        "the mean distance from the other layer’s border; empty where either has none"
      ) { measured($0).agreement.meanDisplacement },
      .number(
        "largest_displacement_m", "largest distance", unit: .metres, decimals: 0,
        "the largest distance from the other layer’s border (directed Hausdorff distance); empty where either has none"
      ) { measured($0).agreement.furthest?.distance },
      .number(
        "largest_x", "easting", unit: .metres, decimals: 0, "where that is, in the working reference system"
      ) { measured($0).agreement.furthest?.place.x },
      .number(
        "largest_y", "northing", unit: .metres, decimals: 0, "where that is, in the working reference system"
      ) { measured($0).agreement.furthest?.place.y },
      .number("largest_longitude", "longitude", decimals: 5, "where that is, in degrees (WGS 84)") {
        measured($0).position?.x
      },
      .number("largest_latitude", "latitude", decimals: 5, "where that is, in degrees (WGS 84)") {
        measured($0).position?.y
      },
    ]
  }
}
