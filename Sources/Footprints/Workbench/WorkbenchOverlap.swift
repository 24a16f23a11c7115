extension Workbench {
  /// Who overlaps whom, with everything that went into the answer.
  public func overlap(
    _ xName: String, _ yName: String, xOptions: FileOptions = FileOptions(),
    yOptions: FileOptions = FileOptions(),
    weights: Weights, membership: MembershipMethod = .largest,
    parameters: OverlapAnalysis.Parameters = OverlapAnalysis.Parameters()
  ) throws(FootprintsError) -> (analysis: OverlapAnalysis, inputs: Inputs) {
    let x = try layer(xName, options: xOptions)
    let y = try layer(yName, options: yOptions)
    let table = try overlapTable(x, y)
    var inputs = Inputs(self, layers: [x, y])
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
