import Footprints

/// Stops the program, which leaves the input in its file, when something that must hold does not.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard condition else { fatalError("broken invariant: \(message())") }
}

/// Whether a text can be printed on one line of a terminal.
func isOneLine(_ text: String) -> Bool { text == text.printable }

/// What must hold for every table a reader hands on.
func check(_ table: FeatureTable) {
  let geometry = table.geometry
  require(table.shapes.count == geometry.count, "\(table.shapes.count) shapes, \(geometry.count) areas")
  require(isRising(geometry.ringOffsets, to: geometry.coordinates.count), "ring offsets")
  require(isRising(geometry.polygonOffsets, to: geometry.ringCount), "polygon offsets")
  require(isRising(geometry.areaOffsets, to: geometry.polygonCount), "area offsets")
  for area in 0..<geometry.count {
    let polygons = geometry.polygons(of: area)
    require((table.shapes[area] == .polygon) == !polygons.isEmpty, "area \(area) and its shape")
    for polygon in polygons { require(!geometry.rings(of: polygon).isEmpty, "polygon without rings") }
  }
  for ring in 0..<geometry.ringCount {
    let vertices = geometry.vertices(of: ring)
    require(!vertices.isEmpty, "ring without vertices")
    require(
      geometry.coordinates[vertices.lowerBound] == geometry.coordinates[vertices.upperBound - 1],
      "unclosed ring")
  }
  require(geometry.coordinates.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "coordinate that is no number")
  for notice in table.notices { require(isOneLine(notice.message), "notice of several lines") }

  let fields = table.attributes.fields
  require(Set(fields).count == fields.count, "field repeated")
  for field in fields.prefix(8) + ["no such field"] {
    do throws(FootprintsError) {
      let values = try table.attributes.values(of: field)
      require(values.count == table.shapes.count, "\(values.count) values for \(table.shapes.count) features")
    } catch {
      require(isOneLine(error.description), "error of several lines")
    }
  }
}

/// Whether offsets begin at 0, never fall, and end at a count.
private func isRising(_ offsets: [Int], to end: Int) -> Bool {
  offsets.first == 0 && offsets.last == end && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
}
