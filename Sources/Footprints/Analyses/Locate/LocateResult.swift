/// The areas that hold each of many points, layer by layer.
public struct LocateResult: AnalysisResult {
  /// The points.
  public let points: PointLayer
  /// What was found in each layer, in the order in which they were asked for.
  let layers: [InLayer]
  /// The points that are listed, by position.
  private(set) var listed: [Int]
  let jobs: Int

  init(points: PointLayer, layers: [InLayer], jobs: Int) {
    (self.points, self.layers, self.jobs) = (points, layers, jobs)
    listed = Array(0..<points.count)
  }

  /// The positions of the areas of a layer that hold a point, in the order of their codes.
  public func areas(of point: Int, inLayer layer: Int) -> [Int] { layers[layer].located[point] }

  /// Where the points lie in one layer.
  struct InLayer: Sendable {
    let layer: PreparedLayer
    let located: LocatedPoints
    /// The codes of each set of areas, and their names, as they are written.
    let codes: [String?]
    let names: [String?]
    /// How many points lie in each set.
    let counts: [Int]

    init(_ layer: PreparedLayer, _ located: LocatedPoints) {
      (self.layer, self.located) = (layer, located)
      counts = located.counts
      codes = located.sets.map { set in
        set.isEmpty ? nil : set.map { layer.codes[$0] }.joined(separator: ";")
      }
      names = located.sets.map { set in
        set.isEmpty ? nil : set.map { layer.names[$0] }.joined(separator: ";")
      }
    }

    /// How many points lie in an area.
    var found: Int { located.count - counts[0] }
    /// How many lie in several.
    var several: Int { counts.dropFirst(layer.count + 1).reduce(0, +) }

    func code(_ point: Int) -> String? { codes[Int(located.setOfPoint[point])] }
    func name(_ point: Int) -> String? { names[Int(located.setOfPoint[point])] }

    /// A warning where no point lies in the layer at all.
    func notice(of points: PointLayer) -> Notice? {
      guard found == 0 else { return nil }
      return Notice(
        .warning, "no-point-found",
        "no point of \(points.name) lies in an area of \(layer.name): check that both are of the same place, and the reference system of the points"
      )
    }
  }

  /// The points, and the areas of all layers.
  public var listable: [NamedCode] {
    points.codes.indices.map(points.unit) + layers.flatMap(\.layer.units)
  }

  /// The points asked for themselves, or by an area that holds them.
  public mutating func list(_ choice: inout RowChoice) {
    listed = choice.rows(listed, rowFields) { [points, layers] point in
      [points.unit(point)]
        + layers.flatMap { layer in layer.located[point].map { layer.layer.unit($0) } }
    }
  }

  // MARK: Fields

  /// The columns of a point: the points' own, then two for each layer.
  var rowFields: [Field<Int>] {
    let points = points
    var fields: [Field<Int>] = [.text("id", "id", Self.columns[0].meaning) { points.codes[$0] }]
    if let names = points.names {
      fields.append(.text("name", "name", Self.columns[1].meaning) { names[$0] })
    }
    for layer in layers {
      let name = layer.layer.name
      fields += [
        .text("\(name)_code", name, Self.columns[2].meaning) { layer.code($0) },
        .text("\(name)_name", "\(name) name", Self.columns[3].meaning) { layer.name($0) },
      ]
    }
    return fields
  }

  /// What the columns are like.
  static let columns: [FieldDescription] = [
    .init(
      name: "id", title: "id", meaning: "the point’s identifier; its number where the file has none",
      style: .text),
    .init(name: "name", title: "name", meaning: "its name, where the file has names", style: .text),
    .init(
      name: "layer_code", title: "NAME_code",
      meaning:
        "for each layer, by its name, the code of the area that holds the point; several joined by semicolons, empty where there is none",
      style: .text, isMap: true),
    .init(name: "layer_name", title: "NAME_name", meaning: "its name", style: .text, isMap: true),
  ]

  static let layerFields: [Field<InLayer>] = [
    .text("layer", "layer", "the layer") { $0.layer.name },
    .count("areas", "areas", "how many areas it has") { $0.layer.count },
    .count("found", "points in an area", "how many points lie in an area") { $0.found },
    .count("in_several", "of them in several", "how many of them lie in several, which overlap each other") {
      $0.several
    },
    .count(
      "in_none", "in none", "how many lie in no area, those without coordinates among them"
    ) { $0.counts[0] },
    .count("empty_areas", "areas without a point", "how many areas hold no point") { layer in
      var isEmpty = [Bool](repeating: true, count: layer.layer.count)
      for (set, count) in layer.counts.enumerated() where count > 0 {
        for area in layer.located.sets[set] { isEmpty[area] = false }
      }
      return isEmpty.count { $0 }
    },
  ]

  /// What was asked for.
  public static let parameters: [Field<LocateResult>] = [
    .text("points", "points", "the points") { $0.points.name },
    .texts("layers", "layers", "the layers") { $0.layers.map(\.layer.name) },
  ]

  /// Counts, then every point.
  public static let fields: [Field<LocateResult>] = [
    .count("count", "points", "how many points there are") { $0.points.count },
    .count(
      "without_coordinates", "without coordinates", "how many of them have no coordinates"
    ) { $0.points.origin.withoutCoordinates },
    .records("layers", "how many points were found in each layer", layerFields) { $0.layers },
    .records(
      "points", "the points in the order of their file, with the areas that hold them", parts: columns,
      fields: { $0.rowFields }
    ) { $0.listed },
  ]

  /// The points.
  public static let tables: [TableDeclaration<LocateResult>] = [
    TableDeclaration(
      "points", "one row per point, in the order of the file", columns: columns, fields: { $0.rowFields },
      rows: { $0.listed })
  ]

  /// On which side points on a border are.
  public var notes: [Note] {
    [
      Note(
        "A point on a border counts in the area on its left, or below it: each point lies in one area of those that divide the ground."
      )
    ]
  }
}
