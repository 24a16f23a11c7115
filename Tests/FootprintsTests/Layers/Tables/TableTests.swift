import Footprints
import Testing

@Suite struct PopulationTableTests {
  private func read(_ text: String) throws -> PopulationTable {
    try PopulationTable(CSVTable(Array(text.utf8), file: "people.csv"))
  }

  @Test(arguments: [
    "code,population", "msoa_code,total_population", "LSOA11CD,All Ages", "geo_code,people",
    "GEOGRAPHY_CODE,Residents",
  ])
  func columnsAreFound(header: String) throws {
    let table = try read("\(header)\nE1,\"10,261\"\nE2,0\n")
    #expect(table.codes == ["E1", "E2"])
    #expect(table.people == [10261, 0])
  }

  @Test func repeatedAndMissingRowsAreReported() throws {
    let table = try read("code,people\nE1,5\nE1,5.0\nE2,\n,7\n E3 ,1\n")
    #expect(table.codes == ["E1", "E3"] && table.people == [5, 1])
    #expect(table.notices.map(\.code) == ["missing-population", "repeated-row"])
    #expect(table.notices[0].message.contains("lines 4, 5"))
  }

  @Test(arguments: ["-1", "nan", "inf", "1e400", "0x10", "many", "1,00", "1 000"])
  func nonsenseIsAnErrorWithItsLine(value: String) {
    let error = #expect(throws: FootprintsError.self) { try read("code,people\nE1,5\nE2,\"\(value)\"\n") }
    #expect(error?.place == "line 3" && error?.file == "people.csv")
  }

  @Test func contradictingRowsAreAnError() {
    let error = #expect(throws: FootprintsError.self) { try read("code,people\nE1,5\nE1,6\n") }
    #expect(
      error?.description
        == "people.csv: the population of E1 is 6 here and 5.0 above (line 3). Keep one row for each code.")
  }

  @Test(arguments: [
    ("row_code,code,age,people\n1,E1,0-64,6\n2,E1,65+,4\n3,E1,All,10\n4,E2,All,7\n", [10.0, 7]),
    ("code,sex,people\nE1,M,5\nE1,F,5\nE2,M,3\nE2,F,4\n", [10, 7]),
    ("code,sex,people\nE1,M,5\nE1,F,5\nE1,Persons,10\nE2,Persons,7\n", [10, 7]),
    ("code,C_SEX_CODE,C_SEX_NAME,people\nE1,0,All persons,10\nE1,1,Males,5\nE2,0,All persons,7\n", [10, 7]),
    (
      "code,age,sex,people\nE1,0-64,M,1\nE1,0-64,F,2\nE1,65 and over,M,3\nE1,65 and over,F,4\nE2,0-64,M,7\n",
      [10, 7]
    ),
    ("code,year,people\nE1,2019,9\nE1,2020,10\nE2,2020,7\n", [10, 7]),
    ("lsoa_code,lsoa_name,msoa_code,people\nL1,a,E1,6\nL2,b,E1,4\nL3,c,E2,7\n", [10, 7]),
    ("lsoa_code,sex,msoa_code,people\nL1,M,E1,3\nL1,F,E1,3\nL2,M,E1,4\nL3,F,E2,7\n", [10, 7]),
    // A name in another letter case is the same name.
    (
      "lsoa_code,lsoa_name,sex,msoa_code,people\nL1,Ash,M,E1,2\nL1,ASH,F,E1,3\nL3,Oak,F,E1,5\nL2,Elm,F,E2,7\n",
      [10, 7]
    ),
    // The largest and the smallest integer have no successor, or no predecessor.
    ("lsoa_code,msoa_code,people\n\(Int.max),E1,6\n2,E1,4\n3,E2,7\n", [10, 7]),
    ("lsoa_code,msoa_code,people\n1,E1,6\n\(Int.min),E1,4\n3,E2,7\n", [10, 7]),
  ])
  func everybodyIsCountedOnce(text: String, people: [Double]) throws {
    let table = try PopulationTable(
      CSVTable(Array(text.utf8), file: "people.csv"), bricks: CodeIndex(["E1", "E2"]))
    #expect(table.codes == ["E1", "E2"] && table.people == people)
    #expect(table.notices.allSatisfy { $0.severity == .information } && !table.notices.isEmpty)
  }

  @Test(arguments: [
    "lsoa_code,msoa_code,people\nL1,E1,10\nL2,E1,10\nL3,E2,7\n",
    "code,people,stat_code\nE1,10,a\nE1,10,b\nE2,7,c\n",
    "code,measure,people\nE1,residents,10\nE1,households,4\nE2,residents,7\n",
    "code,measure,people\nE1,residents,10\nE1,households,10\nE2,residents,7\n",
    "code,age,people\nE1,0-64,6\nE1,65+,4\nE1,75+,2\n",
    "code,sex,people\nE1,M,6\nE1,M,4\nE1,F,2\n",
  ])
  func whatMayNotBePartsIsRefused(text: String) throws {
    let error = #expect(throws: FootprintsError.self) {
      try PopulationTable(CSVTable(Array(text.utf8), file: "people.csv"), bricks: CodeIndex(["E1", "E2"]))
    }
    #expect(error?.kind == .badData && error?.place?.hasPrefix("line ") == true)
  }

  @Test(arguments: [
    ["Under 16", "16-64", "65+"], ["<16", "16 to 64", ">64"], ["<= 15", "16-64", ">= 65"],
    ["15 and under", "16-64", "65 and over"], ["0-15", "16-64", "Over 64"],
    ["Under 1", "1 to 15", "Aged 16"],
    ["0 to under 16", "16 to under 65", "65 or older"], ["up to 15", "16-64", "over \(Int.max)"],
  ])
  func agesThatTouchAreParts(ages: [String]) throws {
    let table = try read("code,age,people\n" + ages.map { "E1,\($0),5\n" }.joined())
    #expect(table.people == [15] && table.notices.map(\.code) == ["rows-added-up"])
  }

  @Test(arguments: [
    ["Under 17", "16-64"], ["16 and under", "16-64"], ["<=16", "16-64"], ["Under 1", "0"],
    ["16-64", "over 63"], ["16-65", "65 and over"], [">= 65", "66"], ["Under 5", "Under 16"],
    ["5 to under 17", "16"],
  ])
  func agesThatOverlapAreRefused(ages: [String]) {
    #expect(throws: FootprintsError.self) {
      try read("code,age,people\n" + ages.map { "E1,\($0),5\n" }.joined())
    }
  }

  /// Whether a column numbers the rows shows in the rows that count, wherever years and footnotes have left gaps.
  @Test(arguments: [
    "row_code,year,code,people\n1,2019,E1,10\n2,2020,E1,10\n3,2019,E1,9\n4,2020,E1,10\n5,2020,E2,7\n",
    "row_code,year,code,people\n1,2020,E1,10\n2,2020,E1,10\n3,2020,E2,7\nSource,,,\n",
  ])
  func numbersOfRowsAreNoParts(text: String) throws {
    let table = try PopulationTable(
      CSVTable(Array(text.utf8), file: "people.csv"), bricks: CodeIndex(["E1", "E2"]))
    #expect(table.people == [10, 7] && table.notices.contains { $0.code == "repeated-row" })
  }

  @Test func numbersOfSeveralYearsAreNamed() throws {
    let table = try read("code,year,people\nE1,2019,5\nE2,2020,7\n")
    #expect(table.people == [5, 7] && table.notices.map(\.code) == ["years-mixed"])
  }

  @Test(arguments: ["code,houses\nE1,5\n", "people,name\n5,x\n"]) func missingColumns(text: String) {
    let error = #expect(throws: FootprintsError.self) { try read(text) }
    #expect(error?.message.hasPrefix("there is no column") == true)
  }

  @Test(.enabled(if: RealTables.isPresent)) func realTable() throws {
    let table = try PopulationTable(RealTables.table("england-2021/msoa_population.csv"))
    #expect(table.codes.count == 7201)
    #expect(table.codes.first == "E02002483" && table.people.first == 10261)
    #expect(table.notices.isEmpty)
  }
}

@Suite struct FlowTableTests {
  private func read(_ text: String) throws -> FlowTable {
    try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"))
  }

  @Test(arguments: ["msoa_code,trust_code,proportion", "msoa,TrustCode,proportion", "MSOA11CD,trust,Share"])
  func columnsAreFound(header: String) throws {
    let table = try read("\(header)\nm1,T1,0.75\nm1,T2,0.25\n")
    #expect(
      table.flows == [
        .init(brick: "m1", trust: "T1", proportion: 0.75), .init(brick: "m1", trust: "T2", proportion: 0.25),
      ])
    #expect(table.notices.isEmpty)
  }

  @Test func proportionsComeFromPatientsWhereTheyMust() throws {
    let table = try read("trust_code,msoa_code,patients,total_patients\nT1,m1,30,40\nT2,m1,10,40\n")
    #expect(table.flows.map(\.proportion) == [0.75, 0.25])
    #expect(table.flows.map(\.patients) == [30, 10])
  }

  @Test func theLatestYearOfAllAdmissionsIsUsed() throws {
    let table = try read(
      """
      CatchmentYear,AdmissionType,msoa,TrustCode,proportion
      2018,All Admissions,m1,T1,0.1
      2019,Elective,m1,T1,0.2
      2019,All Admissions,m1,T1,0.3
      """)
    #expect(table.flows.map(\.proportion) == [0.3])
    #expect(table.notices.map(\.code) == ["year-chosen", "admissions-chosen"])
  }

  @Test func duplicatesOfMergedTrustsAreSummedAndRepetitionsAreNot() throws {
    // T1 has merged: one of its duplicates differs, so that its equal ones are two predecessors too.
    let table = try read(
      """
      msoa,trust,proportion
      m1,T1,0.5
      m1,T2,0.125
      m1,T1,0.25
      m2,T1,0.125
      m2,T1,0.125
      m1,T2,0.125
      """)
    #expect(
      table.flows == [
        .init(brick: "m1", trust: "T1", proportion: 0.75), .init(brick: "m1", trust: "T2", proportion: 0.125),
        .init(brick: "m2", trust: "T1", proportion: 0.25),
      ])
    #expect(table.notices.map(\.code) == ["duplicate-flow-summed", "duplicate-flow-repeated"])
    #expect(table.notices[0].message.contains("lines 4, 6"))
    #expect(table.notices[1].message.contains("line 7"))
  }

  @Test(arguments: [
    ("31/12/2018", "2020"), ("2018/19", "2019-20"), ("2019", "2019/20"), ("01/04/2019", "2019-04-02"),
    ("FY 2009 to 10", "2010"),
  ])
  func theLatestYearIsFoundByItsYear(early: String, late: String) throws {
    for rows in ["\(early),m1,T1,0.1\n\(late),m1,T1,0.3\n", "\(late),m1,T1,0.3\n\(early),m1,T1,0.1\n"] {
      for header in ["year", "Financial Year", "CatchmentYear"] {
        let table = try read("\(header),msoa,trust,proportion\n\(rows)")
        #expect(table.flows.map(\.proportion) == [0.3])
        #expect(table.notices.map(\.code) == ["year-chosen"])
      }
    }
  }

  @Test func oneYearInTwoSpellingsIsOne() throws {
    let table = try read("year,msoa,trust,proportion\n2019/20,m1,T1,0.1\n2019-20,m2,T1,0.3\n")
    #expect(table.flows.map(\.proportion) == [0.1, 0.3] && table.notices.isEmpty)
  }

  @Test func allAdmissionsAreNotAllOfOneKind() throws {
    let table = try read(
      """
      Admission Type,msoa,TrustCode,proportion
      All Elective,m1,T1,0.1
      All Emergency,m1,T1,0.2
      All admissions,m1,T1,0.3
      """)
    #expect(table.flows.map(\.proportion) == [0.3])
    let total = try read(
      "type,msoa,trust,proportion\nElective,m1,T1,0.1\nTotal,m1,T1,0.3\nAllergy,m1,T2,0.2\n")
    #expect(total.flows.map(\.proportion) == [0.3])
  }

  @Test func kindsWithoutATotalAreRefused() throws {
    for (header, one, other) in [
      ("type", "Elective", "Emergency"), ("age", "0-64", "65+"), ("age", "0", "65"), ("quarter", "1", "2"),
      ("stay", "day", "night"),
      ("age", "65+", "<65"), ("age", "1-4", "14"),
    ] {
      let rows = [one, other].flatMap { ["m1,T1,\($0),0.3", "m1,T2,\($0),0.4"] }
      let error = #expect(throws: FootprintsError.self) {
        try read("msoa,trust,\(header),proportion\n" + rows.joined(separator: "\n") + "\n")
      }
      #expect(error?.message.contains("of \(header) (\(one) and \(other))") == true)
    }
    // What each trust is, or what one of its hospitals is called, is no kind of flow.
    let text = "msoa,trust,type,site,proportion\nm1,T1,acute,S1,0.3\nm1,T1,acute,S2,0.3\nm1,T2,other,S3,0.4\n"
    #expect(try read(text).flows.map(\.proportion) == [0.6, 0.4])
  }

  /// The word of totals is found however it is written, and a kind in two letter cases is one.
  @Test(arguments: ["All ages", "ALL-AGES", "all_ages", "Grand total"]) func kindsDifferByTheirPunctuation(
    all: String
  )
    throws
  {
    let table = try read(
      "msoa,trust,age,proportion\nm1,T1,<65,0.3\nm1,T1,65+,0.2\nm1,T1,\(all),0.5\nm1,T2,\(all),0.25\n")
    #expect(table.flows.map(\.proportion) == [0.5, 0.25])
    #expect(table.notices.map(\.message) == ["flows.csv: of 3 values of age, \(all) is used"])
    let cases = try read("msoa,trust,type,proportion\nm1,T1,Emergency,0.5\nm1,T2,EMERGENCY ,0.25\n")
    #expect(cases.flows.map(\.proportion) == [0.5, 0.25] && cases.notices.isEmpty)
  }

  @Test func onlyRowsEqualInEveryCellAreRepetitions() throws {
    let table = try read(
      "msoa,site,trust,proportion\nm1,S1,T1,0.25\nm1,S2,T1,0.25\nm1,S3,T2,0.125\nm1,S3,T2,0.125\n")
    #expect(table.flows.map(\.proportion) == [0.5, 0.125])
    #expect(table.notices.map(\.code) == ["duplicate-flow-summed", "duplicate-flow-repeated"])
  }

  @Test(arguments: ["Total", "ALL", "England", "Sub-total", "Grand totals", "RZZ"])
  func aRowOfAllTrustsIsLeftOut(name: String) throws {
    let table = try read(
      "msoa,trust,proportion\nm1,T1,0.75\nm1,T2,0.25\nm2,T2,0.5\nm1,\(name),1\nm2,\(name),1\n")
    #expect(Set(table.flows.map(\.trust)) == ["T1", "T2"])
    #expect(table.notices.map(\.code) == ["total-left-out"])
    #expect(table.notices[0].message.contains(name))
  }

  @Test func oneCodeInTwoSpellingsIsOneTrust() throws {
    let text = "msoa,trust,proportion\nm1,t1,0.25\nm1,T1,0.5\nm2,\u{A0}T1,0.125\nM2,T2,0.125\nm2,T2,0.125\n"
    let table = try FlowTable(CSVTable(Array(text.utf8), file: "flows.csv"), bricks: CodeIndex(["m1", "m2"]))
    #expect(
      table.flows == [
        .init(brick: "m1", trust: "T1", proportion: 0.75), .init(brick: "m2", trust: "T1", proportion: 0.125),
        .init(brick: "m2", trust: "T2", proportion: 0.125),
      ])
    #expect(
      table.notices.map(\.code) == [
        "codes-respelt", "codes-respelt", "duplicate-flow-summed", "duplicate-flow-repeated",
      ])
  }

  @Test(arguments: ["1.01", "75", "-0.1", "nan", "x"]) func badProportions(value: String) {
    let error = #expect(throws: FootprintsError.self) { try read("msoa,trust,proportion\nm1,T1,\(value)\n") }
    #expect(error?.place == "line 2")
  }

  @Test func sumsAboveOneAreReported() throws {
    let table = try read("msoa,trust,proportion\nm1,T1,0.75\nm1,T2,0.5\nm2,T1,1\n")
    #expect(table.notices.map(\.code) == ["proportions-above-one"])
    #expect(
      table.notices[0].message.contains(
        "the proportions of 1 small area sum to more than 100%, the most those of m1 with 125%"))
  }

  @Test(.enabled(if: RealTables.isPresent)) func realTable() throws {
    let table = try FlowTable(RealTables.table("england-2021/trust_msoa_flows.csv"))
    #expect(table.flows.count == 60_187)
    #expect(table.notices.isEmpty)
  }

  @Test(.enabled(if: RealTables.isPresent)) func realTableWithDuplicates() throws {
    let raw = try RealTables.table("awkward/trust_msoa_duplicate_keys.csv")
    let table = try FlowTable(raw)
    #expect(raw.count == 62_662)
    #expect(table.flows.count == 62_662 - 3_002)
    #expect(table.notices.map(\.code).contains("duplicate-flow-summed"))
    #expect(!table.notices.map(\.code).contains("proportions-above-one"))
    // 0.871551724137931 + 0.0254310344827586, from the file.
    let flow = try #require(table.flows.first { $0.brick == "E02003494" && $0.trust == "RXH" })
    #expect(agree(flow.proportion, 0.8969827586206896))
  }
}

@Suite struct LookupTableTests {
  private let text = "lsoa11_code,ccg21_code,ltla21_code\nL1,C1,D1\nL2,C1,D2\nL3,C2,D2\nL4,,D3\n"

  @Test func columnsAreFoundByTheirValues() throws {
    let table = try LookupTable(CSVTable(Array(text.utf8), file: "lookup.csv"))
    #expect(table.columns(fitting: CodeIndex(["C1", "C2", "C9"])) == [1])
    #expect(table.columns(fitting: CodeIndex(["D1", "D2"])) == [2])
    #expect(table.columns(fitting: CodeIndex(["l1", "L2 ", "L3"])) == [0])
    #expect(table.columns(fitting: CodeIndex(["D1", "X"])).isEmpty)
    // Of a larger region, and of a smaller one.
    #expect(table.columns(fitting: CodeIndex(["D1"])) == [2])
    #expect(table.columns(fitting: CodeIndex(["C1", "C2"] + (3...99).map { "C\($0)" })) == [1])
  }

  @Test(.enabled(if: RealTables.isPresent)) func theOfficialLookupHas343Pairs() throws {
    let table = try LookupTable(RealTables.table("england-2021/lookup_lsoa_ccg_stp_ltla.csv"))
    #expect(table.codes[0].count == 32_844)
    let groups = try #require(table.columns(fitting: CodeIndex(table.codes[1])).first)
    #expect(table.columns[groups] == "ccg21_code")
    #expect(Set(zip(table.codes[1], table.codes[3]).map { "\($0) \($1)" }).count == 343)
  }
}

@Suite struct OrganisationTableTests {
  @Test func namesByCode() throws {
    let text = "code,name,kind\nR1,\"Riverside, the Trust\",trust\nR1,Other,trust\nR2,Moor,\n"
    let table = try OrganisationTable(CSVTable(Array(text.utf8), file: "orgs.csv"))
    #expect(table.names == ["R1": "Riverside, the Trust", "R2": "Moor"])
    #expect(table.organisations.map(\.kind) == ["trust", ""])
    #expect(table.notices.map(\.code) == ["duplicate-code"])
  }

  @Test(.enabled(if: RealTables.isPresent)) func realTable() throws {
    let table = try OrganisationTable(RealTables.table("england-2021/organisations.csv"))
    #expect(table.organisations.count == 218)
    #expect(table.names["R0A"] == "Manchester University NHS Foundation Trust")
  }
}
