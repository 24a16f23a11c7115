extension Check {
  /// Checks all layers of a package by themselves, and what its layers and tables have against each other.
  mutating func checkPackage() throws(FootprintsError) {
    let study = enquiry.study
    let read = try LayersAnalysis.run(.init(), in: enquiry)
    for layer in read.layers { try check(layer) }
    for failure in read.failures {
      // What cannot be used as it is may still be checked.
      if failure.error.reason == .duplicateCodes, study.layerNames.contains(failure.name) {
        try check(failure.name)
      } else {
        add([Finding(failure.error, in: failure.name)])
      }
    }
    for table in read.tables { add(NoticeFindings.findings(table.notices, in: table.name)) }
    for points in read.points { add(NoticeFindings.findings(points.notices, in: points.name)) }
    for problem in read.problems {
      let table = read.tables.first { problem.message.hasPrefix("\($0.path): ") }
      add(NoticeFindings.findings([problem], in: table?.name ?? study.package?.name ?? "the package"))
    }
    checkPlans(read)
  }

  private mutating func checkPlans(_ read: LayersResult) {
    let study = enquiry.study
    guard study.given.plans != nil || study.hasTable(role: "bcf-plans") else { return }
    func table(_ role: String) -> String? { read.tables.first { $0.role == role }?.name }
    // What makes them unreadable has been found already.
    guard let plans = try? enquiry.plans() else { return }
    add(
      PlanFindings.findings(
        plans, read.layers,
        sources: (table("bcf-plans") ?? "plans", table("bcf-partners"), table("bcf-contributions"))))
  }
}
