/// The description of a package with resources added; whatever else it says stays as it is, in its place.
public struct PackageExtension {
  private var members: [JSONValue.Member]
  private var resources: [JSONValue]
  private let file: String
  private let isNew: Bool

  /// Begins with the description of a package.
  ///
  /// Throws `badData` for one that is none.
  public init(_ bytes: FileBytes) throws(FootprintsError) {
    // What no command would read is not made larger.
    _ = try Manifest(bytes)
    guard case .object(let members) = try JSONValue(parsing: bytes) else {
      preconditionFailure("it was read")
    }
    self.members = members
    resources = members.last { $0.name == "resources" }?.value.elements ?? []
    file = bytes.name
    isNew = false
  }

  /// Begins with a new package. `file` is where it will be described, for messages.
  public init(name: String, file: String) {
    members = [.init("name", .string(name)), .init("resources", .array([]))]
    resources = []
    self.file = file
    isNew = true
  }

  /// Whether an entry can become a resource without taking the place of what is there.
  ///
  /// Throws `usage` where the package has a resource of the name, unless that is to be replaced, and where another resource has
  /// its file.
  public func check(_ entry: Catalogue.Entry, replacing: Bool) throws(FootprintsError) {
    if !replacing, resources.contains(where: { Self.isNamed($0, entry.name) }) {
      throw FootprintsError(
        .usage, "the package has a resource '\(entry.name)' already", file: file,
        remedy: "Fetch it under another name: NAME=SERVICE.", reason: .resourceExists)
    }
  }

  /// Adds what was fetched, or puts it in the place of the resource that has its name, which keeps everything that does not come from
  /// fetching.
  public mutating func add(_ fetched: Fetched) throws(FootprintsError) {
    let entry = fetched.entry
    for other in resources where !Self.isNamed(other, entry.name) && Self.paths(other).contains(fetched.path)
    {
      throw FootprintsError(
        .usage, "the resource '\(other["name"]?.text ?? "")' has the file \(fetched.path) already",
        file: file,
        remedy: "Fetch it under another name: NAME=SERVICE.")
    }
    let place = resources.firstIndex { Self.isNamed($0, entry.name) }
    var resource = place.map { resources[$0] } ?? .object([])
    if place == nil { resource.set("name", .string(entry.name)) }
    resource.set("path", .string(fetched.path))
    resource.set("format", .string(fetched.isTable ? "csv" : "geojson"))
    if entry.isBuiltIn, place == nil {
      resource.set("licenses", .array([Self.licence]))
      resource.set("sources", .array([Self.source]))
    }
    var own = resource["footprint"] ?? .object([])
    if let role = entry.role { own.set("role", .string(role)) }
    if let vintage = entry.vintage { own.set("vintage", .string(vintage)) }
    if let resolution = entry.resolution { own.set("resolution", .string(resolution)) }
    if let code = entry.codeField { own.set("code", .string(code)) }
    own.set("fetched", fetched.record.json)
    resource.set("footprint", own)
    if let place { resources[place] = resource } else { resources.append(resource) }
    if entry.isBuiltIn { nameLicence() }
  }

  /// The text of the description. It is read once more, so that nothing is written that no command could read.
  public func text() throws(FootprintsError) -> String {
    var whole = JSONValue.object(members)
    whole.set("resources", .array(resources))
    let text = whole.serialized
    _ = try Manifest(FileBytes(Array(text.utf8), name: file))
    return text
  }

  /// Says under which licence a new package is, which every output must. What somebody else says of a package is left to them; the
  /// source is said by every output anyway that has official codes.
  private mutating func nameLicence() {
    if isNew, !members.contains(where: { $0.name == "licenses" }) {
      members.insert(.init("licenses", .array([Self.licence])), at: 1)
    }
  }

  private static func isNamed(_ resource: JSONValue, _ name: String) -> Bool {
    resource["name"]?.text?.lowercased() == name.lowercased()
  }

  private static func paths(_ resource: JSONValue) -> [String] {
    [resource["path"]?.text].compactMap { $0 } + (resource["path"]?.elements ?? []).compactMap(\.text)
  }

  private static let licence: JSONValue = [
    "name": "OGL-UK-3.0", "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  ]
  private static let source: JSONValue = [
    "title":
      "Office for National Statistics licensed under the Open Government Licence v.3.0; contains OS data © Crown copyright and database right",
    "path": "https://geoportal.statistics.gov.uk",
  ]
}

extension JSONValue {
  /// Sets a member of an object, in its place where it has one, else at the end; letter case does not matter, as where members are read.
  fileprivate mutating func set(_ name: String, _ value: JSONValue) {
    guard case .object(var members) = self else {
      self = .object([Member(name, value)])
      return
    }
    if let place = members.lastIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      members[place].value = value
    } else {
      members.append(Member(name, value))
    }
    self = .object(members)
  }
}
