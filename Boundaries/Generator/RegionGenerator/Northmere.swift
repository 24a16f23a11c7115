/// The demonstration region: a fictional English-style health economy of about 400 bricks, small enough to
/// carry inside the program and shaped so that every situation worth analysing occurs in it.
package struct Northmere {
  private let partition: Partition
  private let layers: [Layer]
  private let tables: [CSVText]

  /// Makes the region. The same seed gives the same region, on every machine.
  package init(seed: UInt64) {
    partition = Partition(
      land: NorthmereLand.land, brickCount: 400, towns: NorthmereLand.towns,
      detail: Partition.Detail(inland: 350, coast: 150), seed: seed)
    let government = NorthmereGovernment(bricks: partition)
    let population = Population(bricks: partition, seed: seed)
    let flows = Flows(bricks: partition, population: population, seed: seed)

    let bricks = Self.brickLayer(partition, government)
    let upper = Self.generalised(
      "utla", "XU", NorthmereGovernment.upperNames, government.upper, tolerance: 130)
    let lower = Self.generalised(
      "ltla", "XL", NorthmereGovernment.lowerNames, government.lower, tolerance: 120)
    let commissioners = Self.generalised(
      "ccg", "XC", NorthmereGovernment.commissionerNames, government.commissioner, tolerance: 150)
    let partnerships = Self.generalised(
      "stp", "XS", NorthmereGovernment.partnershipNames, government.partnership, tolerance: 170)
    let trusts = Self.generalised(
      "trust", "XT", Flows.trustNames, flows.firstPastThePost, tolerance: 140, digits: 1)
    let plans = Plans(authorities: upper, commissioners: commissioners, population: population, seed: seed)
    layers = [bricks, commissioners, upper, lower, partnerships, trusts]
    tables =
      [
        NorthmereTables.population(bricks, population), NorthmereTables.flows(bricks, trusts, flows),
        NorthmereTables.lookup(bricks, [commissioners, upper, lower, partnerships]),
        NorthmereTables.organisations([trusts, commissioners, upper, lower, partnerships]),
      ] + NorthmereTables.betterCareFund(plans)
  }

  /// The data package, ready to be written: the descriptor, the layers, the tables.
  package var files: [RegionFile] {
    let package = DataPackage(
      name: "northmere", title: "Northmere: a fictional health economy for demonstration", layers: layers,
      tables: tables)
    return [package.file]
      + layers.map { GeoJSONText.file($0, on: partition, placement: .northSea) } + tables.map(\.file)
  }

  private static func generalised(
    _ role: String, _ prefix: String, _ names: [String], _ areaOf: [Int], tolerance: Double, digits: Int = 2
  ) -> Layer {
    Layer(
      name: role, role: role, resolution: "BSC", tolerance: tolerance,
      codes: names.indices.map { regionCode(prefix, $0 + 1, digits: digits) }, names: names, areaOf: areaOf)
  }

  /// Bricks are named after their lower-tier authority and numbered within it, as census areas are.
  private static func brickLayer(_ partition: Partition, _ government: NorthmereGovernment) -> Layer {
    var counts = [Int](repeating: 0, count: NorthmereGovernment.lowerNames.count)
    let names = government.lower.map { authority in
      counts[authority] += 1
      return "\(NorthmereGovernment.lowerNames[authority]) \(regionCode("", counts[authority], digits: 3))"
    }
    return Layer(
      name: "bricks", role: "brick", resolution: "BGC", tolerance: 20,
      codes: names.indices.map { regionCode("XB", $0 + 1, digits: 4) }, names: names,
      areaOf: Array(names.indices))
  }
}
