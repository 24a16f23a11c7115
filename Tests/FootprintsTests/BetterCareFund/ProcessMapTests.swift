import Footprints
import Testing

@Suite struct ProcessMapTests {
  @Test func theStandardListIsComplete() throws {
    let map = ProcessMap.standard
    #expect(map.processes.count == 11)
    #expect(Set(map.processes.flatMap(\.changes)) == Set(1...9))
    let step = try map.process(named: "Step Down Beds")
    #expect(
      step.changes == [4] && step.conditions == ["NC3", "NC4"] && step.metrics == ["DTOC", "reablement"])
    #expect(try map.process(named: "admission-avoidance").changes == [])
  }

  @Test func anUnknownProcessGetsTheNearest() {
    let error = #expect(throws: FootprintsError.self) {
      try ProcessMap.standard.process(named: "discharge-to-asess")
    }
    #expect(
      error?.description == "unknown process 'discharge-to-asess'. Did you mean discharge-to-assess?")
    #expect(error?.kind == .usage)
  }

  @Test(
    arguments: [
      ("d2a", "discharge-to-assess"), ("D2A", "discharge-to-assess"), ("home first", "discharge-to-assess"),
      ("Discharge to Assess", "discharge-to-assess"), ("Home First", "discharge-to-assess"),
      ("EDD", "expected-date-of-discharge"), ("idt", "integrated-discharge-team"), ("ta", "trusted-assessor"),
      ("trusted assessors", "trusted-assessor"), ("7 day discharge", "seven-day-discharge"),
      ("Seven-day services", "seven-day-discharge"), ("step down", "step-down-beds"),
      ("EHCH", "care-home-in-reach"), ("patient’s choice", nil), ("", nil), ("-", nil),
    ] as [(String, String?)])
  func usualNamesAreKnown(text: String, name: String?) throws {
    guard let name else {
      #expect(throws: FootprintsError.self) { try ProcessMap.standard.process(named: text) }
      return
    }
    #expect(try ProcessMap.standard.process(named: text).name == name)
  }

  /// A name that is asked for in two ways would be answered by chance.
  @Test func noNameOfTheStandardListStandsForTwo() {
    let names = ProcessMap.standard.processes.flatMap { [$0.name] + $0.also }
    let keys = names.map { String($0.lowercased().filter { $0.isLetter || $0.isNumber }) }
    #expect(Set(keys).count == keys.count)
  }

  @Test func aSlipInAnotherNameOffersTheProcess() {
    func remedy(_ name: String) -> String? {
      #expect(throws: FootprintsError.self) { try ProcessMap.standard.process(named: name) }?.remedy
    }
    #expect(remedy("home frist") == "Did you mean discharge-to-assess?")
    #expect(remedy("xyz")?.hasPrefix("The processes are: expected-date-of-discharge, patient") == true)
  }

  @Test func aTableMayGiveOtherNames() throws {
    let text =
      "process,also,hicm\nvirtual-ward,hospital at home; VW,4\nvirtual-ward,vw2,\nvw,,\nhub,toc;hah,\nteam,HAH,\n"
    let map = try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv"))
    #expect(try map.process(named: "Hospital-at-Home").name == "virtual-ward")
    #expect(map.processes[0].also == ["hospital at home", "VW", "vw2"])
    // A name of its own goes first.
    #expect(try map.process(named: "VW").name == "vw")
    let error = #expect(throws: FootprintsError.self) { try map.process(named: "hah") }
    #expect(error?.description == "'hah' is another name of hub and team. Say which by its own name.")
  }

  @Test func aTableReplacesIt() throws {
    let text =
      "process,hicm,scheme_type,metric,condition\nvirtual-ward,4;1,Home Care; Telecare,NEA,NC3\nother,,,,\n"
      + "virtual-ward,5,Telecare,LOS,NC3;NC4\n"
    let map = try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv"))
    #expect(
      map.processes == [
        ProcessChange(
          "virtual-ward", changes: [1, 4, 5], schemeTypes: ["Home Care", "Telecare"],
          metrics: ["NEA", "LOS"],
          conditions: ["NC3", "NC4"]),
        ProcessChange("other", changes: [], schemeTypes: [], metrics: [], conditions: []),
      ])
  }

  /// Each type of a long cell is taken once, without comparing it with all before it.
  @Test func columnsOfOtherNamesAreReadOrNamed() throws {
    func map(_ text: String) throws -> ProcessMap {
      try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv"))
    }
    let read = try map("process,HICM number,types\nx,4,Home Care\n")
    #expect(read.processes[0].changes == [4] && read.processes[0].schemeTypes == ["Home Care"])
    #expect(read.notices.isEmpty)
    let unread = try map("process,hicm no.,kinds of type\nx,4,Home Care\n")
    #expect(unread.notices.map(\.code) == ["column-missing", "column-missing", "process-without-schemes"])
    #expect(unread.notices.allSatisfy { $0.severity == .warning })
  }

  /// Nothing matches a value that is two, so that it is told; a type may have a comma of its own.
  @Test func listsJoinedBySomethingElseAreNamed() throws {
    func notices(_ types: String) throws -> [String] {
      let text = "process,hicm,scheme_type\nx,4,\"\(types)\"\n"
      return try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv")).notices.map(\.message)
    }
    let told = "map.csv: values that look like several are taken as one (line 2); join them by ;"
    #expect(try notices("HICM, Home Care") == [told])
    #expect(try notices("HICM | Intermediate Care | Other") == [told])
    #expect(try notices("HICM; Home Care").isEmpty && notices("Prevention / Early Intervention").isEmpty)
    #expect(try notices("Carers, respite and breaks").isEmpty)
  }

  @Test func aCellOfManyTypes() throws {
    let types = (0..<200_000).map { "Type \($0)" } + ["Type 7"]
    let text = "process,scheme_type\np,\(types.joined(separator: ";"))\nq,Type 7\np,Type 8; New\n"
    let map = try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv"))
    #expect(map.processes[0].schemeTypes == types.dropLast() + ["New"])
    #expect(map.processes[1].schemeTypes == ["Type 7"])
  }

  @Test(arguments: ["name,hicm\nx,1\n", "process,hicm\n,1\n", "process,hicm\nx,first\n"])
  func brokenTables(text: String) {
    #expect(throws: FootprintsError.self) { try ProcessMap(CSVTable(Array(text.utf8), file: "map.csv")) }
  }
}
