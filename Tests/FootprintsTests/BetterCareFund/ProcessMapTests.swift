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
