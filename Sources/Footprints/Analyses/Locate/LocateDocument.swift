extension LocateResult: DocumentedResult {
  /// How many points lie where, then the points unless they are very many.
  public var document: Document {
    let layers = Table("layers", Self.layerFields, rows: self.layers)
    var blocks: [Document.Block] = [.paragraph(summary), .table(layers)]
    blocks += [.heading("Points")]
    if listed.count <= Self.mostListed {
      blocks.append(.table(Table("points", rowFields, rows: listed).showing(leavingOut: expendable)))
    } else {
      blocks.append(
        .paragraph(
          "\(Wording.plural(listed.count, "point")), which are too many to read: csv, ndjson and json have them."
        ))
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "\(points.name) in \(Wording.list(self.layers.map(\.layer.name)))", blocks: blocks)
  }

  /// The most points that a report for people lists.
  static let mostListed = 10_000

  /// Names of areas go first, since their codes say the same.
  private var expendable: [String] { layers.map { "\($0.layer.name)_code" } }

  private var summary: String {
    let without = points.origin.withoutCoordinates
    let rest =
      without == 0
      ? ""
      : " \(Wording.grouped(without)) without coordinates \(Wording.form(without, "lies", "lie")) in no area."
    return "\(Wording.plural(points.count, "point")).\(rest)"
  }
}
