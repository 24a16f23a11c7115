/// The codes that a service has, without its shapes.
struct PublishedCodes {
  private(set) var codes: Set<String> = []

  /// Asks for them. Throws `badData` where the service sends empty pages and says that there is more.
  init(_ layer: ServiceLayer, _ field: String, _ server: FeatureServer) throws(FootprintsError) {
    var offset = 0
    var empty = 0
    while true {
      server.progress("\(layer.service): \(Wording.grouped(offset)) codes")
      let page = try JSONValue(
        parsing: layer.page(
          server,
          "where=1=1&outFields=\(field)&returnGeometry=false&f=json&orderByFields=\(layer.idField)"
            + "&resultOffset=\(offset)&resultRecordCount=\(layer.pageSize)"))
      let features = page["features"]?.elements ?? []
      for feature in features { codes.insert(feature["attributes"]?[field]?.cell ?? "") }
      offset += features.count
      let saysMore =
        page["exceededTransferLimit"] == .bool(true)
        || page["properties"]?["exceededTransferLimit"] == .bool(true)
      if !saysMore { break }
      empty = features.isEmpty ? empty + 1 : 0
      if empty == 3 {
        throw FootprintsError(
          .badData, "the service sent three empty pages in a row and says each time that there is more",
          file: layer.service, remedy: "Try again later.")
      }
    }
    codes.remove("")
  }
}
