// Shapes of SVG, in tenths of a pixel, as nodes of markup: text in them is escaped like any other.

extension HTMLNode {
  /// A text at a place.
  static func svgText(_ text: String, _ kind: String, x: Int, y: Int, anchor: String = "start") -> HTMLNode {
    .element(
      "text",
      [
        .init(name: "class", value: kind), .init(name: "x", value: String(x)),
        .init(name: "y", value: String(y)), .init(name: "text-anchor", value: anchor),
      ], [.text(text)])
  }

  /// A rectangle.
  static func svgBox(
    _ kind: String, x: Int, y: Int, width: Int, height: Int, holding children: [HTMLNode] = []
  ) -> HTMLNode {
    .element(
      "rect",
      [
        .init(name: "class", value: kind), .init(name: "x", value: String(x)),
        .init(name: "y", value: String(y)), .init(name: "width", value: String(max(0, width))),
        .init(name: "height", value: String(max(0, height))),
      ], children)
  }

  /// A straight line.
  static func svgLine(_ kind: String, _ x: Int, _ y: Int, _ toX: Int, _ toY: Int) -> HTMLNode {
    svgShape(kind, "M\(x) \(y)L\(toX) \(toY)")
  }

  /// A shape by its path.
  static func svgShape(_ kind: String, _ path: String) -> HTMLNode {
    .element("path", [.init(name: "class", value: kind), .init(name: "d", value: path)], [])
  }

  /// A dot.
  static func svgDot(_ kind: String, x: Int, y: Int, radius: Int) -> HTMLNode {
    .element(
      "circle",
      [
        .init(name: "class", value: kind), .init(name: "cx", value: String(x)),
        .init(name: "cy", value: String(y)), .init(name: "r", value: String(radius)),
      ], [])
  }

  /// Some shapes together.
  static func svgGroup(_ kind: String, _ children: [HTMLNode]) -> HTMLNode {
    .element("g", [.init(name: "class", value: kind)], children)
  }
}

/// The words of paths.
enum SVGPath {
  /// Closed rings.
  static func rings(_ rings: [[MapFrame.Place]]) -> String {
    var out = ""
    for ring in rings {
      write(ring, to: &out)
      if !ring.isEmpty { out += "z" }
    }
    return out
  }

  /// Lines.
  static func lines(_ lines: [[MapFrame.Place]]) -> String {
    var out = ""
    for line in lines { write(line, to: &out) }
    return out
  }

  /// Each vertex as the way from the one before, which takes the fewest digits.
  private static func write(_ line: [MapFrame.Place], to out: inout String) {
    guard let first = line.first else { return }
    out += "M\(first.x) \(first.y)"
    var last = first
    for (number, vertex) in line.dropFirst().enumerated() {
      let (dx, dy) = (vertex.x - last.x, vertex.y - last.y)
      out += number == 0 ? "l" : dx < 0 ? "" : " "
      out += dy < 0 ? "\(dx)\(dy)" : "\(dx) \(dy)"
      last = vertex
    }
  }
}
