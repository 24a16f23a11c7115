extension FlowTable {
  /// The same flows by today's trusts: those of a trust that has successors count for these, and what moved is told.
  ///
  /// Throws as ``SuccessionTable/successors(of:)`` does.
  package func succeeded(by table: SuccessionTable) throws(FootprintsError) -> FlowTable {
    var followers: [String: [(code: String, share: Double)]] = [:]
    for trust in Set(flows.map(\.trust)).intersection(table.steps.map(\.old)).sorted() {
      followers[trust] = try table.successors(of: trust)
    }
    if followers.isEmpty { return self }
    var places: [String: [String: Int]] = [:]
    var moved: [Flow] = []
    moved.reserveCapacity(flows.count)
    var weights: [String: Double] = [:]
    for flow in flows {
      let parts = followers[flow.trust] ?? [(flow.trust, 1)]
      if followers[flow.trust] != nil { weights[flow.trust, default: 0] += flow.patients ?? flow.proportion }
      for (code, share) in parts {
        if let place = places[flow.brick]?[code] {
          moved[place].proportion += flow.proportion * share
          if let more = flow.patients { moved[place].patients = (moved[place].patients ?? 0) + more * share }
        } else {
          places[flow.brick, default: [:]][code] = moved.count
          moved.append(
            Flow(
              brick: flow.brick, trust: code, proportion: flow.proportion * share,
              patients: flow.patients.map { $0 * share }))
        }
      }
    }
    let all = flows.reduce(0) { $0 + ($1.patients ?? $1.proportion) }
    let told = followers.sorted { $0.key < $1.key }.map { trust, parts in
      "\(trust) to \(Wording.list(parts.map(\.code))) (\(Wording.percent(all > 0 ? weights[trust, default: 0] / all : 0)))"
    }
    let sum = weights.values.sorted().reduce(0, +)
    let notice = Notice(
      .information, "succeeded",
      "\(file): flows to \(Wording.plural(followers.count, "trust")) that \(Wording.form(followers.count, "has", "have")) a successor in \(table.file) count for it, \(Wording.percent(all > 0 ? sum / all : 0)) of all flows: \(told.joined(separator: ", "))",
      about: followers.keys.sorted())
    return FlowTable(
      moved, patients: patients, of: file, notices: notices + table.notices + [notice])
  }
}
