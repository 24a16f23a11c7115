/// Writes points as GeoJSON (RFC 7946): WGS 84, seven decimals, one feature per line. Threads make the text of some
/// thousand features each; it is written in order.
struct GeoJSONPointWriter {
  /// One longitude and latitude for each feature; not a number for one that has a null geometry.
  let points: [Coordinate]
  /// The members of a feature before its geometry: its identifier and properties.
  let members: @Sendable (Int) -> [JSONValue.Member]
  let jobs: Int

  /// Writes the collection; `foreign` are its name and foreign members.
  func write(foreign: [JSONValue.Member], to sink: any OutputSink) throws(FootprintsError) {
    try sink.write("{\"type\": \"FeatureCollection\", ")
    for member in foreign { try sink.write("\(member.quotedName): \(member.value.compact),\n") }
    let box = points.reduce(into: Box.empty) { box, point in if !point.x.isNaN { box.extend(to: point) } }
    if !box.isEmpty { try sink.write("\"bbox\": \(PositionText.text(box)),\n") }
    try sink.write("\"features\": [\n")
    try sink.write(each: points.count, jobs: jobs) { index, text in write(index, to: &text) }
    try sink.write("\n]}\n")
  }

  private func write(_ index: Int, to text: inout String) {
    let members = members(index).map { "\($0.quotedName): \($0.value.compact), " }.joined()
    text += (index > 0 ? ",\n" : "") + "{\"type\": \"Feature\", \(members)\"geometry\": "
    if points[index].x.isNaN {
      text += "null}"
    } else {
      text += "{\"type\": \"Point\", \"coordinates\": \(PositionText.text(points[index...index]))}}"
    }
  }
}
