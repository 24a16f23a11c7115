/// The words, as keys, by which rows of tables say that they are about several others together.
enum SumWords {
  /// Sums of whatever the rows are.
  static let totals = ["total", "totals", "grandtotal", "grandtotals"]

  /// Sums of some of the rows, which stand for nothing that a row may be chosen for.
  static let subtotals = ["subtotal", "subtotals"]

  /// All kinds of admissions, or all people, the clearest first.
  static let kinds =
    ["alladmissions", "alladmission", "alladmissiontypes", "alltypes", "totaladmissions", "all"] + totals + [
      "sum", "allages", "allagegroups", "allusualresidents", "allpersons", "persons", "people", "allpatients",
      "both", "bothsexes", "everyone",
    ]

  /// What stands where the code of a trust does, for all of them.
  static let trusts = Set(totals + subtotals + ["all", "sum", "alltrusts", "england", "national"])

  /// What follows such a word where it says what is summed; anything else makes a name of it, such as "Total Wraparound
  /// Care".
  private static let of: Set<String> = ["for", "of", "all", "schemes", "expenditure", "spend"]

  /// Whether words begin with those of a sum: "Total", "Sub-total for carers", "Grand total".
  static func beginSum(_ words: some Collection<String>) -> Bool {
    let sums = totals + subtotals
    return [1, 2].contains { count in
      sums.contains(words.prefix(count).joined())
        && words.dropFirst(count).first.map(of.contains) ?? true
    }
  }
}
