extension MultiPolygonArray {
  /// The area of one ring, positive when it runs counter-clockwise, in the square of the unit.
  ///
  /// The surveyor's formula with differences to the first vertex, so that the size of the coordinates costs
  /// no digits: products of large coordinates never meet.
  package func signedArea(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    guard vertices.count >= 4 else { return 0 }
    let origin = coordinates[vertices.lowerBound]
    var sum = 0.0
    var previous = Coordinate(0, 0)
    for index in vertices.dropFirst() {
      let current = Coordinate(coordinates[index].x - origin.x, coordinates[index].y - origin.y)
      sum += previous.x * current.y - current.x * previous.y
      previous = current
    }
    return sum / 2
  }

  /// The area of a polygon, less its holes.
  package func area(ofPolygon polygon: Int) -> Double {
    let rings = rings(of: polygon)
    guard let exterior = rings.first else { return 0 }
    return rings.dropFirst().reduce(abs(signedArea(ofRing: exterior))) { $0 - abs(signedArea(ofRing: $1)) }
  }

  /// The size of an area, less its holes, in the square of the unit of its coordinates: m2 for metres. By the
  /// surveyor's formula, ring by ring.
  public func area(of area: Int) -> Double {
    polygons(of: area).reduce(0) { $0 + self.area(ofPolygon: $1) }
  }

  /// The centre of gravity of an area; nil where it has no size.
  ///
  /// From the first moments of its rings (P. Bourke, "Calculating the area and centroid of a polygon", 1988), seen from
  /// its first vertex so that the size of the coordinates costs no digits.
  public func centroid(of area: Int) -> Coordinate? {
    let vertices = vertices(ofArea: area)
    guard let first = vertices.first else { return nil }
    let origin = coordinates[first]
    var (size, x, y) = (0.0, 0.0, 0.0)
    for polygon in polygons(of: area) {
      for (position, ring) in rings(of: polygon).enumerated() {
        let moments = moments(ofRing: ring, from: origin)
        // Holes are subtracted whichever way they run.
        let sign = (moments.area < 0) == (position == 0) ? -1.0 : 1
        size += sign * moments.area
        x += sign * moments.x
        y += sign * moments.y
      }
    }
    guard size > 0 else { return nil }
    return Coordinate(origin.x + x / size, origin.y + y / size)
  }

  /// The signed area of a ring and the integrals of x and y over it, seen from an origin.
  private func moments(ofRing ring: Int, from origin: Coordinate) -> (area: Double, x: Double, y: Double) {
    var (area, x, y) = (0.0, 0.0, 0.0)
    for index in vertices(of: ring).dropLast() {
      let p = Coordinate(coordinates[index].x - origin.x, coordinates[index].y - origin.y)
      let q = Coordinate(coordinates[index + 1].x - origin.x, coordinates[index + 1].y - origin.y)
      let cross = p.x * q.y - q.x * p.y
      area += cross / 2
      x += (p.x + q.x) * cross / 6
      y += (p.y + q.y) * cross / 6
    }
    return (area, x, y)
  }

  /// The length of all rings of a polygon.
  package func perimeter(ofPolygon polygon: Int) -> Double {
    rings(of: polygon).reduce(0) { $0 + length(ofRing: $1) }
  }

  /// The length of all rings of an area, those of holes included, in the unit of its coordinates.
  public func perimeter(of area: Int) -> Double {
    rings(ofArea: area).reduce(0) { $0 + length(ofRing: $1) }
  }

  /// The length of a ring.
  func length(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    var sum = 0.0
    for index in vertices.dropLast() {
      let (a, b) = (coordinates[index], coordinates[index + 1])
      sum += ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
    }
    return sum
  }
}
