/// How many different ways of running one process the plans of a trust prescribe.
///
/// A plan's configuration is the set of what its matched schemes prescribe: sub-type, the High Impact Changes
/// of the process, and the model of the service. Two plans have the same configuration when these sets are equal,
/// whatever the letter case; a trust that serves both can then run one process. Maturity and dates say how far a
/// scheme has come, not how the process is run, and distinguish nothing. Of two schemes, one may say what the other
/// leaves out: that is a difference. A scheme that says none of the three prescribes nothing, and a plan with no other
/// scheme is in ``unstated``, not among the configurations.
public struct Configurations: Sendable, Equatable {
  /// What one scheme prescribes.
  public struct Prescription: Sendable, Hashable {
    /// The sub-type of the scheme; empty where it has none.
    public let subtype: String
    /// The High Impact Changes of the process that the scheme implements.
    public let changes: [Int]
    /// The model of the service; empty where the file does not say.
    public let configuration: String
  }

  /// One configuration with the plans that prescribe it.
  public struct Variant: Sendable, Equatable {
    /// What is prescribed, in words of the first plan that has it.
    public let prescriptions: [Prescription]
    /// The identifiers of the plans.
    public let plans: [String]
    /// The people that the plans share with the trust.
    public let population: Double
  }

  /// The configurations, by descending population.
  public let variants: [Variant]
  /// The identifiers of the plans whose matched schemes do not say how the process is run.
  public let unstated: [String]
  /// How many there are.
  public var distinct: Int { variants.count }
  /// How many plans have one.
  public var stated: Int { variants.reduce(0) { $0 + $1.plans.count } }
  /// Their effective number: exp of the Shannon entropy of the people under each, so that a configuration
  /// for a few people counts little. 0 where there is none.
  public let effective: Double

  /// Groups plans, which are in the order of their identifiers and have matched schemes.
  init(_ plans: [ImpactedPlan], process: ProcessChange) {
    var places: [[Prescription]: Int] = [:]
    var groups: [(prescriptions: [Prescription], plans: [String], population: Double)] = []
    var unstated: [String] = []
    for plan in plans where !plan.schemes.isEmpty {
      let prescriptions = plan.schemes.map { match in
        Prescription(
          subtype: match.scheme.subtype, changes: match.scheme.changes.filter(process.changes.contains),
          configuration: match.scheme.configuration)
      }
      let key = Set(prescriptions.map(\.comparable).filter { !$0.isEmpty }).sorted()
      if key.isEmpty {
        unstated.append(plan.plan.id)
        continue
      }
      if let place = places[key] {
        groups[place].plans.append(plan.plan.id)
        groups[place].population += plan.sharedPopulation
      } else {
        places[key] = groups.count
        groups.append((prescriptions, [plan.plan.id], plan.sharedPopulation))
      }
    }
    let variants = groups.map {
      Variant(prescriptions: $0.prescriptions, plans: $0.plans, population: $0.population)
    }
    self.unstated = unstated
    self.variants = variants.sorted {
      ($1.population, $0.plans[0]) < ($0.population, $1.plans[0])
    }
    let total = self.variants.reduce(0) { $0 + $1.population }
    effective =
      variants.isEmpty
      ? 0 : effectiveNumber(entropy: entropy(of: self.variants.lazy.map(\.population), total: total))
  }
}

extension Configurations.Prescription: Comparable {
  /// The same without differences of letter case and punctuation.
  fileprivate var comparable: Self {
    func plain(_ text: String) -> String { text.phrase.joined(separator: " ") }
    return Self(subtype: plain(subtype), changes: changes, configuration: plain(configuration))
  }

  /// Whether it says nothing.
  fileprivate var isEmpty: Bool { subtype.isEmpty && changes.isEmpty && configuration.isEmpty }

  /// By sub-type, then model and changes.
  public static func < (a: Self, b: Self) -> Bool {
    let (x, y) = ((a.subtype, a.configuration), (b.subtype, b.configuration))
    return x == y ? a.changes.lexicographicallyPrecedes(b.changes) : x < y
  }
}
