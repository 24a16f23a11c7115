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

  /// The area of a polygon, its holes taken off.
  package func area(ofPolygon polygon: Int) -> Double {
    let rings = rings(of: polygon)
    guard let exterior = rings.first else { return 0 }
    return rings.dropFirst().reduce(abs(signedArea(ofRing: exterior))) { $0 - abs(signedArea(ofRing: $1)) }
  }

  /// The area of all polygons of an area.
  package func area(of area: Int) -> Double {
    polygons(of: area).reduce(0) { $0 + self.area(ofPolygon: $1) }
  }

  /// The length of all rings of a polygon.
  package func perimeter(ofPolygon polygon: Int) -> Double {
    rings(of: polygon).reduce(0) { $0 + length(ofRing: $1) }
  }

  /// The length of all rings of an area.
  package func perimeter(of area: Int) -> Double {
    rings(ofArea: area).reduce(0) { $0 + length(ofRing: $1) }
  }

  private func length(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    var sum = 0.0
    for index in vertices.dropLast() {
      let (a, b) = (coordinates[index], coordinates[index + 1])
      sum += ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
    }
    return sum
  }
}
