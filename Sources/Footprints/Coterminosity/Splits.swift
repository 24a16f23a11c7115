extension SystemMeasure {
  static let splits = SystemMeasure(
    "splits",
    parts: [
      Part(
        name: "x", meaning: "the areas of X with ground, or people, in more than one area of Y", isCount: true
      ),
      Part(
        name: "y", meaning: "the areas of Y with ground, or people, in more than one area of X", isCount: true
      ),
      Part(name: "x_of", meaning: "of how many areas of X", isCount: true),
      Part(name: "y_of", meaning: "of how many areas of Y", isCount: true),
      Part(
        name: "x_populated",
        meaning: "the areas of X with people in more than one area of Y; null where people are not counted",
        isCount: true),
      Part(
        name: "y_populated",
        meaning: "the areas of Y with people in more than one area of X; null where people are not counted",
        isCount: true),
    ],
    "how many areas are split; those split only by ground on which nobody lives are in the first two numbers alone"
  ) { input in
    let (x, y) = (input.pairs.x, input.pairs.y)
    return [x.count, y.count, x.of, y.of, x.populated, y.populated].map { $0.map(Double.init) }
  }

  static let intersections = SystemMeasure(
    "intersections",
    parts: [
      Part(name: "all", meaning: "the pairs of areas with ground, or people, in common", isCount: true),
      Part(
        name: "populated", meaning: "those with people in common; null where people are not counted",
        isCount: true),
    ], "how many pairs of areas have anything in common; slivers do not count"
  ) { input in [input.pairs.count, input.pairs.populated].map { $0.map(Double.init) } }
}
