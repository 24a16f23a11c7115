import Footprints

/// The real layers beside the project, read once, as a user's command reads them.
enum RealLayers {
  /// The folder of the package of April 2021.
  static let england = RealTables.folder + "/england-2021"

  /// A study of that package.
  static func study() throws -> Study { try Study(package: DataPackage(PackageFolder(england))) }

  static let ccg = Result { try study().layer("ccg") }
  static let utla = Result { try study().layer("utla") }
  static let ltla = Result { try study().layer("ltla") }
  static let stp = Result { try study().layer("stp") }
  static let trust = Result { try study().layer("trust") }
  static let brick = Result { try study().layer("msoa") }

  /// A file by its name, without a stated resolution unless one is given.
  static func bare(_ name: String, resolution: String? = nil) throws -> PreparedLayer {
    try Study().layer("\(england)/\(name).geojson", options: LayerOptions(resolution: resolution))
  }
}

/// The official relations of April 2021, from the tables alone.
enum OfficialPairs {
  /// The pairs of codes that share census areas; layers are `ccg`, `stp`, `ltla` and `utla`.
  static func common(_ x: String, _ y: String) throws -> Set<[String]> {
    let table = try LookupTable(RealTables.table("england-2021/lookup_lsoa_ccg_stp_ltla.csv"))
    let upper = try upperTier()
    func codes(_ layer: String) -> [String] {
      let column = ["ccg": 1, "stp": 2, "ltla": 3, "utla": 3][layer] ?? 0
      return layer == "utla" ? table.codes[column].map { upper[$0] ?? "" } : table.codes[column]
    }
    return Set(zip(codes(x), codes(y)).map { [$0, $1] })
  }

  /// The upper-tier authority of each lower-tier one.
  static func upperTier() throws -> [String: String] {
    let table = try LookupTable(RealTables.table("england-2021/lookup_ltla_utla.csv"))
    return Dictionary(zip(table.codes[1], table.codes[3])) { first, _ in first }
  }
}
