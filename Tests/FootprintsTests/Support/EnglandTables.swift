import Footprints

/// What trusts and plans share in April 2021, added up from the CSV tables alone, without geometry and
/// without the product's code.
struct EnglandTables {
  var people: [String: Double] = [:]
  /// MSOA to upper-tier authority, by the official lookups.
  var upper: [String: String] = [:]
  /// MSOA to trust to proportion.
  var flows: [String: [String: Double]] = [:]
  var plans: [Plan] = []

  struct Plan {
    var id: String
    var boards: Set<String>
    var schemes: [[String: String]] = []
    var signatories: Set<String> = []
  }

  static let shared = Result { try EnglandTables() }

  init() throws {
    func table(_ name: String) throws -> [[String: String]] {
      try plainCSV("\(RealLayers.england)/\(name).csv")
    }
    for row in try table("msoa_population") {
      if let code = row["msoa_code"], code.hasPrefix("E") {
        people[code] = Double(row["total_population"] ?? "")
      }
    }
    var upperOfLower: [String: String] = [:]
    for row in try table("lookup_ltla_utla") { upperOfLower[row["ltla21_code"] ?? ""] = row["utla21_code"] }
    for row in try table("lookup_msoa_ltla") {
      upper[row["msoa11_code"] ?? ""] = upperOfLower[row["ltla21_code"] ?? ""]
    }
    for row in try table("trust_msoa_flows") {
      flows[row["msoa_code"] ?? "", default: [:]][row["trust_code"] ?? ""] = Double(row["proportion"] ?? "")
    }
    var place: [String: Int] = [:]
    for row in try table("bcf/plans") {
      place[row["plan_id"] ?? ""] = plans.count
      plans.append(
        Plan(
          id: row["plan_id"] ?? "",
          boards: Set((row["hwb_code"] ?? "").split(separator: ";").map(String.init))))
    }
    for row in try table("bcf/schemes") {
      if let plan = place[row["plan_id"] ?? ""] { plans[plan].schemes.append(row) }
    }
    for row in try table("bcf/partners") where row["signatory"] == "true" {
      if let plan = place[row["plan_id"] ?? ""] { plans[plan].signatories.insert(row["org_code"] ?? "") }
    }
  }

  /// The share of each MSOA that counts for a trust.
  func catchment(of trust: String, _ method: CatchmentMethod, threshold: Double) -> [String: Double] {
    var shares: [String: Double] = [:]
    for code in people.keys {
      let all = flows[code] ?? [:]
      guard let own = all[trust], own > 0 else { continue }
      switch method {
      case .fptp: if own == all.values.max() { shares[code] = 1 }
      case .threshold: if own >= threshold { shares[code] = 1 }
      case .proportional, .layer, .voronoi: shares[code] = own
      }
    }
    return shares
  }

  /// Sums of a plan and a catchment.
  func sum(_ catchment: [String: Double], where include: (String) -> Bool) -> Double {
    catchment.reduce(0) { include($1.key) ? $0 + $1.value * (people[$1.key] ?? 0) : $0 }
  }

  /// The pence of the schemes that implement a High Impact Change or are of one of the types; those of the
  /// type that is named after the model only by their number.
  static func pence(of schemes: [[String: String]], change: String, types: Set<String>) -> Int64 {
    matching(schemes, change: change, types: types).reduce(0) { sum, scheme in
      let parts = (scheme["amount_gbp"] ?? "").split(separator: ".").map(String.init)
      let pounds = Int64(parts.first ?? "") ?? 0
      let pennies = parts.count > 1 ? Int64((parts[1] + "0").prefix(2)) ?? 0 : 0
      return sum + pounds * 100 + pennies
    }
  }

  static func matching(_ schemes: [[String: String]], change: String, types: Set<String>) -> [[String:
    String]]
  {
    schemes.filter { scheme in
      (scheme["hicm"] ?? "").split(separator: ";").contains { $0 == change }
        || types.contains(scheme["type"] ?? "")
    }
  }
}

/// The package of April 2021 with a lookup table from small areas to authorities, put together from the
/// official ones, and without partnerships, for which there is none from small areas of that size.
struct EnglandWithLookup: PackageFiles {
  let name = "england-2021 with lookup"
  private let folder: PackageFolder
  private let own: [String: FileBytes]

  init() throws {
    folder = try PackageFolder(RealLayers.england)
    let tables = try EnglandTables.shared.get()
    let lookup =
      "msoa11_code,utla21_code\n"
      + tables.upper.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }.joined()
    let resources = [
      ("trust", "trust_fptp.shp", #""trust", "code": "TrustCd", "resolution": "BSC""#),
      ("utla", "utla_uk_buc.geojson", #""utla", "resolution": "BUC", "codePrefix": ["E"]"#),
      ("msoa", "msoa11_ew.geojson", #""brick", "resolution": "BSC", "codePrefix": ["E"]"#),
      ("population", "msoa_population.csv", #""population""#),
      ("flows", "trust_msoa_flows.csv", #""flows""#),
      ("organisations", "organisations.csv", #""organisations""#),
      ("lookup", "lookup.csv", #""lookup""#),
      ("plans", "bcf/plans.csv", #""bcf-plans""#), ("partners", "bcf/partners.csv", #""bcf-partners""#),
      ("contributions", "bcf/contributions.csv", #""bcf-contributions""#),
      ("schemes", "bcf/schemes.csv", #""bcf-schemes""#), ("metrics", "bcf/metrics.csv", #""bcf-metrics""#),
    ].map { #"{"name": "\#($0.0)", "path": "\#($0.1)", "footprint": {"role": \#($0.2)}}"# }
    let manifest = #"{"name": "england-2021", "resources": [\#(resources.joined(separator: ",\n"))]}"#
    own = [
      "datapackage.json": FileBytes(Array(manifest.utf8), name: "datapackage.json"),
      "lookup.csv": FileBytes(Array(lookup.utf8), name: "lookup.csv"),
    ]
  }

  func bytes(at path: String) throws(FootprintsError) -> FileBytes {
    if let file = own[path] { return file }
    return try folder.bytes(at: path)
  }

  func diskPath(of path: String) throws(FootprintsError) -> String? { try folder.diskPath(of: path) }
}
