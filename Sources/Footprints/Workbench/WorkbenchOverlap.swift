extension Workbench {
  /// Who overlaps whom, with everything that went into the answer.
  public func overlap(
    _ xName: String, _ yName: String, xOptions: FileOptions = FileOptions(),
    yOptions: FileOptions = FileOptions(),
    weights: Weights, membership: MembershipMethod = .largest,
    parameters: OverlapAnalysis.Parameters = OverlapAnalysis.Parameters()
  ) throws(FootprintsError) -> (analysis: OverlapAnalysis, inputs: Inputs) {
    // Both at once: what one thread must do alone for one layer, another does for the other meanwhile.
    var (x, y) = try concurrently(jobs: reader.jobs) { () throws(FootprintsError) in
      try layer(xName, options: xOptions)
    } and: { () throws(FootprintsError) in
      try layer(yName, options: yOptions)
    }
    reader.forgetPositions()
    var same: Notice?
    if x.name == y.name {
      // Two files of one name in two folders are told apart by their paths.
      if x.origin.files.map(\.name) != y.origin.files.map(\.name) {
        (x, y) = (try x.named(xName), try y.named(yName))
      } else {
        same = Notice(
          .warning, "same-layer", "X and Y are the same layer, \(x.name): it is compared with itself")
      }
    }
    let table = try overlapTable(x, y)
    var inputs = Inputs(self, layers: [x, y])
    if let same { inputs.notices.append(same) }
    var population: PopulationOverlap?
    if weights == .population {
      let (people, bricks) = try populationOverlap(x: x, y: y, table: table, method: membership)
      population = people
      inputs.add(bricks)
      try inputs.addTable(role: "population", of: package)
      if membership == .lookup { try inputs.addTable(role: "lookup", of: package) }
    }
    let analysis = try OverlapAnalysis(
      x: x, y: y, table: table, population: population, parameters: parameters)
    inputs.notices += analysis.notices
    return (analysis, inputs)
  }
}
