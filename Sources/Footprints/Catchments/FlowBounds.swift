/// Between which parts of each small area's patients each trust can have, where small flows are suppressed and proportions are
/// rounded.
///
/// OHID publishes no flow of fewer than 8 patients, and proportions with three decimals. A trust that is not told for a small
/// area can have up to 7 of its patients there, and no more than are missing; one that is told is known to half a unit of
/// the last decimal, or exactly where patients and their total are given.
package struct FlowBounds: Sendable {
  /// Flows of fewer patients are not published. Source: OHID, "NHS Acute (Hospital) Trust Catchment Populations", methodology.
  package static let suppressedBelow = 8.0
  /// The fewest decimals that proportions are taken to have: those of a file with fewer may have lost zeroes.
  private static let fewestDecimals = 3

  /// The trusts that have any flow, by code.
  package let trusts: [String]
  /// The trusts told for each small area, with the least and the most they can have there.
  private let rows: [[(trust: Int, low: Double, high: Double)]]
  /// The most that a trust can have which is not told for a small area.
  private let absent: [Double]

  /// Works out what each small area leaves open.
  package init(_ flows: FlowTable, bricks: [String]) {
    trusts = Set(flows.flows.map(\.trust)).sorted()
    let trustAt = Dictionary(zip(trusts, trusts.indices)) { first, _ in first }
    let places = CodeIndex(bricks).positions(of: flows.flows.map(\.brick)).positions
    let codes = flows.patients.keys.sorted()
    var totals = [Double](repeating: 0, count: bricks.count)
    for (code, place) in zip(codes, CodeIndex(bricks).positions(of: codes).positions) {
      if let place, let total = flows.patients[code] { totals[place] = max(totals[place], total) }
    }
    let half = Self.rounding(of: flows)
    var rows = [[(trust: Int, low: Double, high: Double)]](repeating: [], count: bricks.count)
    for (flow, place) in zip(flows.flows, places) {
      guard let place, let trust = trustAt[flow.trust] else { continue }
      if let patients = flow.patients, totals[place] > 0 {
        // Both what patients say and what the proportion says, which is rounded, so that either is within.
        let share = min(1, patients / totals[place])
        rows[place].append((trust, min(share, flow.proportion), min(1, max(share, flow.proportion))))
      } else {
        rows[place].append((trust, max(0, flow.proportion - half), min(1, flow.proportion + half)))
      }
    }
    absent = rows.indices.map { brick in
      // Nothing is told of it at all: it may be anybody's.
      if rows[brick].isEmpty { return 1 }
      let missing = max(0, 1 - rows[brick].reduce(0) { $0 + $1.low })
      // Where patients are exact what is left of rounding is no patient.
      if totals[brick] > 0, missing * totals[brick] < 0.5 { return 0 }
      return totals[brick] > 0 ? min(missing, (Self.suppressedBelow - 1) / totals[brick]) : missing
    }
    if flows.isPutTogether {
      // One of several trusts that are one now may be told and another suppressed.
      for brick in rows.indices {
        for place in rows[brick].indices {
          rows[brick][place].low = max(0, rows[brick][place].low - half)
          rows[brick][place].high = min(1, rows[brick][place].high + half + absent[brick])
        }
      }
    }
    self.rows = rows
  }

  /// Half a unit of the last decimal of the proportions of a file; 0 where they have more than six.
  private static func rounding(of flows: FlowTable) -> Double {
    var (decimals, scale) = (0, 1.0)
    for flow in flows.flows {
      while abs((flow.proportion * scale).rounded() - flow.proportion * scale) > 1e-6 {
        (decimals, scale) = (decimals + 1, scale * 10)
        if decimals > 6 { return 0 }
      }
    }
    while decimals < fewestDecimals { (decimals, scale) = (decimals + 1, scale * 10) }
    return 0.5 / scale
  }

  /// Between which shares of each small area the catchment of a trust can have.
  ///
  /// - Parameters:
  ///   - trust: its position in ``trusts``.
  ///   - method: first past the post, threshold or proportional.
  ///   - threshold: the proportion at or above which a small area belongs to a catchment by threshold.
  package func shares(
    of trust: Int, by method: CatchmentMethod, threshold: Double
  ) -> (low: [Double], high: [Double]) {
    var (low, high) = ([Double](repeating: 0, count: rows.count), [Double](repeating: 0, count: rows.count))
    for brick in rows.indices {
      var own = (0.0, absent[brick])
      // Another that is not told can have as much as one that is not told.
      var (least, most) = (0.0, trusts.count > 1 ? absent[brick] : 0)
      for row in rows[brick] {
        if row.trust == trust {
          own = (row.low, row.high)
        } else {
          (least, most) = (max(least, row.low), max(most, row.high))
        }
      }
      switch method {
      case .fptp:
        low[brick] = own.0 > most ? 1 : 0
        high[brick] = own.1 > 0 && own.1 >= least ? 1 : 0
      case .threshold:
        low[brick] = own.0 >= threshold ? 1 : 0
        high[brick] = own.1 >= threshold ? 1 : 0
      case .proportional, .layer, .voronoi: (low[brick], high[brick]) = own
      }
    }
    return (low, high)
  }
}

extension FlowTable {
  /// Whether flows of several rows were added up, as for trusts that have merged.
  fileprivate var isPutTogether: Bool {
    notices.contains { ["succeeded", "duplicate-flow-summed"].contains($0.code) }
  }
}

/// Between which values a trust's shares can lie, given what its flows leave open.
package struct ShareBounds: Sendable, Equatable {
  /// Of the share of the trust that lies in an area.
  package let ofTrust: ClosedRange<Double>
  /// Of the share of the area that lies in the trust's catchment.
  package let ofArea: ClosedRange<Double>

  /// Bounds from the least and the most of each small area that the trust can have.
  ///
  /// - Parameters:
  ///   - low: the least.
  ///   - high: the most.
  ///   - area: the share of each small area that counts in the area, 0...1.
  ///   - masses: the people, or patients, of each small area.
  ///   - elsewhere: what the trust has outside all small areas.
  package init(low: [Double], high: [Double], area: [Double], masses: [Double], elsewhere: Double = 0) {
    var (least, most, leastOutside, mostOutside, all) = (0.0, 0.0, elsewhere, elsewhere, 0.0)
    for (brick, mass) in masses.enumerated() {
      let inside = min(1, area[brick])
      least += mass * low[brick] * inside
      most += mass * high[brick] * inside
      leastOutside += mass * low[brick] * (1 - inside)
      mostOutside += mass * high[brick] * (1 - inside)
      all += mass * inside
    }
    func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      min(low, high)...min(1, max(low, high))
    }
    // The more inside and the less outside, the larger the share.
    ofTrust = range(ratio(least, least + mostOutside), ratio(most, most + leastOutside))
    ofArea = range(ratio(least, all), ratio(most, all))
  }
}
