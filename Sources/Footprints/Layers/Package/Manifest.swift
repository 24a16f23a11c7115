/// The description of a data package: a Frictionless `datapackage.json` (https://datapackage.org) with our own
/// fields under `footprint`.
package struct Manifest: Sendable {
  /// One layer or table.
  package struct Resource: Sendable {
    /// The name, unique in the package.
    package var name: String
    /// The path inside the package; `#` names a layer inside the file.
    package var path: String
    /// The format as stated; the path's suffix decides when nil.
    package var format: String?
    /// What is known about it as a layer; also holds the role of a table.
    package var request: LayerRequest
  }

  /// The package's name.
  package var name: String
  /// The package's title.
  package var title: String
  /// Whether the package describes no real place, which every output must say.
  package var isFictional: Bool
  /// The lines about licence and source that every output must carry.
  package var licenceLines: [String]
  /// Layers and tables in the order of the file.
  package var resources: [Resource]

  /// The name of the file.
  package static let fileName = "datapackage.json"

  /// Reads a manifest. Unknown members are ignored, as the standard asks.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    let json = try JSONValue(parsing: bytes)
    let file = bytes.name
    guard case .object = json, let list = json["resources"]?.elements else {
      throw FootprintsError(
        .badData, "has no 'resources' array", file: file, remedy: "It is not a data package.")
    }
    name = json["name"]?.text ?? file
    title = json["title"]?.text ?? name
    isFictional = json["footprint"]?["fictional"] == .bool(true)
    licenceLines =
      (json["licenses"]?.elements ?? []).compactMap {
        ($0["title"] ?? $0["name"])?.text.map { "Licence: \($0)" }
      }
      + (json["sources"]?.elements ?? []).compactMap { $0["title"]?.text.map { "Source: \($0)" } }
    resources = []
    var names: Set<String> = []
    for (index, item) in list.enumerated() {
      let resource = try Self.resource(item, index, file)
      guard names.insert(resource.name).inserted else {
        throw FootprintsError(.badData, "two resources are named '\(resource.name)'", file: file)
      }
      resources.append(resource)
    }
  }

  private static func resource(_ item: JSONValue, _ index: Int, _ file: String) throws(FootprintsError)
    -> Resource
  {
    let place = "resource \(index)"
    func text(_ object: JSONValue?, _ name: String) throws(FootprintsError) -> String? {
      switch object?[name] {
      case nil, .null?: return nil
      case .string(let text)?: return text
      case .integer(let number)?: return String(number)
      case .number(let number)?: return String(number)
      default: throw FootprintsError(.badData, "'\(name)' is not a string", file: file, place: place)
      }
    }
    guard let path = try text(item, "path") else {
      throw FootprintsError(.badData, "a resource without 'path'", file: file, place: place)
    }
    let own = item["footprint"]
    var request = LayerRequest(name: try text(item, "name") ?? path)
    request.role = try text(own, "role")
    request.vintage = try text(own, "vintage")
    request.codeField = try text(own, "code")
    request.nameField = try text(own, "label")
    request.sourceReference = try text(own, "crs")
    if let stated = try text(own, "resolution") {
      do throws(FootprintsError) {
        request.resolution = try Resolution(named: stated)
      } catch {
        throw FootprintsError(error.kind, error.message, file: file, place: place, remedy: error.remedy)
      }
    }
    switch own?["codePrefix"] {
    case nil, .null?: break
    case .string(let prefix)?: request.codePrefix = [prefix]
    case .array(let prefixes)? where prefixes.allSatisfy({ $0.text != nil }):
      // An empty list asks for nothing in particular.
      if !prefixes.isEmpty { request.codePrefix = prefixes.compactMap(\.text) }
    default:
      throw FootprintsError(
        .badData, "'codePrefix' is neither a string nor a list of strings", file: file, place: place)
    }
    return Resource(
      name: request.name, path: path, format: try text(item, "format"), request: request)
  }
}
