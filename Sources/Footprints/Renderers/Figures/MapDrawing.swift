extension FigureDrawing {
  /// A map: ground, shades, borders, names; below it what they mean.
  func draw(_ map: MapFigure) -> Picture {
    let frame = map.frame
    var shapes: [HTMLNode] = [.element("defs", definitions(map))]
    shapes += map.layers.indices.map { land(map, $0) }
    shapes += shades(map)
    for (number, layer) in map.layers.enumerated() { shapes += areas(layer, number, map) }
    for layer in map.layers {
      shapes.append(
        .element(
          "path",
          [
            .init(name: "class", value: Self.border(layer.style)),
            .init(name: "d", value: SVGPath.lines(layer.borders)),
          ], []))
    }
    shapes += map.layers.flatMap(\.areas).compactMap(\.label).map(Self.name)
    shapes = [
      .element(
        "svg",
        [
          .init(name: "width", value: String(frame.width)),
          .init(name: "height", value: String(frame.height)),
          .init(name: "viewBox", value: "0 0 \(frame.width) \(frame.height)"),
        ], shapes)
    ]
    if let inset = map.inset { shapes.append(draw(inset, frame)) }
    let (below, height) = legend(map)
    return Picture(width: frame.width, height: height, shapes: shapes + below)
  }

  private func id(_ kind: String, _ layer: Int, _ area: Int) -> String {
    "\(kind)\(number)-\(layer)-\(area)"
  }

  private static func border(_ style: MapFigure.Style) -> String {
    switch style {
    case .subject, .error: "b0"
    case .first: "b1"
    case .second, .warning: "b2"
    case .context, .information: "bc"
    }
  }

  /// What stands for an area that is too small to be seen: told apart by its form.
  private static func mark(_ style: MapFigure.Style, _ x: Int, _ y: Int) -> HTMLNode {
    switch style {
    case .error: .svgShape("was", "M\(x) \(y - 75)l75 75-75 75-75-75z")
    case .warning: .svgShape("was", "M\(x) \(y - 70)l70 125h-140z")
    case .information: .svgShape("was", "M\(x - 40) \(y - 40)h80v80h-80z")
    case .subject, .first, .second, .context: .svgDot("dot", x: x, y: y, radius: 45)
    }
  }

  /// The outlines of areas, once, to be used as ground, as shade and as what is pointed at.
  private func definitions(_ map: MapFigure) -> [HTMLNode] {
    let clipping = Set(map.shades.map { [$0.other.layer, $0.other.area] })
    return map.layers.indices.flatMap { layer in
      map.layers[layer].areas.enumerated().filter { !$0.element.rings.isEmpty }.flatMap { area, shown in
        let path = HTMLNode.element(
          "path",
          [
            .init(name: "id", value: id("p", layer, area)),
            .init(name: "d", value: SVGPath.rings(shown.rings)),
            .init(name: "fill-rule", value: "evenodd"), .init(name: "clip-rule", value: "evenodd"),
          ], [])
        guard clipping.contains([layer, area]) else { return [path] }
        return [
          path,
          .element(
            "clipPath", [.init(name: "id", value: id("c", layer, area))],
            [use("", id("p", layer, area))]),
        ]
      }
    }
  }

  private func use(_ kind: String, _ path: String, clip: String? = nil) -> HTMLNode {
    var attributes: [HTMLNode.Attribute] = [.init(name: "href", value: "#\(path)")]
    if !kind.isEmpty { attributes.append(.init(name: "class", value: kind)) }
    if let clip { attributes.append(.init(name: "clip-path", value: "url(#\(clip))")) }
    return .element("use", attributes, [])
  }

  private func land(_ map: MapFigure, _ layer: Int) -> HTMLNode {
    .svgGroup(
      "land",
      map.layers[layer].areas.enumerated().filter { !$0.element.rings.isEmpty }
        .map { area, _ in use("", id("p", layer, area)) })
  }

  /// What two areas share, as the one cut out by the other.
  private func shades(_ map: MapFigure) -> [HTMLNode] {
    map.shades.filter { shade in
      [shade.one, shade.other].allSatisfy { !map.layers[$0.layer].areas[$0.area].rings.isEmpty }
    }.map { shade in
      use(
        "s\(FigureStyle.shade(shade.share))", id("p", shade.one.layer, shade.one.area),
        clip: id("c", shade.other.layer, shade.other.area))
    }
  }

  /// Areas to be pointed at, with what is said of them.
  private func areas(_ layer: MapFigure.Layer, _ position: Int, _ map: MapFigure) -> [HTMLNode] {
    if layer.style == .context { return [] }
    let said = Dictionary(grouping: map.shades.filter { $0.one.layer == position }, by: \.one.area)
    return layer.areas.enumerated().compactMap { area, shown in
      let words = [shown.unit.name, shown.words].filter { !$0.isEmpty }.joined(separator: ": ")
      let parts = (said[area] ?? []).map(\.words).filter { !$0.isEmpty }
      let text = parts.isEmpty ? words : "\(words). \(parts.joined(separator: "; "))"
      if let place = shown.place {
        return unit(
          shown.unit.code, text, [Self.mark(layer.style, Int(place.x), Int(place.y))],
          onMap: (position, area))
      }
      guard !shown.rings.isEmpty else { return nil }
      return unit(shown.unit.code, text, [use("area", id("p", position, area))], onMap: (position, area))
    }
  }

  private static func name(_ label: MapFigure.Label) -> HTMLNode {
    let top = Int(label.middle.y) - (label.lines.count - 1) * MapLabels.line / 2 + 45
    return .element(
      "text",
      [
        .init(name: "class", value: "halo"), .init(name: "text-anchor", value: "middle"),
        .init(name: "aria-hidden", value: "true"),
      ],
      label.lines.enumerated().map { number, line in
        .element(
          "tspan",
          [
            .init(name: "x", value: String(label.middle.x)),
            .init(name: "y", value: String(top + number * MapLabels.line)),
          ], [.text(line)])
      })
  }

  private func draw(_ inset: MapFigure.Inset, _ frame: MapFrame) -> HTMLNode {
    let (x, y) = (frame.width - inset.width, 0)
    let (from, to) = inset.corners
    return .element(
      "g",
      [.init(name: "transform", value: "translate(\(x) \(y))"), .init(name: "aria-hidden", value: "true")],
      [
        .svgBox("paper", x: 0, y: 0, width: inset.width, height: inset.height),
        .element(
          "path",
          [
            .init(name: "class", value: "thin"), .init(name: "d", value: SVGPath.lines(inset.borders)),
          ], []),
        .svgBox(
          "line", x: Int(from.x), y: Int(from.y), width: Int(to.x - from.x), height: Int(to.y - from.y)),
        .svgBox("thin", x: 0, y: 0, width: inset.width, height: inset.height),
      ])
  }

  // MARK: Below the map

  /// Scale, north, what lines and shades mean; and where it ends.
  private func legend(_ map: MapFigure) -> (shapes: [HTMLNode], height: Int) {
    let frame = map.frame
    var y = frame.height + 220
    let scale = MapScale(frame)
    var shapes: [HTMLNode] = [
      .svgLine("line", 20, y - 60, 20, y), .svgLine("line", 20, y, 20 + scale.width, y),
      .svgLine("line", 20 + scale.width, y, 20 + scale.width, y - 60),
      .svgText(scale.words, "small", x: 20 + scale.width + 60, y: y),
      // North is that of the grid.
      .element(
        "path",
        [
          .init(name: "class", value: "bar"),
          .init(name: "d", value: "M\(frame.width - 130) \(y + 20)l70 -200 70 200 -70 -50z"),
        ], []),
      .svgText("N", "small strong", x: frame.width - 200, y: y, anchor: "middle"),
    ]
    y += 230
    for layer in map.layers {
      shapes.append(.svgLine(Self.border(layer.style), 20, y - 40, 420, y - 40))
      if layer.style.isMark { shapes.append(Self.mark(layer.style, 220, y - 40)) }
      shapes.append(.svgText(Self.short(layer.title, 100), "", x: 500, y: y))
      y += 200
    }
    if !map.shades.isEmpty {
      for shade in 0..<FigureStyle.shadeCount {
        shapes.append(.svgBox("s\(shade)", x: 20 + shade * 80, y: y - 100, width: 80, height: 110))
      }
      shapes.append(.svgText(Self.short("\(map.shadeTitle): the darker, the more", 100), "", x: 500, y: y))
      y += 200
    }
    return (shapes, y - 90)
  }
}
