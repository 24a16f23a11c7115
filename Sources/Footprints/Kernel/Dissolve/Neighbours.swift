extension GridLayer {
  /// The areas that each area has an edge in common with, in the order of their positions: neighbours across a border. Areas that only touch
  /// in points, or whose borders were drawn with different vertices, are none.
  package func neighbours(jobs: Int) throws(FootprintsError) -> [[Int]] {
    let owners = EdgeOwners(self)
    let shared = try SharedEdges(self, owners, jobs: jobs)
    let found = LayerEdges.with(self, owners) { edges in
      var found = [Set<Int>](repeating: [], count: count)
      for ring in 0..<ringCount {
        let area = Int(areaOfRing[ring])
        for edge in self.edges(of: ring) {
          let partner = shared.partners[edge]
          guard partner != SharedEdges.none, Int(shared.partners[Int(partner)]) == edge else { continue }
          let other = Int(edges.area(of: partner))
          if other != area { found[area].insert(other) }
        }
      }
      return found
    }
    return found.map { $0.sorted() }
  }
}
