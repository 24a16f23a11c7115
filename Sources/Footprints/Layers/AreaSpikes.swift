/// Where the boundary of an area runs out and straight back on the same line, and the area without that.
struct AreaSpikes {
  /// The ends of the spikes in metres.
  private(set) var tips: [Coordinate] = []
  /// The rings without them, as one area.
  private(set) var rest = MultiPolygonArray()

  /// Looks at an area on its grid.
  init(ofArea area: Int, of layer: GridLayer) {
    for polygon in layer.areaOffsets[area]..<layer.areaOffsets[area + 1] {
      var isEmpty = true
      for ring in layer.polygonOffsets[polygon]..<layer.polygonOffsets[polygon + 1] {
        let kept = withoutSpikes(layer.vertices[layer.edges(of: ring)], layer.grid)
        guard kept.count >= 3 else { continue }
        for vertex in kept + [kept[0]] { rest.append(layer.grid.coordinate(vertex)) }
        rest.endRing()
        isEmpty = false
      }
      if !isEmpty { rest.endPolygon() }
    }
    rest.endArea()
  }

  /// The vertices of a ring, without its closing one, that are left.
  private mutating func withoutSpikes(_ ring: ArraySlice<GridPoint>, _ grid: IntegerGrid) -> [GridPoint] {
    var kept: [GridPoint] = []
    func shorten() {
      while kept.count >= 2 {
        let last = kept.count - 1
        if kept[last] == kept[last - 1] {
          kept.removeLast()
        } else if last >= 2, turnsBack(kept[last - 2], kept[last - 1], kept[last]) {
          tips.append(grid.coordinate(kept[last - 1]))
          kept.remove(at: last - 1)
        } else {
          return
        }
      }
    }
    // Once round and on to the second vertex again: a spike may lie over the ring's start.
    for vertex in ring + ring.prefix(2) {
      kept.append(vertex)
      shorten()
    }
    return Array(kept.dropFirst(min(2, max(0, kept.count - 1))))
  }
}
