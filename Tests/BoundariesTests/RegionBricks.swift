/// The bricks of the embedded region with everything the tables say about them.
struct RegionBrick {
  var code: String
  var people: Int
  /// The code of the area it lies in, by tier: ccg, utla, ltla, stp, and trust (first past the post).
  var codes: [String: String]
  /// Admissions by trust.
  var patients: [String: Int]
}

enum RegionBricks {
  /// All bricks in the order of the population table.
  static let all: [RegionBrick] = {
    var lookup: [String: [String: String]] = [:]
    for row in RegionFiles.table("lookup.csv") { lookup[row["brick_code"] ?? ""] = row }
    var patients: [String: [String: Int]] = [:]
    for row in RegionFiles.table("flows.csv") {
      patients[row["brick_code"] ?? "", default: [:]][row["trust_code"] ?? ""] = Int(row["patients"] ?? "")
    }
    return RegionFiles.table("population.csv").map { row in
      let code = row["brick_code"] ?? ""
      var codes: [String: String] = [:]
      for tier in ["ccg", "utla", "ltla", "stp"] { codes[tier] = lookup[code]?["\(tier)_code"] }
      let flows = patients[code] ?? [:]
      codes["trust"] = flows.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return RegionBrick(code: code, people: Int(row["population"] ?? "") ?? 0, codes: codes, patients: flows)
    }
  }()

  /// The people who live in the areas given by tier.
  static func people(_ areas: [String: String]) -> Int {
    all.filter { brick in areas.allSatisfy { brick.codes[$0.key] == $0.value } }.reduce(0) { $0 + $1.people }
  }

  /// The codes of one tier that share people with the areas given, ascending.
  static func partners(_ tier: String, of areas: [String: String]) -> [String] {
    Set(
      all.filter { brick in areas.allSatisfy { brick.codes[$0.key] == $0.value } }.compactMap {
        $0.codes[tier]
      }
    ).sorted()
  }
}
