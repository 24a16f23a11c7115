/// A layer of the region: areas with codes and names, each a set of bricks.
struct Layer: Sendable {
  /// The resource's name and its role in the data package.
  var name: String
  var role: String
  /// The published generalisation it imitates, such as "BSC".
  var resolution: String
  /// How far generalisation moved borders at most, in metres.
  var tolerance: Double
  /// The codes of its areas, ascending.
  var codes: [String]
  /// The names of its areas.
  var names: [String]
  /// For each brick, the number of its area.
  var areaOf: [Int]

  /// The names of the two properties of every feature.
  var codeField: String { "\(role)_code" }
  var labelField: String { "\(role)_name" }

  /// The areas' shapes, dissolved from the bricks and generalised for this layer alone.
  func shapes(on partition: Partition) -> [AreaShape] {
    partition.arcs(of: areaOf).generalised(tolerance: tolerance).shapes(count: codes.count)
  }
}

/// A code of the region: a prefix and a number, padded to an equal length.
func regionCode(_ prefix: String, _ number: Int, digits: Int) -> String {
  let text = String(number)
  return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
}
