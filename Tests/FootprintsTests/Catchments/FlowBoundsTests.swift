import Footprints
import Testing

/// What suppressed and rounded flows leave open holds the truth.
@Suite struct FlowBoundsTests {
  /// True flows, made up: patients of each small area by trust.
  private struct Truth {
    let patients: [[Int]]
    let people: [Double]
    let plan: [Double]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let (bricks, trusts) = (Int.random(in: 1...40, using: &random), Int.random(in: 1...7, using: &random))
      patients = (0..<bricks).map { _ in
        (0..<trusts).map { _ in
          switch Int.random(in: 0..<6, using: &random) {
          case 0, 1: 0
          case 2, 3: Int.random(in: 1...9, using: &random)
          case 4: Int.random(in: 8...60, using: &random)
          default: Int.random(in: 100...1500, using: &random)
          }
        }
      }
      people = (0..<bricks).map { _ in Double(Int.random(in: 0...9000, using: &random)) }
      plan = (0..<bricks).map { _ in Bool.random(using: &random) ? 1 : 0 }
    }

    /// The proportion of a trust in a small area; 0 where nobody is a patient.
    func share(_ brick: Int, _ trust: Int) -> Double {
      let total = patients[brick].reduce(0, +)
      return total > 0 ? Double(patients[brick][trust]) / Double(total) : 0
    }

    /// What each small area counts in a trust's catchment. Of equal trusts the first wins.
    func catchment(_ trust: Int, _ method: CatchmentMethod, _ threshold: Double) -> [Double] {
      patients.indices.map { brick in
        let own = patients[brick][trust]
        switch method {
        case .fptp:
          let most = patients[brick].max() ?? 0
          return own > 0 && patients[brick].firstIndex(of: most) == trust ? 1 : 0
        case .threshold: return share(brick, trust) >= threshold ? 1 : 0
        default: return share(brick, trust)
        }
      }
    }

    /// The table as published: no flow below 8, proportions to three decimals.
    func published(patients counted: Bool, totals: Bool) -> String {
      var text =
        "msoa_code,trust_code,proportion" + (counted ? ",patients" : "") + (totals ? ",total_patients" : "")
      for (brick, row) in patients.enumerated() {
        let total = row.reduce(0, +)
        for (trust, count) in row.enumerated() where count >= 8 {
          let thousandths = Int((share(brick, trust) * 1000).rounded())
          text += "\nB\(brick + 10),T\(trust),\(Double(thousandths) / 1000)"
          if counted { text += ",\(count)" }
          if totals { text += ",\(total)" }
        }
      }
      return text + "\n"
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>) func holdTheTruth(seed: UInt64) throws {
    let truth = Truth(seed: seed)
    for (counted, totals) in [(false, false), (true, false), (false, true), (true, true)] {
      let text = truth.published(patients: counted, totals: totals)
      // A table without a row is no table of flows.
      guard text.contains("B") else { continue }
      let flows = try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"))
      let bounds = FlowBounds(flows, bricks: truth.patients.indices.map { "B\($0 + 10)" })
      for (place, code) in bounds.trusts.enumerated() {
        let trust = try #require(Int(code.dropFirst()))
        for (method, threshold) in [
          (CatchmentMethod.fptp, 0.0), (.proportional, 0), (.threshold, 0.3), (.threshold, 0.05),
        ] {
          let which: Comment =
            "seed \(seed), patients \(counted), totals \(totals), \(code), \(method.rawValue)"
          let (low, high) = bounds.shares(of: place, by: method, threshold: threshold)
          let real = truth.catchment(trust, method, threshold)
          for brick in real.indices {
            #expect(
              low[brick] <= real[brick] + 1e-12 && real[brick] <= high[brick] + 1e-12,
              "\(which), B\(brick + 10)")
          }
          // People of the catchment, and the share of it in a plan and of the plan in it.
          let masses = truth.people
          func sum(_ shares: [Double], in area: [Double]) -> Double {
            shares.indices.reduce(0) { $0 + masses[$1] * shares[$1] * area[$1] }
          }
          let everywhere = masses.map { _ in 1.0 }
          let (all, inside) = (sum(real, in: everywhere), sum(real, in: truth.plan))
          let shares = ShareBounds(low: low, high: high, area: truth.plan, masses: masses)
          if all > 0 { #expect(shares.ofTrust.holds(inside / all), which) }
          let plan = sum(everywhere, in: truth.plan)
          if plan > 0 { #expect(shares.ofArea.holds(inside / plan), which) }
        }
      }
    }
  }

  @Test func exactFlowsLeaveNothingOpen() throws {
    let text = "msoa,TrustCode,proportion,patients,total_patients\nm1,T1,0.75,75,100\nm1,T2,0.25,25,100\n"
    let flows = try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"))
    let bounds = FlowBounds(flows, bricks: ["m1"])
    let (low, high) = bounds.shares(of: 0, by: .proportional, threshold: 1)
    #expect(low == [0.75] && high == [0.75])
  }

  @Test func whatIsSuppressedIsAtMostSeven() throws {
    // Ten of a thousand patients are missing; another trust has up to seven of them.
    let text =
      "msoa,TrustCode,proportion,patients,total_patients\nm1,T1,0.99,990,1000\nm2,T1,0.5,500,1000\nm2,T2,0.5,500,1000\n"
    let flows = try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"))
    let bounds = FlowBounds(flows, bricks: ["m1", "m2", "m3"])
    let (low, high) = bounds.shares(of: 1, by: .proportional, threshold: 1)
    // Of m3 nothing is told at all.
    #expect(low == [0, 0.5, 0] && high == [0.007, 0.5, 1])
    // Neither surely wins m2; m1 is surely T1's.
    let first = bounds.shares(of: 0, by: .fptp, threshold: 1)
    #expect(first.low == [1, 0, 0] && first.high == [1, 1, 1])
    let second = bounds.shares(of: 1, by: .fptp, threshold: 1)
    #expect(second.low == [0, 0, 0] && second.high == [0, 1, 1])
  }

  /// A share grows with what is inside and falls with what is outside, patients from elsewhere among it.
  @Test func boundsOfAShareByHand() {
    let bounds = ShareBounds(
      low: [0.2, 0.4], high: [0.3, 0.5], area: [1, 0], masses: [1000, 1000], elsewhere: 100)
    // 200 inside with 500 and 100 outside; 300 inside with 400 and 100 outside.
    #expect(agree(bounds.ofTrust.lowerBound, 0.25) && agree(bounds.ofTrust.upperBound, 0.375))
    #expect(agree(bounds.ofArea.lowerBound, 0.2) && agree(bounds.ofArea.upperBound, 0.3))
  }
}

extension ClosedRange<Double> {
  /// Whether it holds a number, up to the last digits.
  fileprivate func holds(_ value: Double) -> Bool {
    lowerBound <= value + 1e-12 && value <= upperBound + 1e-12
  }
}
