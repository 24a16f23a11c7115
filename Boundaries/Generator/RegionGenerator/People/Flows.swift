/// Admissions by brick and trust: a gravity model of where people go to hospital.
struct Flows: Sendable {
  /// An acute trust and its hospitals.
  private struct Trust {
    var name: String
    var hospitals: [(place: Point, size: Double)]
  }

  private static let trusts = [
    Trust(
      name: "Northmere University Hospitals NHS Foundation Trust",
      hospitals: [(.kilometres(0, 3), 2.2), (.kilometres(-13, -13), 1.4), (.kilometres(10, -15), 1.3)]),
    Trust(name: "Kestrel Hundred Hospitals NHS Trust", hospitals: [(.kilometres(24, 10), 1.5)]),
    Trust(name: "Port Averley Infirmary NHS Trust", hospitals: [(.kilometres(22, -22), 1.4)]),
    Trust(name: "Fenwold General Hospital NHS Trust", hospitals: [(.kilometres(-10, 27), 1.2)]),
  ]
  /// The names of the trusts.
  static var trustNames: [String] { trusts.map(\.name) }

  /// Fewer admissions than this from one brick to one trust are not published.
  static let smallestPublished = 12

  /// For each brick, all its admissions, wherever they went.
  private(set) var admissions: [Int] = []
  /// For each brick, the admissions to each trust, 0 where suppressed.
  private(set) var patients: [[Int]] = []

  init(bricks: Partition, population: Population, seed: UInt64) {
    for (brick, centre) in bricks.centres.enumerated() {
      var chance = SeededGenerator(seed: seed, .flow, brick)
      let total = Int(Double(population.residents[brick]) * chance.between(0.2, 0.26))
      let weights = Self.trusts.map { trust in
        trust.hospitals.reduce(0.0) { sum, hospital in
          // Kilometres; the 4 km mean that the last few streets make no difference.
          let squared = centre.squaredDistance(to: hospital.place) / 1_000_000 + 16
          return sum + hospital.size / (squared * squared)
        } * chance.between(0.9, 1.1)
      }
      // A few are admitted elsewhere, on holiday or by specialists.
      let within = chance.between(0.95, 0.99)
      let sum = weights.reduce(0, +)
      admissions.append(total)
      patients.append(
        weights.map { weight in
          let count = Int(Double(total) * within * weight / sum)
          return count < Self.smallestPublished ? 0 : count
        })
    }
  }

  /// For each brick, the trust with most of its admissions (first past the post), the first of equals.
  var firstPastThePost: [Int] {
    patients.map { row in row.firstIndex(of: row.max() ?? 0) ?? 0 }
  }

  /// The share of a brick's admissions that one trust has, to six decimals, never rounded up.
  func proportion(brick: Int, trust: Int) -> String {
    let millionths = patients[brick][trust] * 1_000_000 / admissions[brick]
    let digits = String(millionths)
    return "0." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
