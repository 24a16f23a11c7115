extension MultiPolygonArray {
  /// The areas of all arrays, in their order. Up to `jobs` threads copy the coordinates; each array is given up
  /// as soon as it is copied, so that little is ever in memory twice.
  package init(joining arrays: consuming [MultiPolygonArray], jobs: Int) {
    if arrays.count == 1 {
      self = arrays[0]
      return
    }
    var starts = [0]
    var rings = [0]
    var polygons = [0]
    var areas = [0]
    var parts: [[Coordinate]] = []
    for array in arrays {
      let (vertex, ring, polygon) = (starts[starts.count - 1], rings.count - 1, polygons.count - 1)
      starts.append(vertex + array.coordinates.count)
      rings.append(contentsOf: array.ringOffsets.dropFirst().lazy.map { $0 + vertex })
      polygons.append(contentsOf: array.polygonOffsets.dropFirst().lazy.map { $0 + ring })
      areas.append(contentsOf: array.areaOffsets.dropFirst().lazy.map { $0 + polygon })
      parts.append(array.coordinates)
    }
    // The parts hold the coordinates alone now.
    arrays = []
    let coordinates = Self.joined(consume parts, starts, jobs)
    self.init(
      coordinates: coordinates, ringOffsets: rings, polygonOffsets: polygons, areaOffsets: areas)
  }

  /// One array of all parts, each from its place in `starts` on, whose last is the number of all coordinates.
  private static func joined(
    _ parts: consuming [[Coordinate]], _ starts: [Int], _ jobs: Int
  ) -> [Coordinate] {
    let total = starts[starts.count - 1]
    return [Coordinate](unsafeUninitializedCapacity: total) { memory, count in
      preferLargePages(UnsafeRawBufferPointer(memory))
      let whole = DisjointElements(buffer: memory)
      // All threads copy the same part: were it one each, more would be in memory twice.
      for index in parts.indices {
        let part = parts[index]
        parts[index] = []
        let pieces = Pieces(of: part.count, minimum: 1 << 16, jobs: jobs)
        let start = starts[index]
        // The closure never throws, so neither does this.
        _ = try? parallelMap(count: pieces.count, jobs: jobs) { piece in
          let range = pieces[piece]
          let room = whole.buffer[start + range.lowerBound..<start + range.upperBound]
          _ = UnsafeMutableBufferPointer(rebasing: room).initialize(fromContentsOf: part[range])
        }
      }
      count = total
    }
  }
}
