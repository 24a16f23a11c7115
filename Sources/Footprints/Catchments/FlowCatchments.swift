/// The catchments of all trusts from the flows of patients (OHID, "NHS Acute (Hospital) Trust Catchment
/// Populations").
package struct FlowCatchments: Sendable {
  /// The trusts that have any flow, by code.
  package let trusts: [String]
  /// The share of each brick that counts for each trust, in the order of `trusts`.
  package let membership: Membership
  /// What was noticed while joining flows and bricks.
  package let notices: [Notice]

  /// Makes catchments by a method other than `layer`. Ties of first past the post go to the first code.
  ///
  /// `people` are those of each brick, for what is said of bricks without flows; flows of bricks that were left out of
  /// their layer on purpose, because their codes begin otherwise than `codePrefix`, are not mentioned. Throws `badData`
  /// where no flow is from any of the bricks.
  package init(
    _ flows: FlowTable, bricks: [String], people: [Double]? = nil, codePrefix: [String]? = nil,
    method: CatchmentMethod, threshold: Double
  ) throws(FootprintsError) {
    trusts = Set(flows.flows.map(\.trust)).sorted()
    let trustAt = Dictionary(zip(trusts, trusts.indices), uniquingKeysWith: { first, _ in first })
    let matches = CodeIndex(bricks).positions(of: flows.flows.map(\.brick))
    if matches.count == 0, let flow = flows.flows.first, let brick = bricks.first {
      throw .nothingMatches(flows.file, flow.brick, "the small areas", brick)
    }
    var rows = [[Membership.Share]](repeating: [], count: bricks.count)
    for (flow, position) in zip(flows.flows, matches.positions) {
      guard let brick = position, let trust = trustAt[flow.trust], flow.proportion > 0 else { continue }
      rows[brick].append(Membership.Share(unit: trust, share: min(1, flow.proportion)))
    }
    let silent = rows.indices.filter { rows[$0].isEmpty }
    for brick in rows.indices {
      rows[brick].sort { $0.unit < $1.unit }
      switch method {
      case .fptp:
        let best = rows[brick].max { ($0.share, $1.unit) < ($1.share, $0.unit) }
        rows[brick] = best.map { [Membership.Share(unit: $0.unit, share: 1)] } ?? []
      case .threshold:
        rows[brick] = rows[brick].filter { $0.share >= threshold }.map {
          Membership.Share(unit: $0.unit, share: 1)
        }
      case .proportional, .layer, .voronoi: break
      }
    }
    membership = Membership(rows, unitCount: trusts.count)
    var notices = flows.notices + Notice.respelt(matches.respelt, in: flows.file, of: "the small areas")
    if !silent.isEmpty {
      let areas = Wording.plural(silent.count, "small area")
      let with = people.map { people in
        " with \(Wording.people(silent.reduce(0) { $0 + people[$1] }))"
      }
      let have = Wording.form(silent.count, "has", "have")
      let are = Wording.form(silent.count, "is", "are")
      notices.append(
        Notice(
          .warning, "no-flow",
          "\(flows.file): \(areas)\(with ?? "") \(have) no flow of patients and \(are) in no catchment",
          about: silent.map { bricks[$0] }))
    }
    let unknown = zip(flows.flows, matches.positions).filter { flow, position in
      position == nil && flow.proportion > 0
        && codePrefix?.contains(where: flow.brick.hasPrefix) != false
    }.map(\.0)
    self.notices = notices + Self.outside(unknown, of: flows)
  }

  /// What a reader must know of flows from small areas that are not there: catchments are too small without them.
  private static func outside(_ unknown: [FlowTable.Flow], of flows: FlowTable) -> [Notice] {
    if unknown.isEmpty { return [] }
    let areas = Set(unknown.map(\.brick)).sorted()
    var lost: [String: Double] = [:]
    for flow in unknown { lost[flow.trust, default: 0] += flow.proportion }
    // Those that lose most come first.
    let trusts = lost.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let patients = unknown.compactMap(\.patients).reduce(0, +)
    let with = patients > 0 ? " with \(Wording.count(patients)) patients" : ""
    return [
      Notice(
        .warning, "flow-outside",
        "\(flows.file): \(Wording.plural(unknown.count, "flow"))\(with) from \(Wording.plural(areas.count, "small area")) that \(areas.count == 1 ? "is" : "are") not in the layer (\(CodeList(areas))) \(unknown.count == 1 ? "is" : "are") left out, so the catchments of \(Wording.plural(trusts.count, "trust")) are too small: \(CodeList(trusts))",
        about: areas)
    ]
  }
}
