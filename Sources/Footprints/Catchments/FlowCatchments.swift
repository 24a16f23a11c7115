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
  package init(_ flows: FlowTable, bricks: [String], method: CatchmentMethod, threshold: Double) {
    trusts = Set(flows.flows.map(\.trust)).sorted()
    let trustAt = Dictionary(zip(trusts, trusts.indices), uniquingKeysWith: { first, _ in first })
    let brickAt = Dictionary(zip(bricks, bricks.indices), uniquingKeysWith: { first, _ in first })
    var rows = [[Membership.Share]](repeating: [], count: bricks.count)
    for flow in flows.flows {
      guard let brick = brickAt[flow.brick], let trust = trustAt[flow.trust], flow.proportion > 0 else {
        continue
      }
      rows[brick].append(Membership.Share(unit: trust, share: min(1, flow.proportion)))
    }
    let silent = rows.count(where: \.isEmpty)
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
    notices =
      flows.notices
      + (silent == 0
        ? []
        : [
          Notice(
            .warning, "no-flow", "\(silent) small areas have no flow of patients and are in no catchment")
        ])
  }
}
