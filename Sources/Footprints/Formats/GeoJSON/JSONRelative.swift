/// JSON that is no GeoJSON but is given for it, told by the members of its outermost object.
enum JSONRelative {
  /// What an ArcGIS server answers unless it is asked for GeoJSON.
  case esri
  /// What a server answers in place of data.
  case serverError

  /// Looks at an object; nil where it is none of these, or broken.
  init?(_ object: JSONScanner) {
    var json = object
    var found: JSONRelative?
    var hasType = false
    // What cannot be read to its end is judged by what comes before.
    try? json.object { (json, key) throws(FootprintsError) in
      if key.equals("type") {
        hasType = true
      } else if key.equals("geometryType") || key.equals("spatialReference") || key.equals("rings")
        || key.equals("attributes") || key.equals("objectIdFieldName")
      {
        found = .esri
      } else if key.equals("features"), Self.beginsWithEsriFeature(json) {
        found = .esri
      } else if key.equals("error"), found == nil {
        found = .serverError
      }
      try json.skipValue()
    }
    guard let found, !hasType else { return nil }
    self = found
  }

  /// Whether an array begins with an object that has `attributes`, or none of the members of a Feature.
  private static func beginsWithEsriFeature(_ array: JSONScanner) -> Bool {
    var json = array
    guard json.take(0x5B), json.peek() == 0x7B else { return false }
    var isEsri = false
    try? json.object { (json, key) throws(FootprintsError) in
      if key.equals("attributes") { isEsri = true }
      try json.skipValue()
    }
    return isEsri
  }

  /// The error that names it.
  var refusal: FootprintsError {
    switch self {
    case .esri:
      FootprintsError(
        .badData, "is Esri JSON, not GeoJSON",
        remedy: "Download it again with f=geojson, or convert it to GeoJSON.")
    case .serverError:
      FootprintsError(
        .badData, "is the error message of a server, not GeoJSON",
        remedy: "Read it, and download the layer again.")
    }
  }
}
