/// Writes layers as GeoJSON (RFC 7946): WGS 84, six decimals, one feature per line.
struct GeoJSONText {
  private var bytes: [UInt8] = []
  private var placement: Placement

  /// The whole file of a layer.
  static func file(_ layer: Layer, on partition: Partition, placement: Placement) -> RegionFile {
    var text = GeoJSONText(placement: placement)
    text.write(layer, layer.shapes(on: partition))
    return RegionFile(path: "\(layer.name).geojson", bytes: text.bytes)
  }

  private init(placement: Placement) { self.placement = placement }

  private mutating func write(_ layer: Layer, _ shapes: [AreaShape]) {
    bytes += "{\"type\":\"FeatureCollection\",\"name\":\"\(layer.name)\",\"features\":[\n".utf8
    for (area, shape) in shapes.enumerated() {
      if area > 0 { bytes += ",\n".utf8 }
      let code = jsonString(layer.codes[area])
      let name = jsonString(layer.names[area])
      bytes += "{\"type\":\"Feature\",\"properties\":{\"\(layer.codeField)\":\(code),".utf8
      bytes += "\"\(layer.labelField)\":\(name)},\"geometry\":".utf8
      write(shape)
      bytes += "}".utf8
    }
    bytes += "\n]}\n".utf8
  }

  private mutating func write(_ shape: AreaShape) {
    let single = shape.polygons.count == 1
    bytes += "{\"type\":\"\(single ? "Polygon" : "MultiPolygon")\",\"coordinates\":\(single ? "" : "[")".utf8
    list(shape.polygons, brackets: false) { text, polygon in
      text.list(polygon) { text, ring in
        text.list(ring) { text, point in text.write(text.placement.position(of: point)) }
      }
    }
    bytes += single ? "}".utf8 : "]}".utf8
  }

  private mutating func list<Element>(
    _ elements: [Element], brackets: Bool = true, _ write: (inout GeoJSONText, Element) -> Void
  ) {
    if brackets { bytes.append(UInt8(ascii: "[")) }
    for (number, element) in elements.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    if brackets { bytes.append(UInt8(ascii: "]")) }
  }

  private mutating func write(_ position: Position) {
    bytes.append(UInt8(ascii: "["))
    write(millionths: position.longitude)
    bytes.append(UInt8(ascii: ","))
    write(millionths: position.latitude)
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes whole millionths as a decimal number of six decimals.
  private mutating func write(millionths: Int) {
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    bytes += String(whole).utf8
    bytes.append(UInt8(ascii: "."))
    var unit: UInt = 100_000
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(part / unit % 10))
      unit /= 10
    }
  }
}

/// A JSON string of a text without control characters.
func jsonString(_ text: String) -> String {
  var out = "\""
  for character in text {
    if character == "\"" || character == "\\" { out.append("\\") }
    out.append(character)
  }
  return out + "\""
}
