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
  /// `people` are those of each brick, for what is said of bricks without flows. Throws `badData` where no flow is from
  /// any of the bricks.
  package init(
    _ flows: FlowTable, bricks: [String], people: [Double]? = nil, method: CatchmentMethod, threshold: Double
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
      case .proportional, .layer: break
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
          "\(flows.file): \(areas)\(with ?? "") \(have) no flow of patients and \(are) in no catchment"))
    }
    self.notices = notices
  }
}
