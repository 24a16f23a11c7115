/// How many patients go from each small area to each trust, whatever is called the trust's catchment.
struct PatientFlows: Sendable {
  /// The trusts that have any flow, by code.
  let trusts: [String]
  /// The part of each small area's patients that each trust treats, in the order of `trusts`. The parts sum to less than 1
  /// where small flows are suppressed.
  let membership: Membership
  /// All patients of each small area, whichever trust treats them, those of suppressed flows among them.
  let patients: [Double]
  /// The patients of each trust who come from elsewhere than the small areas.
  let elsewhere: [Double]
  /// Whether the flows say how many patients there are; else the people of small areas stand for patients.
  let areCounted: Bool
  /// Whether the totals that shares are of are known: stated, or the people who stand for patients.
  let knowsTotals: Bool
  /// What was noticed while joining flows and small areas.
  let notices: [Notice]
  /// The part of each small area's patients whose trust is told, 0...1.
  var told: [Double] {
    (0..<membership.brickCount).map { min(1, membership[$0].reduce(0) { $0 + $1.share }) }
  }

  /// Joins the flows with small areas. Throws as ``FlowCatchments`` does.
  init(_ flows: FlowTable, bricks: Bricks) throws(FootprintsError) {
    let layer = bricks.layer
    let proportional = try FlowCatchments(
      flows, bricks: layer.codes, people: bricks.people, codePrefix: layer.origin.codePrefix,
      method: .proportional, threshold: 1)
    trusts = proportional.trusts
    areCounted = !flows.flows.isEmpty && flows.flows.allSatisfy { $0.patients != nil }
    guard areCounted else {
      (membership, patients) = (proportional.membership, bricks.people)
      elsewhere = trusts.map { _ in 0 }
      knowsTotals = true
      notices =
        proportional.notices + [
          Notice(
            .warning, "patients-not-counted",
            "\(flows.file) does not say how many patients there are: the people of each small area stand for them, by its proportions"
          )
        ]
      return
    }
    let counts = Counts(flows, bricks: layer.codes, trusts: trusts)
    (membership, patients, elsewhere) = (counts.membership, counts.patients, counts.elsewhere)
    knowsTotals = counts.areStated
    // Whoever comes from elsewhere counts here, so that no catchment is too small.
    notices = proportional.notices.filter { $0.code != "flow-outside" } + counts.notices(flows.file)
  }

  /// The trusts of a layer in place of those of the flows: found by their codes. Trusts that the other side does not have are
  /// told with their patients.
  func matched(to layer: PreparedLayer) -> (membership: Membership, elsewhere: [Double], notices: [Notice]) {
    let places = layer.codeIndex.positions(of: trusts).positions
    let groups = places.map { $0.map { [$0] } ?? [] }
    var moved = [Double](repeating: 0, count: layer.count)
    for (trust, place) in places.enumerated() { if let place { moved[place] += elsewhere[trust] } }
    var notices: [Notice] = []
    let totals = membership.totals(patients)
    let lost = trusts.indices.filter { places[$0] == nil }
    if !lost.isEmpty {
      let sum = lost.reduce(0) { $0 + totals[$1] + elsewhere[$1] }
      notices.append(
        Notice(
          .warning, "trusts-without-area",
          "\(CodeList(lost.map { trusts[$0] })) \(Wording.form(lost.count, "has", "have")) \(MassUnit.patients.words(sum)) in the flows and \(Wording.form(lost.count, "is", "are")) not in \(layer.name)",
          about: lost.map { trusts[$0] }))
    }
    let silent = layer.codes.indices.filter { !places.contains($0) }
    if !silent.isEmpty {
      notices.append(
        Notice(
          .warning, "trusts-without-flow",
          "\(CodeList(silent.map { layer.codes[$0] })) of \(layer.name) \(Wording.form(silent.count, "has", "have")) no flow of patients",
          about: silent.map { layer.codes[$0] }))
    }
    return (membership.grouped(groups, count: layer.count), moved, notices)
  }
}

/// Patients by small area and trust, where the flows count them.
private struct Counts {
  let membership: Membership
  let patients: [Double]
  let elsewhere: [Double]
  /// Whether the file says of every small area how many patients it has.
  let areStated: Bool

  init(_ flows: FlowTable, bricks: [String], trusts: [String]) {
    let trustAt = Dictionary(zip(trusts, trusts.indices)) { first, _ in first }
    let places = CodeIndex(bricks).positions(of: flows.flows.map(\.brick)).positions
    let stated = CodeIndex(bricks).positions(of: flows.patients.keys.sorted()).positions
    var elsewhere = [Double](repeating: 0, count: trusts.count)
    var rows = [[(trust: Int, patients: Double)]](repeating: [], count: bricks.count)
    var told = [(patients: Double, proportion: Double)](repeating: (0, 0), count: bricks.count)
    for (flow, place) in zip(flows.flows, places) {
      guard let trust = trustAt[flow.trust], let count = flow.patients, count > 0 else { continue }
      guard let place else {
        elsewhere[trust] += count
        continue
      }
      rows[place].append((trust, count))
      told[place].patients += count
      told[place].proportion += flow.proportion
    }
    var totals = [Double](repeating: 0, count: bricks.count)
    for (code, place) in zip(flows.patients.keys.sorted(), stated) {
      if let place, let total = flows.patients[code] { totals[place] = max(totals[place], total) }
    }
    areStated = totals.indices.allSatisfy { totals[$0] > 0 }
    // Where no total is stated, the proportions say of how many the patients told are a part.
    patients = totals.indices.map { brick in
      let (known, share) = told[brick]
      if totals[brick] > 0 { return max(totals[brick], known) }
      return share > 0 ? max(known, known / share) : known
    }
    self.elsewhere = elsewhere
    let patients = patients
    membership = Membership(
      rows.enumerated().map { brick, row in
        row.sorted { $0.trust < $1.trust }.map {
          Membership.Share(unit: $0.trust, share: min(1, $0.patients / patients[brick]))
        }
      }, unitCount: trusts.count)
  }

  func notices(_ file: String) -> [Notice] {
    let sum = elsewhere.reduce(0, +)
    guard sum >= 0.5 else { return [] }
    return [
      Notice(
        .information, "patients-from-elsewhere",
        "\(file): \(MassUnit.patients.words(sum)) come from small areas that are not in the layer; they count for their trusts"
      )
    ]
  }
}
