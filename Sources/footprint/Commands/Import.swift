import ArgumentParser

/// Takes what other programs made into tables of a data package.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Workbooks as tables of a data package: Better Care Fund plans, flows of patients.",
    discussion: """
      Example:
        footprint import bcf workbooks -o england-2026
        footprint import flows catchments.ods -o flows.csv
        footprint import words -o words.csv
      """,
    subcommands: [ImportBCF.self, ImportFlows.self, ImportWords.self])

  /// The verbs below it that ask an analysis.
  static let verbs: [any AnalysisCommand.Type] = [ImportBCF.self, ImportWords.self]
}
