/// How figures look: one list of kinds of shapes, and the colours for a light page, a dark one, and paper.
///
/// Colours are told apart without seeing hues: what is shaded goes from light to dark in one hue, layers differ in the width of their
/// lines and in dashes, and everything is labelled where it stands. The hues are of Okabe and Ito's set (Color universal design, 2008), darkened for contrast.
enum FigureStyle {
  private struct Palette {
    let paper, ink, faint, first, second, subject, land: String
    let shades: [String]
  }

  private static let light = Palette(
    paper: "#ffffff", ink: "#0b0c0c", faint: "#5f6a70", first: "#00517a", second: "#a33c00",
    subject: "#0b0c0c",
    land: "#f4f5f6", shades: ["#e4eef5", "#bcd6e8", "#8bb8d8", "#5695c2", "#2a6f9f"])

  private static let dark = Palette(
    paper: "#101418", ink: "#f3f5f6", faint: "#a9b4ba", first: "#7cc4ee", second: "#ffa066",
    subject: "#ffffff", land: "#1a2026", shades: ["#1d3140", "#22465e", "#2b5f80", "#3a7ca5", "#5b9fca"])

  /// The shades on a light page, such as "#e4eef5".
  static let shadeColours = light.shades

  /// How many shades there are.
  static let shadeCount = light.shades.count

  /// The number of the shade for a share, 0...1.
  static func shade(_ share: Double) -> Int { min(shadeCount - 1, max(0, Int(share * Double(shadeCount)))) }

  /// What holds in whatever colours.
  private static let shapes = """
    .figure text{font:130px system-ui,sans-serif}.figure .small{font-size:115px}.figure .strong{font-weight:bold}
    .figure .b1,.figure .b2,.figure .b0,.figure .bc{fill:none;stroke-linejoin:round;pointer-events:none}
    .figure .b1{stroke-width:16}.figure .b2{stroke-width:16;stroke-dasharray:60 36}.figure .b0{stroke-width:34}.figure .bc{stroke-width:9}
    .figure .area{stroke:none;fill-opacity:0}.figure a .mark{display:none}
    .figure .halo{stroke-width:40;stroke-linejoin:round;paint-order:stroke;pointer-events:none}
    .figure .line{fill:none;stroke-width:10}.figure .thin{fill:none;stroke-width:6}
    """

  private static func rules(_ palette: Palette) -> String {
    var out = """
      .figure text{fill:\(palette.ink)}.figure .quiet{fill:\(palette.faint)}.figure .paper{fill:\(palette.paper)}
      .figure .land{fill:\(palette.land)}.figure .b1{stroke:\(palette.first)}.figure .b2{stroke:\(palette.second)}
      .figure .b0{stroke:\(palette.subject)}.figure .bc{stroke:\(palette.faint)}
      .figure .halo{stroke:\(palette.paper)}.figure .line{stroke:\(palette.ink)}.figure .thin{stroke:\(palette.faint)}
      .figure .bar{fill:\(palette.first)}.figure .dot{fill:\(palette.first);stroke:\(palette.paper);stroke-width:10}
      .figure .was{fill:\(palette.paper);stroke:\(palette.second);stroke-width:22}
      .figure .area{fill:\(palette.paper)}
      .figure a:hover .area,.figure a:focus .area,.figure a:target .area,.figure .on .area{stroke:\(palette.subject);stroke-width:40}
      .figure .on .bar,.figure .on .dot,.figure a:focus .bar,.figure a:focus .dot{fill:\(palette.second)}
      """
    for (number, colour) in palette.shades.enumerated() { out += "\n.figure .s\(number){fill:\(colour)}" }
    return out
  }

  /// The rules for a page, which follows what its reader prefers; paper is light.
  static let page = """
    \(shapes)
    \(rules(light))
    @media screen and (prefers-color-scheme:dark){
    \(rules(dark))
    }
    """

  /// The rules for a file of its own, which is light.
  static let file = "\(shapes)\n\(rules(light))"
}
