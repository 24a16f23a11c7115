extension BordersResult: DocumentedResult {
  /// What share of the borders agrees, where they part most, and every area.
  public var document: Document {
    let (first, second) = titles
    var blocks: [Document.Block] = answers.map { .paragraph($0) } + [.list(details)]
    for (side, title) in [(UnitScores.Side.x, first), (.y, second)] {
      let listed = areas.filter { $0.side == side }
      guard !listed.isEmpty else { continue }
      blocks += [.heading(Wording.sentence(title.many)), .table(table(listed))]
    }
    blocks += [
      .heading("How to read it"), .list(legend), .heading("Notes"), .notes(notes),
    ]
    return Document(title: "Borders of \(x.heading) and \(y.heading)", blocks: blocks)
  }

  /// Which share of either border agrees with the other.
  var answers: [String] {
    let (first, second) = titles
    return [answer(agreement.x, first, second), answer(agreement.y, second, first)]
  }

  /// How far either border is from the other, and both from each other.
  var details: [String] {
    let (first, second) = titles
    let both = agreement.hausdorffDistance.map {
      "The Hausdorff distance of the two borders, the larger of both, is \(Self.distance($0))."
    }
    return details(agreement.x, x, first, second) + details(agreement.y, y, second, first)
      + [both].compactMap(\.self)
  }

  /// What the areas of X and Y are called; with their layers where both are called the same.
  private var titles: (RoleTitle, RoleTitle) {
    let titles = (x.title.place, y.title.place)
    return titles.0 == titles.1 && x.name != y.name
      ? (titles.0.of(x.name), titles.1.of(y.name)) : titles
  }

  private var reach: String { "\(Wording.number(distance.metres)) m" }

  private func answer(_ side: BoundaryAgreement.Side, _ own: RoleTitle, _ other: RoleTitle) -> String {
    guard let share = side.all.withinShare else { return "The \(own.many) have no border." }
    guard side.all.furthest != nil else { return "The \(other.many) have no border to compare with." }
    var text =
      "\(Wording.percent(share)) of the border of \(own.many), \(Self.length(side.all.withinLength)) of \(Self.length(side.all.length)), lies within \(reach) of the border of \(other.many)"
    if let inner = side.inner.withinShare, let outer = side.outer.withinShare {
      text +=
        ": \(Wording.percent(inner)) of what lies between two of them, \(Wording.percent(outer)) of coasts and the border of the whole"
    }
    return text + "."
  }

  private func details(
    _ side: BoundaryAgreement.Side, _ layer: PreparedLayer, _ own: RoleTitle, _ other: RoleTitle
  ) -> [String] {
    guard let mean = side.all.meanDisplacement, let shared = side.all.sharedShare,
      let furthest = side.all.furthest
    else { return [] }
    let names = furthest.areas.map { layer.names[$0] }
    let place = "\(Wording.plain(furthest.place.x)) \(Wording.plain(furthest.place.y))"
    let whose =
      names.count == 1 ? "on the outline of \(names[0])" : "on the border of \(Wording.list(names))"
    let apart =
      furthest.distance < 0.05
      ? "It never leaves it."
      : "It parts most \(whose): \(Self.distance(furthest.distance)) at \(place)."
    return [
      "The border of \(own.many) is drawn exactly as that of \(other.many) along \(Wording.percent(shared)) of its length, and is \(Self.distance(mean)) from it on average. \(apart)"
    ]
  }

  private func table(_ rows: [Row]) -> Table {
    Table("areas", Self.rowFields, rows: rows).selecting([
      "code", "name", "length_m", "within_share", "mean_displacement_m", "largest_displacement_m",
      "largest_x",
      "largest_y",
    ]).showing(mostOf: "length_m", leavingOut: ["length_m", "largest_y", "largest_x", "code"])
  }

  private var legend: [String] {
    [
      "agrees: the part of the area’s outline within \(reach) of the other layer’s border. What agrees differs by no more than how the borders were drawn; what does not is a real departure, or a coast clipped differently.",
      "mean and largest distance: from the points of its outline to the nearest point of the other layer’s border, in metres; easting and northing say where it is largest.",
    ]
  }

  /// "12.3 km", "340 m".
  private static func length(_ metres: Double) -> String {
    metres >= 1000 ? "\(Wording.decimal(metres / 1000, metres >= 100_000 ? 0 : 1)) km" : distance(metres)
  }

  /// "3.06 km", "110 m", "2.4 m".
  private static func distance(_ metres: Double) -> String {
    switch metres {
    case 1000...: "\(Wording.decimal(metres / 1000, 2)) km"
    case 100...: "\(Wording.decimal(metres, 0)) m"
    case 0.05...: "\(Wording.decimal(metres, 1)) m"
    case 0: "0 m"
    default: "less than 0.1 m"
    }
  }
}
