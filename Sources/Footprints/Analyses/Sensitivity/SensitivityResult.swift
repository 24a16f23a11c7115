/// The conclusions of several answers to one question, side by side.
public struct SensitivityResult: AnalysisResult {
  /// One answer.
  struct Run: Sendable {
    /// What was set otherwise; nil for the question as it was asked.
    let setting: Setting?
    let unit: MassUnit
    let settings: [Setting]
    let conclusions: [Conclusion]
    /// Whether it says anything about a policy test, tier or side.
    let speaks: @Sendable (String) -> Bool

    init(_ setting: Setting?, _ result: any ConcludingResult) {
      self.setting = setting
      speaks = { result.speaks(of: $0) }
      (unit, settings, conclusions) = (result.countedUnit, result.settings, result.conclusions)
    }
  }

  /// An answer that there is not.
  struct NotRun: Sendable {
    let setting: Setting
    let reason: String
  }

  /// The analysis that was asked.
  let analysis: String
  /// What it was asked about.
  let asked: String
  let runs: [Run]
  let notRun: [NotRun]
  /// What was to be varied; everything when empty.
  let varied: [String]
  /// The names of the answers: `weights=area`; that of the question as it was asked is the value of what is varied where that is
  /// one thing, else `as asked`.
  let names: [String]
  /// All conclusions.
  let conclusions: [Row]
  /// Those listed.
  private(set) var listed: [Row]

  init(analysis: String, asked: String, runs: [Run], notRun: [NotRun], varied: [String]) {
    (self.analysis, self.asked, self.runs, self.notRun, self.varied) = (analysis, asked, runs, notRun, varied)
    let only = varied.count == 1 ? runs.first?.settings.first { $0.name == varied[0] } : nil
    names = runs.map { $0.setting?.text ?? only?.text ?? "as asked" }
    conclusions = Row.all(runs, names)
    listed = conclusions
  }

  /// A conclusion with its answer in every run.
  struct Row: Sendable {
    /// An answer of one run.
    struct Answer: Sendable {
      let run: String
      let answer: String
      let words: String
      let value: Double?
    }

    /// The statement as it was first made.
    let conclusion: Conclusion
    /// The answers, one for each run; nil for one that says nothing about it.
    let answers: [Answer?]
    /// The people concerned; nil where no run counts them.
    let people: Double?

    /// The runs whose answer differs from that of the first run that has one.
    var flips: [Answer] {
      let known = answers.compactMap(\.self)
      return known.filter { $0.answer != known[0].answer }
    }

    /// Every statement of any run: those that flip first, then those within reach, then by people.
    static func all(_ runs: [Run], _ names: [String]) -> [Row] {
      var order: [Conclusion.Key] = []
      var firsts: [Conclusion.Key: Conclusion] = [:]
      var people: [Conclusion.Key: Double] = [:]
      var places: [[Conclusion.Key: Conclusion]] = []
      for run in runs {
        var own: [Conclusion.Key: Conclusion] = [:]
        for conclusion in run.conclusions {
          let key = conclusion.key
          own[key] = conclusion
          if firsts[key] == nil {
            firsts[key] = conclusion
            order.append(key)
          }
          if run.unit == .people, people[key] == nil, let mass = conclusion.mass { people[key] = mass }
        }
        places.append(own)
      }
      let rows = order.compactMap { key -> Row? in
        guard let first = firsts[key] else { return nil }
        let answers = places.indices.map { run -> Answer? in
          if let one = places[run][key] {
            return Answer(run: names[run], answer: one.answer, words: one.words, value: one.value)
          }
          guard runs[run].speaks(first.detail) else { return nil }
          return first.absent.map { Answer(run: names[run], answer: $0, words: $0, value: nil) }
        }
        return Row(conclusion: first, answers: answers, people: people[key])
      }
      return rows.indices.sorted { one, other in
        func rank(_ row: Row) -> Int { row.flips.isEmpty ? row.conclusion.isWithinReach ? 1 : 2 : 0 }
        let (a, b) = (rows[one], rows[other])
        return (rank(a), -(a.people ?? 0), one) < (rank(b), -(b.people ?? 0), other)
      }.map { rows[$0] }
    }
  }

  /// Who the conclusions are about.
  public var listable: [NamedCode] {
    conclusions.flatMap { [$0.conclusion.subject, $0.conclusion.other].compactMap(\.self) }
  }

  /// Those that flip count most.
  public mutating func list(_ choice: inout RowChoice) {
    listed = choice.rows(listed, Self.rowFields(names)) { [$0.conclusion.subject, $0.conclusion.other] }
  }
}
