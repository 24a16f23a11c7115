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

  /// A layer of 2026 by its name.
  static func bare2026(_ name: String) throws -> PreparedLayer {
    try Study().layer("\(RealTables.folder)/england-2026/\(name).geojson")
  }

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

/// The boards of April 2026 and authorities, from the tables alone.
struct BoardsOf2026 {
  /// The boards besides its main one, by number of census areas, in which an authority lies: board and authority.
  private(set) var crossings: Set<[String]> = []

  /// Authorities of boards that were split are left out: no table says which of the new ones they went to.
  init() throws {
    func rows(_ name: String) throws -> [[String: String]] {
      try plainCSV("\(RealTables.folder)/england-2026/\(name).csv")
    }
    let codes = try rows("icb26_ods_gss").map { ($0["ods_code"] ?? "", $0["gss_code"] ?? "") }
    let gss = Dictionary(codes) { first, _ in first }
    var successors: [String: Set<String>] = [:]
    for row in try rows("icb_succession") {
      successors[row["old_code"] ?? "", default: []].insert(gss[row["new_code"] ?? ""] ?? "")
    }
    var areas: [String: [String: Int]] = [:]
    for row in try rows("lookup_lsoa21_sicbl24_icb24_ltla24") {
      let boards = successors[row["icb24_code_nhs"] ?? ""] ?? [row["icb24_code"] ?? ""]
      guard boards.count == 1, let board = boards.first else { continue }
      areas[row["ltla24_code"] ?? "", default: [:]][board, default: 0] += 1
    }
    for (authority, boards) in areas {
      let main = boards.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      for board in boards.keys where board != main { crossings.insert([board, authority]) }
    }
  }
}
