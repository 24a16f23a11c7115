/// Draws figures as SVG.
struct FigureDrawing {
  /// Which figure of the page it is, so that no two have the same names for their parts.
  let number: Int
  /// What codes are joined to: rows of tables; nil in a file of its own.
  let anchors: PageAnchors?

  /// A drawing with its size in tenths of a pixel.
  struct Picture {
    let width, height: Int
    let shapes: [HTMLNode]
  }

  /// Draws a figure; nil where there is nothing to draw.
  func picture(_ figure: Figure) -> Picture? {
    switch figure.content {
    case .map(let map): draw(map)
    case .bars(let bars): bars.bars.isEmpty ? nil : draw(bars)
    case .matrix(let matrix): matrix.cells.isEmpty ? nil : draw(matrix)
    case .scatter(let scatter): scatter.points.isEmpty ? nil : draw(scatter)
    case .change(let change): change.rows.isEmpty ? nil : draw(change)
    case .timeline(let timeline): timeline.events.isEmpty ? nil : draw(timeline)
    }
  }

  /// A figure as an element of a page, or as a file of its own.
  func svg(_ figure: Figure) -> HTMLNode? {
    picture(figure).map { picture in
      var attributes: [HTMLNode.Attribute] = [
        .init(name: "class", value: "figure"),
        .init(name: "viewBox", value: "0 0 \(picture.width) \(picture.height)"),
        .init(name: "role", value: "group"), .init(name: "aria-label", value: figure.title),
      ]
      guard anchors == nil else { return .element("svg", attributes, picture.shapes) }
      attributes.insert(.init(name: "xmlns", value: "http://www.w3.org/2000/svg"), at: 0)
      attributes += [
        .init(name: "width", value: String(picture.width / 10)),
        .init(name: "height", value: String(picture.height / 10)),
      ]
      return .element(
        "svg", attributes,
        [
          .element("title", figure.title), .element("desc", figure.description),
          .element("style", FigureStyle.file),
          .svgBox("paper", x: 0, y: 0, width: picture.width, height: picture.height),
        ] + picture.shapes)
    }
  }

  /// Shapes that stand for an organisation: what is said of it, and the way to its row.
  func unit(
    _ code: String, _ words: String, _ shapes: [HTMLNode], onMap place: (layer: Int, area: Int)? = nil
  ) -> HTMLNode {
    let title = HTMLNode.element("title", words)
    guard let anchor = anchors?.number(of: code) else { return .element("g", [], shapes + [title]) }
    var attributes: [HTMLNode.Attribute] = [.init(name: "data-n", value: String(anchor))]
    if let place, anchors?.isMain(code, figure: number, layer: place.layer, area: place.area) == true {
      attributes.append(.init(name: "id", value: "a\(anchor)"))
    }
    attributes.append(.init(name: "aria-label", value: words))
    guard anchors?.hasRow(code) == true else {
      return .element("g", attributes + [.init(name: "role", value: "img")], shapes + [title])
    }
    return .element("a", attributes + [.init(name: "href", value: "#r\(anchor)")], shapes + [title])
  }

  /// A text shortened to so many letters.
  static func short(_ text: String, _ letters: Int) -> String {
    let text = text.printable
    return text.count <= letters ? text : text.prefix(max(1, letters - 1)) + "…"
  }
}
