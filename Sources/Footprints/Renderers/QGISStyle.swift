/// How QGIS shows the areas of a GeoPackage when it opens them: shaded by a share. It is read from the table `layer_styles`, in QGIS's own QML.
enum QGISStyle {
  /// The style as QML.
  static func qml(shadingBy field: String) -> String {
    let header = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    return header
      + HTMLNode.element(
        "qgis", [.init(name: "version", value: "3.22"), .init(name: "styleCategories", value: "Symbology")],
        [graduated(field)]
      ).markup
  }

  /// As many classes as figures have shades.
  private static func graduated(_ field: String) -> HTMLNode {
    let count = FigureStyle.shadeCount
    func bound(_ number: Int) -> Double { Double(number) / Double(count) }
    let ranges = (0..<count).map { number in
      HTMLNode.element(
        "range",
        [
          .init(name: "lower", value: "\(bound(number))"),
          .init(name: "upper", value: "\(bound(number + 1))"),
          .init(
            name: "label",
            value: "\(Wording.setting(bound(number))) to \(Wording.setting(bound(number + 1)))"),
          .init(name: "symbol", value: "\(number)"), .init(name: "render", value: "true"),
        ], [])
    }
    return .element(
      "renderer-v2",
      [
        .init(name: "type", value: "graduatedSymbol"), .init(name: "attr", value: field),
        .init(name: "graduatedMethod", value: "GraduatedColor"),
      ],
      [
        .element("ranges", ranges),
        .element("symbols", (0..<count).map { symbol($0, fill: FigureStyle.shadeColours[$0]) }),
      ])
  }

  private static func symbol(_ number: Int, fill: String) -> HTMLNode {
    func property(_ name: String, _ value: String) -> HTMLNode {
      .element("prop", [.init(name: "k", value: name), .init(name: "v", value: value)], [])
    }
    return .element(
      "symbol",
      [
        .init(name: "name", value: "\(number)"), .init(name: "type", value: "fill"),
        .init(name: "alpha", value: "1"),
      ],
      [
        .element(
          "layer", [.init(name: "class", value: "SimpleFill"), .init(name: "enabled", value: "1")],
          [
            property("color", fill), property("style", "solid"),
            property("outline_color", "0,81,122,255"), property("outline_style", "solid"),
            property("outline_width", "0.3"), property("outline_width_unit", "MM"),
          ])
      ])
  }
}
