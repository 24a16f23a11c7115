/// Which inlets had better stay open, because to fill them would enclose more ground than they have.
///
/// A creek between two areas can be narrow here and there. To fill it in such places alone would dam it up, and leave behind a gap where
/// there was open water. A strip that is too wide in a few places is filled all the same, since what it encloses then is smaller than
/// what is filled.
struct InletDams {
  /// The inlets, by position.
  private(set) var dams: Set<Int> = []

  init(_ inlets: Inlets, in outline: LayerOutline, jobs: Int) throws(FootprintsError) {
    let ground = inlets.ground
    var mouths: [LineSegment: [Int]] = [:]
    for (inlet, sides) in inlets.sides.enumerated() {
      for side in sides where side.beyond.isEmpty { mouths[side.segment, default: []].append(inlet) }
    }
    let enclosed = try outline.enclosed(filling: ground, jobs: jobs)
    for gap in 0..<enclosed.count {
      var beside: Set<Int> = []
      for ring in enclosed.rings(ofArea: gap) {
        for vertex in enclosed.vertices(of: ring).dropLast() {
          let edge = LineSegment.between(enclosed.coordinates[vertex], enclosed.coordinates[vertex + 1])
            .segment
          beside.formUnion(mouths[edge] ?? [])
        }
      }
      let filled = beside.sorted().reduce(0) { $0 + ground.area(of: $1) }
      if !beside.isEmpty, enclosed.area(of: gap) > filled { dams.formUnion(beside) }
    }
  }
}
