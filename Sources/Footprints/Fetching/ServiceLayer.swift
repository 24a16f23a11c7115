/// What a service says about one of its layers.
struct ServiceLayer {
  let service: String
  let layer: Int
  /// The field of the numbers that tell features apart.
  let idField: String
  /// The fields, in order.
  let fields: [String]
  /// Whether its features have a place.
  let hasGeometry: Bool
  /// The most features that one answer has.
  let pageSize: Int
  /// When it was last edited, in milliseconds since the beginning of 1970; nil where the service does not say.
  let edited: Int?
  /// What is different once anything that the service says is.
  let digest: String

  /// The path of the layer below the root.
  var path: String { Self.path(service, layer) }

  private static func path(_ service: String, _ layer: Int) -> String {
    "/\(service)/FeatureServer/\(layer)"
  }

  /// Asks for it. A service that is gone is looked for among those that there are.
  init(_ server: FeatureServer, service: String, layer: Int) throws(FootprintsError) {
    try Self.check(service: service)
    let bytes: FileBytes
    do throws(FeatureServer.Refusal) {
      bytes = try server.answer("\(Self.path(service, layer))?f=json")
    } catch {
      guard case .isGone(let why) = error else { throw error.error(asking: service) }
      throw FootprintsError(
        .noInput, "there is no service '\(service)' any more, or no layer \(layer) in it: \(why)",
        file: server.settings.base.text,
        remedy: try ServiceList(server).suggestion(for: service), reason: .serviceIsGone)
    }
    try self.init(bytes, service: service, layer: layer)
  }

  init(_ bytes: FileBytes, service: String, layer: Int) throws(FootprintsError) {
    let json = try JSONValue(parsing: bytes)
    self.service = service
    self.layer = layer
    let listed = (json["fields"]?.elements ?? []).filter { $0["type"]?.text != "esriFieldTypeGeometry" }
    let named = listed.first { $0["type"]?.text == "esriFieldTypeOID" }?["name"]?.text
    guard let idField = json["objectIdField"]?.text ?? named, Self.isPlain(idField) else {
      throw FootprintsError(
        .badData, "the service does not say which field tells its features apart", file: bytes.name,
        remedy: "It is no layer of features; check the service and the number of the layer.")
    }
    self.idField = idField
    fields = listed.compactMap { $0["name"]?.text }
    hasGeometry = json["type"]?.text != "Table" && json["geometryType"]?.text != nil
    let most = json["maxRecordCount"]?.double.flatMap { Int(exactly: $0) } ?? 1000
    pageSize = max(1, min(most, 2000))
    let times = json["editingInfo"]
    edited = (times?["dataLastEditDate"] ?? times?["lastEditDate"])?.double.flatMap { Int(exactly: $0) }
    digest = bytes.sha256
  }

  /// The field of the codes: as stated, else the first whose name ends as those of the Office for National Statistics do.
  func codeField(stated: String?) -> String? {
    if let stated, let own = fields.first(where: { $0.lowercased() == stated.lowercased() }) { return own }
    return fields.first { $0.uppercased().hasSuffix("CD") && Self.isPlain($0) }
  }

  /// Whether a name can stand in an address, as names of fields can.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
      }
  }

  /// Refuses the name of a service that would make another address of the one that it is put into.
  static func check(service: String) throws(FootprintsError) {
    let parts = service.split(separator: "/", omittingEmptySubsequences: false)
    // A service may lie in a folder.
    guard parts.count <= 2, parts.allSatisfy({ isPlain(String($0)) }) else {
      throw FootprintsError(
        .usage, "'\(service)' cannot be the name of a service",
        remedy: "Such names have letters, digits and _, after the name of a folder and / where there is one.")
    }
  }

  /// The number of its features.
  func count(_ server: FeatureServer) throws(FootprintsError) -> Int {
    let bytes = try page(server, "where=1=1&returnCountOnly=true&f=json")
    guard let count = try JSONValue(parsing: bytes)["count"]?.double.flatMap({ Int(exactly: $0) }) else {
      throw FootprintsError(
        .badData, "the service does not say how many features it has", file: bytes.name,
        remedy: "Try again later.")
    }
    return count
  }

  /// An answer to a question about its features.
  func page(_ server: FeatureServer, _ query: String) throws(FootprintsError) -> FileBytes {
    do throws(FeatureServer.Refusal) {
      return try server.answer("\(path)/query?\(query)")
    } catch {
      throw error.error(asking: service)
    }
  }
}
