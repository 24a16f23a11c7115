/// Areas of some layers on a map, drawn from nothing but their own borders, with what two of them share as shades.
public struct MapFigure: Sendable {
  /// How the areas of a layer are told from others.
  public enum Style: String, Sendable {
    /// What the map is about.
    case subject
    /// The first of two layers, or what the subject is held against.
    case first
    /// The second of two layers.
    case second
    /// What lies around it.
    case context
    /// A place where something is wrong.
    case error
    /// A place that somebody should look at.
    case warning
    /// A place where nothing need be wrong.
    case information

    /// Whether it stands for a place rather than for areas of a layer.
    var isMark: Bool {
      switch self {
      case .error, .warning, .information: true
      case .subject, .first, .second, .context: false
      }
    }
  }

  /// Layers of more areas than this have borders too close to each other to be seen.
  static let mostAreasDrawn = 1000

  /// One area.
  public struct Area: Sendable {
    /// Its code and name.
    public let unit: NamedCode
    /// What is said of it besides its name, such as "49.7% of the trust"; empty for nothing.
    public let words: String
    /// Its rings on the screen, without closing vertices; empty where it is too small to be seen.
    public let rings: [[MapFrame.Place]]
    /// Where it is, for an area that is too small to be seen; nil where it is not in the frame.
    public let place: MapFrame.Place?
    /// Its name on the map; nil where there is no room.
    public internal(set) var label: Label?
  }

  /// A name on the map.
  public struct Label: Sendable {
    /// The lines, from above.
    public let lines: [String]
    /// The middle of the text.
    public let middle: MapFrame.Place
  }

  /// The areas of one layer.
  public struct Layer: Sendable {
    /// What they are, for the legend.
    public let title: String
    /// How they are drawn.
    public let style: Style
    /// The areas, by code.
    public internal(set) var areas: [Area]
    /// Every border of the layer once.
    public let borders: [[MapFrame.Place]]
  }

  /// What an area of one layer shares with an area of another, shaded.
  public struct Shade: Sendable {
    /// The positions of layer and area of the one.
    public let one: (layer: Int, area: Int)
    /// The positions of the other.
    public let other: (layer: Int, area: Int)
    /// How dark, 0...1.
    public let share: Double
    /// What it says.
    public let words: String
  }

  /// Where the frame lies in a larger layer.
  public struct Inset: Sendable {
    /// The size, in tenths of a pixel.
    public let width, height: Int
    /// The borders of the larger layer.
    public let borders: [[MapFrame.Place]]
    /// The corners of the frame, upper left and lower right.
    public let corners: (MapFrame.Place, MapFrame.Place)
  }

  /// What is shown and at which scale.
  public let frame: MapFrame
  /// The layers, the lowest first.
  public private(set) var layers: [Layer]
  /// What is shaded.
  public let shades: [Shade]
  /// What shades stand for, for the legend; empty where nothing is shaded.
  public let shadeTitle: String
  /// Where the frame lies; nil where that is plain to see.
  public let inset: Inset?

  /// What a map is made of.
  struct Source {
    /// The areas of the layer, in the plane of the map.
    let geometry: MultiPolygonArray
    /// Which of them are drawn, ascending.
    let areas: [Int]
    /// What they are, for the legend.
    let title: String
    let style: Style
    /// Whether they are named on the map.
    var isLabelled = false
    /// The code and name of an area.
    let unit: (Int) -> NamedCode
    /// What is said of an area besides its name.
    var words: (Int) -> String = { _ in "" }
    /// Where an area is that is too small to be seen, or has no ground.
    var place: (Int) -> Coordinate?

    /// Areas with names of their own.
    init(
      _ geometry: MultiPolygonArray, areas: [Int], title: String, style: Style,
      unit: @escaping (Int) -> NamedCode
    ) {
      (self.geometry, self.areas, self.title, self.style, self.unit) = (geometry, areas, title, style, unit)
      place = { geometry.box(of: $0).isEmpty ? nil : geometry.interiorPoint(of: $0) }
    }

    /// Areas of a layer.
    init(_ layer: PreparedLayer, areas: [Int], title: String, style: Style) {
      self.init(layer.geometry, areas: areas, title: title, style: style, unit: layer.unit)
    }

    /// The same, named on the map, with what is said of each area.
    func labelled(words: @escaping (Int) -> String = { _ in "" }) -> Source {
      var copy = self
      (copy.isLabelled, copy.words) = (true, words)
      return copy
    }
  }

  /// Makes a map of the areas of some layers in the same plane, the lowest first. Nil where none of them has a shape.
  ///
  /// - Parameters:
  ///   - sources: the layers.
  ///   - framed: which of them decide what is shown.
  ///   - ground: what is shown besides.
  ///   - shades: what is shaded, by the positions of sources and of areas in their layers.
  ///   - shadeTitle: what that stands for.
  ///   - surroundings: a larger layer in which the frame is shown.
  init?(
    _ sources: [Source], framing framed: [Int], and ground: Box = .empty,
    shades: [(one: (Int, Int), other: (Int, Int), share: Double, words: String)] = [],
    shadeTitle: String = "", in surroundings: PreparedLayer? = nil
  ) {
    var box = ground
    for source in framed.map({ sources[$0] }) {
      for area in source.areas {
        let own = source.geometry.box(of: area)
        if !own.isEmpty {
          box.extend(to: own)
        } else if let place = source.place(area) {
          box.extend(to: Box(min: place, max: place))
        }
      }
    }
    guard !box.isEmpty else { return nil }
    let frame = MapFrame(around: box)
    self.frame = frame
    layers = sources.map { Self.layer($0, in: frame) }
    self.shadeTitle = shadeTitle
    let positions = sources.map { source in
      Dictionary(source.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.shades = shades.compactMap { shade in
      guard let one = positions[shade.one.0][shade.one.1], let other = positions[shade.other.0][shade.other.1]
      else { return nil }
      return Shade(
        one: (shade.one.0, one), other: (shade.other.0, other), share: shade.share, words: shade.words)
    }
    inset = surroundings.flatMap { Inset(of: frame, in: $0) }
    MapLabels.place(on: &layers, of: sources.indices.filter { sources[$0].isLabelled }, in: frame)
  }

  private static func layer(_ source: Source, in frame: MapFrame) -> Layer {
    let geometry = source.geometry
    let inFrame = source.areas.filter { geometry.box(of: $0).intersects(frame.box) }
    let outlines = ScreenOutlines(geometry, areas: inFrame, in: frame)
    let shown = Dictionary(uniqueKeysWithValues: zip(inFrame, outlines.rings))
    return Layer(
      title: source.title, style: source.style,
      areas: source.areas.map { area in
        let rings = shown[area] ?? []
        let place = rings.isEmpty ? source.place(area) : nil
        return Area(
          unit: source.unit(area), words: source.words(area), rings: rings,
          place: place.flatMap { frame.box.intersects(Box(min: $0, max: $0)) ? frame.place($0) : nil })
      }, borders: outlines.borders)
  }
}

extension MapFigure.Inset {
  /// Where a frame lies in a layer; nil where it shows most of it.
  fileprivate init?(of frame: MapFrame, in layer: PreparedLayer) {
    var box = Box.empty
    for area in 0..<layer.count { box.extend(to: layer.geometry.box(of: area)) }
    func size(_ box: Box) -> Double { (box.max.x - box.min.x) * (box.max.y - box.min.y) }
    guard !box.isEmpty, size(frame.box) < 0.3 * size(box) else { return nil }
    let small = MapFrame(around: box, width: 1600)
    self.init(
      width: small.width, height: small.height,
      borders: ScreenOutlines(layer.geometry, areas: Array(0..<layer.count), in: small).borders,
      corners: (
        small.place(Coordinate(frame.box.min.x, frame.box.max.y)),
        small.place(Coordinate(frame.box.max.x, frame.box.min.y))
      ))
  }
}
