/// The description of a data package: a Frictionless `datapackage.json` (https://datapackage.org) with our own
/// fields under `footprint`.
package struct Manifest: Sendable {
  /// One layer or table.
  package struct Resource: Sendable {
    /// The name, unique in the package.
    package var name: String
    /// The path inside the package, or several of a table in parts; `#` names a layer inside the file.
    package var paths: [String]
    /// The format as stated; the path's suffix decides when nil.
    package var format: String?
    /// What is known about it as a layer; also holds the role of a table.
    package var request: LayerRequest
    /// What parts the cells of a table.
    package var delimiter = UInt8(ascii: ",")
    /// Whether the package says so.
    package var statesDelimiter = false
    /// Where it was fetched from; nil for what was not.
    package var fetched: FetchRecord?

    /// The only path, or the first of several.
    package var path: String { paths.first ?? "" }

    /// Whether it is a table by its format, else by its suffix.
    package var isTable: Bool { ["csv", "tsv"].contains(kind) }
    /// The format as stated, else the suffix.
    fileprivate var kind: String { format?.lowercased() ?? LayerFile.suffix(path) }
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
  /// The bytes it was read from.
  package let file: FileBytes

  /// The name of the file.
  package static let fileName = "datapackage.json"

  /// Reads a manifest. Unknown members are ignored, as the standard asks.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    let json = try JSONValue(parsing: bytes)
    self.file = bytes
    let file = bytes.name
    guard case .object = json, let list = json["resources"]?.elements else {
      throw FootprintsError(
        .badData, "has no 'resources' array", file: file, remedy: "It is not a data package.")
    }
    name = json["name"]?.text ?? file
    title = json["title"]?.text ?? name
    let own = try ManifestMembers(json, file: file, place: "package").object(
      "footprint", knowing: ["fictional"])
    isFictional = try own.flag("fictional") ?? false
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
    let members = ManifestMembers(item, file: file, place: "resource \(index)")
    let paths = try members.texts("path") ?? []
    guard let path = paths.first else { throw members.failure("a resource without 'path'") }
    let own = try members.object("footprint", knowing: Self.ownMembers)
    var request = LayerRequest(name: try members.text("name") ?? path)
    request.role = try own.text("role").map { (role) throws(FootprintsError) in
      try DataPackage.role(role, in: own)
    }
    request.isFictional = try own.flag("fictional") ?? false
    request.vintage = try own.text("vintage")
    request.codeField = try own.text("code")
    request.nameField = try own.text("label")
    request.sourceReference = try own.text("crs")
    request.xField = try own.text("x")
    request.yField = try own.text("y")
    if let stated = try own.text("resolution") {
      do throws(FootprintsError) {
        request.resolution = try Resolution(named: stated)
      } catch {
        throw own.failure(error.message, remedy: error.remedy)
      }
    }
    // An empty list asks for nothing in particular.
    if let prefixes = try own.texts("codePrefix"), !prefixes.isEmpty { request.codePrefix = prefixes }
    var resource = Resource(
      name: request.name, paths: paths, format: try members.text("format"), request: request)
    resource.fetched = try FetchRecord(own)
    if let delimiter = try Self.delimiter(members) {
      (resource.delimiter, resource.statesDelimiter) = (delimiter, true)
    } else if resource.kind == "tsv" {
      (resource.delimiter, resource.statesDelimiter) = (0x09, true)
    }
    return resource
  }

  /// What parts the cells by the resource's dialect; nil where it does not say. A dialect of which nothing would come but
  /// wrong cells is refused.
  private static func delimiter(_ members: ManifestMembers) throws(FootprintsError) -> UInt8? {
    let dialect = try members.object("dialect", orElse: "Write its members here instead of naming a file.")
    if try dialect.flag("header") == false {
      throw members.failure(
        "the dialect has no header", remedy: "Give the table a first row of column names.")
    }
    if let quote = try dialect.text("quoteChar"), quote != "\"" {
      throw members.failure(
        "the dialect quotes cells with '\(quote)'", remedy: "Quote them with \", and double it inside them.")
    }
    if let comment = try dialect.text("commentChar"), !comment.isEmpty {
      throw members.failure("the dialect has comments", remedy: "Remove them from the file.")
    }
    guard let delimiter = try dialect.text("delimiter") else { return nil }
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1, byte < 0x80, byte != 0x22 else {
      throw members.failure("the delimiter '\(delimiter)' is not one character")
    }
    return byte
  }

  private static let ownMembers = [
    "role", "vintage", "resolution", "code", "label", "crs", "codePrefix", "fictional", "x", "y", "fetched",
  ]
}
