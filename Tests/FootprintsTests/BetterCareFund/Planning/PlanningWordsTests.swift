import Testing

@testable import Footprints

@Suite struct PlanningWordsTests {
  @Test(arguments: [
    ("Bed based intermediate Care Services", "Intermediate Care Services"),
    ("Bed-based intermediate care", "Intermediate Care Services"), ("Carers Services", "Carers Services"),
    ("Wider prevention", "Prevention / Early Intervention"),
    ("Discharge support and infrastructure", "HICM for Managing Transfer of Care"),
    ("11. Home-based intermediate care services", "Intermediate Care Services"),
  ])
  func typesOfAllYearsBelongToFamilies(type: String, family: String) {
    #expect(PlanningWords.standard.meaning(of: type, .type) == family)
  }

  @Test func unknownWordsMeanNothing() {
    #expect(PlanningWords.standard.meaning(of: "Magic", .type) == nil)
    #expect(PlanningWords.standard.meaning(of: "", .type) == nil)
    #expect(PlanningWords.standard.meaning(of: "Previously entered expenditure", .expenditure) == nil)
  }

  @Test func theLongestWordsCount() {
    let words = PlanningWords.standard
    #expect(words.meaning(of: "Please specify if 'Scheme Type' is 'Other'", .expenditure) == "type_other")
    #expect(
      words.meaning(of: "DFG breakdown for two-tier areas only (where applicable)", .contribution)
        == "dfgBreakdown")
    #expect(words.meaning(of: "Additional ICB Contribution", .contribution) == "nhsAdditional")
  }

  @Test func aTableOfOnesOwnTakesTheirPlace() throws {
    let table = try CSVTable(
      Array(
        "subject,meaning,words,years,verified\ntype,Residential Placements,Magic; Wonder,2030-31,true\n".utf8),
      file: "w.csv")
    let words = try PlanningWords(table)
    #expect(
      words.meaning(of: "Wonder", .type) == "Residential Placements" && words.entries.allSatisfy(\.isVerified)
    )
    let wrong = try CSVTable(Array("subject,meaning,words\nbogus,a,b\n".utf8), file: "w.csv")
    #expect(throws: FootprintsError.self) { try PlanningWords(wrong) }
  }
}
