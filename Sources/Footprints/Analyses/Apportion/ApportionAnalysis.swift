/// The numbers of a table on the areas of one layer, re-expressed on those of another.
public enum ApportionAnalysis: Analysis {
  /// `apportion`.
  public static let name = "apportion"
  /// What it answers.
  public static let summary =
    "The numbers of a table about the areas of one layer, re-expressed on those of another: nothing lost, money to the penny."

  /// Reads the table, compares the layers and shares the numbers out.
  public static func run(
    _ request: ApportionRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> ApportionResult {
    let comparison = try enquiry.compare(request.comparison)
    let numbers = try AreaNumbers(
      enquiry.table(named: request.table), request.columns, of: comparison.x.areaCodes)
    enquiry.note(numbers.notices)
    let published = try request.published.map { (name) throws(FootprintsError) in
      try PublishedAmounts(
        enquiry.table(named: name), columns: numbers.columns, x: comparison.x, y: comparison.y)
    }
    enquiry.note(published?.notices ?? [])
    let apportioning = Apportioning(
      numbers, by: comparison.matrix, of: comparison.x.areaCodes,
      published: published?.amounts ?? [:])
    enquiry.note(apportioning.notices)
    let result = ApportionResult(
      request: request, comparison: comparison, numbers: numbers, rows: apportioning.rows)
    if comparison.hasOverlappingUnits {
      enquiry.note([
        Notice(
          .warning, "areas-overlap",
          "areas of one of the layers overlap each other: counts in common ground count in each, so that sums differ; pounds are divided once"
        )
      ])
    }
    return result
  }
}
