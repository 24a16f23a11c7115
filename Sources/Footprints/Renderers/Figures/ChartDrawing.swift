extension FigureDrawing {
  /// How wide charts are, in tenths of a pixel.
  private static var width: Int { 7200 }

  /// Bars from the left, with names before and words behind them.
  func draw(_ figure: BarsFigure) -> Picture {
    let (names, top, step) = (2500, 60, 260)
    let track = Self.width - names - 900
    var shapes: [HTMLNode] = []
    for (number, bar) in figure.bars.enumerated() {
      let y = top + number * step
      let part = figure.scale > 0 ? min(1, max(0, bar.value / figure.scale)) : 0
      let length = Int((part * Double(track)).rounded())
      shapes.append(
        unit(
          bar.unit.code, "\(bar.unit.name): \(bar.words)",
          [
            .svgText(Self.short(bar.unit.name, 33), "", x: names - 90, y: y + 140, anchor: "end"),
            .svgBox("bar", x: names, y: y + 20, width: max(12, length), height: 170),
            .svgText(bar.words, "", x: names + length + 80, y: y + 150),
          ]))
    }
    let bottom = top + figure.bars.count * step
    shapes.append(.svgLine("thin", names, top - 20, names, bottom))
    return Picture(width: Self.width, height: bottom + 60, shapes: shapes)
  }

  /// A square for every pair, rows and columns named at their ends.
  func draw(_ figure: MatrixFigure) -> Picture {
    let names = 2400
    let side = min(
      360, max(60, (Self.width - names) / max(1, figure.columns.count)))
    let isNamed = side >= 150
    let top = isNamed ? 1700 : 300
    var shapes: [HTMLNode] = []
    if isNamed {
      for (number, column) in figure.columns.enumerated() {
        let x = names + number * side + side / 2 + 40
        shapes.append(
          .element(
            "text",
            [
              .init(name: "class", value: "small"),
              .init(name: "transform", value: "translate(\(x) \(top - 60)) rotate(-60)"),
            ], [.text(Self.short(column.name, 28))]))
      }
    } else {
      shapes.append(
        .svgText(
          "\(Wording.grouped(figure.columns.count)) columns, in the order of the table", "small quiet",
          x: names, y: top - 100))
    }
    let cells = Dictionary(grouping: figure.cells, by: \.row)
    for (number, row) in figure.rows.enumerated() {
      let y = top + number * side
      var parts: [HTMLNode] = []
      if isNamed {
        parts.append(
          .svgText(Self.short(row.name, 34), "small", x: names - 80, y: y + side / 2 + 40, anchor: "end"))
      }
      var words: [String] = []
      for cell in cells[number] ?? [] {
        let said = "\(Wording.percent(cell.share)) in \(figure.columns[cell.column].name)"
        if isNamed { words.append(said) }
        parts.append(
          .svgBox(
            "s\(FigureStyle.shade(cell.share))", x: names + cell.column * side, y: y, width: side - 8,
            height: side - 8, holding: [.element("title", "\(row.name): \(said)")]))
      }
      // A group for each row; its own text where there is room to name it.
      shapes.append(
        isNamed
          ? unit(row.code, "\(row.name): \(words.joined(separator: "; "))", parts)
          : .element("g", [], parts))
    }
    let bottom = top + figure.rows.count * side
    let right = names + figure.columns.count * side
    shapes.append(
      .svgBox("thin", x: names - 8, y: top - 8, width: right - names + 8, height: bottom - top + 8))
    return Picture(width: max(Self.width, right + 40), height: bottom + 60, shapes: shapes)
  }

  /// Points between two axes from 0 to 1, in four quadrants with names.
  func draw(_ figure: ScatterFigure) -> Picture {
    let (left, top, side) = (900, 150, 5000)
    let (bottom, right) = (top + side, left + side)
    func x(_ share: Double) -> Int { left + Int((min(1, max(0, share)) * Double(side)).rounded()) }
    func y(_ share: Double) -> Int { bottom - Int((min(1, max(0, share)) * Double(side)).rounded()) }
    var shapes: [HTMLNode] = [
      .svgBox("thin", x: left, y: top, width: side, height: side),
      .svgLine("thin", x(0.5), top, x(0.5), bottom), .svgLine("thin", left, y(0.5), right, y(0.5)),
    ]
    for (number, name) in figure.quadrants.enumerated() {
      let (isRight, isAbove) = (number % 2 == 1, number >= 2)
      shapes.append(
        .svgText(
          name, "small quiet", x: isRight ? right - 80 : left + 80, y: isAbove ? top + 170 : y(0.5) + 170,
          anchor: isRight ? "end" : "start"))
    }
    for share in [0, 0.25, 0.5, 0.75, 1] {
      shapes += [
        .svgText(Wording.setting(share), "small quiet", x: x(share), y: bottom + 190, anchor: "middle"),
        .svgText(Wording.setting(share), "small quiet", x: left - 70, y: y(share) + 40, anchor: "end"),
      ]
    }
    shapes += [
      .svgText(figure.xTitle, "", x: left + side / 2, y: bottom + 400, anchor: "middle"),
      .element(
        "text",
        [
          .init(name: "text-anchor", value: "middle"),
          .init(name: "transform", value: "translate(250 \(top + side / 2)) rotate(-90)"),
        ], [.text(figure.yTitle)]),
    ]
    var taken: [(x: Int, y: Int, right: Int)] = []
    for point in figure.points {
      let (px, py) = (x(point.x), y(point.y))
      let name = Self.short(point.unit.name, 34)
      let isLeft = px > left + side * 3 / 5
      let length = name.count * 66
      let start = isLeft ? px - 90 - length : px + 90
      var parts = [HTMLNode.svgDot("dot", x: px, y: py, radius: 75)]
      // A name that would cover another is left to the table and to whoever points at the dot.
      if !taken.contains(where: { abs($0.y - py) < 150 && start < $0.right && $0.x < start + length }) {
        taken.append((start, py, start + length))
        parts.append(
          .svgText(
            name, "halo small", x: isLeft ? px - 110 : px + 110, y: py + 45, anchor: isLeft ? "end" : "start")
        )
      }
      shapes.append(
        unit(
          point.unit.code,
          "\(point.unit.name): \(figure.xTitle) \(Wording.percent(point.x)), \(figure.yTitle) \(Wording.percent(point.y))",
          parts))
    }
    return Picture(width: Self.width, height: bottom + 480, shapes: shapes)
  }

  /// A line from before to after for each thing, the hollow dot before, the full one after.
  func draw(_ figure: ChangeFigure) -> Picture {
    let (names, top, step) = (2500, 260, 280)
    let track = Double(Self.width - names - 1300)
    let (low, length) = (figure.scale.lowerBound, figure.scale.upperBound - figure.scale.lowerBound)
    func x(_ value: Double) -> Int {
      names + 100 + Int((min(1, max(0, length > 0 ? (value - low) / length : 0)) * track).rounded())
    }
    var shapes: [HTMLNode] = [
      .svgDot("was", x: names + 60, y: 90, radius: 60), .svgText("before", "small", x: names + 170, y: 130),
      .svgDot("dot", x: names + 760, y: 90, radius: 75), .svgText("after", "small", x: names + 880, y: 130),
    ]
    for (number, row) in figure.rows.enumerated() {
      let y = top + number * step + 100
      let (from, to) = (x(row.before), x(row.after))
      shapes.append(
        .element(
          "g", [],
          [
            .svgText(Self.short(row.name, 33), "", x: names - 40, y: y + 45, anchor: "end"),
            .svgLine("line", from, y, to, y), .svgDot("was", x: from, y: y, radius: 60),
            .svgDot("dot", x: to, y: y, radius: 75),
            .svgText(
              row.beforeWords == row.afterWords
                ? row.afterWords : "\(row.beforeWords) → \(row.afterWords)", "small",
              x: max(from, to) + 130, y: y + 45),
            .element("title", "\(row.name): \(row.beforeWords) before, \(row.afterWords) after"),
          ]))
    }
    return Picture(
      width: Self.width, height: top + figure.rows.count * step + 40, shapes: shapes)
  }

  /// Events down a line, further apart the more time is between them.
  func draw(_ figure: TimelineFigure) -> Picture {
    let (line, step) = (1500, 260)
    var shapes: [HTMLNode] = []
    var (y, last) = (160, figure.events.first?.year ?? 0)
    let first = y
    for (number, event) in figure.events.enumerated() {
      if number > 0 { y += step + min(500, max(0, Int(((event.year - last) * 60).rounded()))) }
      last = event.year
      shapes += [
        .svgText(event.date, "strong", x: line - 160, y: y + 45, anchor: "end"),
        .svgDot("dot", x: line, y: y, radius: 75),
        .svgText(Self.short(event.words, 76), "", x: line + 180, y: y + 45),
      ]
    }
    return Picture(
      width: Self.width, height: y + 180, shapes: [.svgLine("line", line, first, line, y)] + shapes)
  }
}
