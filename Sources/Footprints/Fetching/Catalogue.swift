/// The layers and tables that can be fetched by a short name.
public struct Catalogue: Sendable {
  /// One of them.
  public struct Entry: Sendable, Equatable {
    /// The name of the resource that is made of it, and of its file.
    public var name: String
    /// The name of the service.
    public var service: String
    /// The number of the layer in it.
    public var layer = 0
    /// What its areas or rows are.
    public var role: String?
    /// The month it was in force.
    public var vintage: String?
    /// How far its borders were generalised: BFC, BFE, BGC, BSC, BUC.
    public var resolution: String?
    /// The field of the codes; found by itself when nil.
    public var codeField: String?
    /// Whether the name of the service was taken from a list of what is published; it is a guess otherwise.
    public var isConfirmed = true
    /// Whether it is one of those that are known here, which the Office for National Statistics publishes.
    public var isBuiltIn = false

    /// An entry for a service that no catalogue knows. Throws `usage` for names that no resource or service can have.
    public init(name: String, service: String) throws(FootprintsError) {
      self.name = name
      self.service = service
      try check()
    }

    /// An entry that is known here.
    init(
      _ name: String, _ service: String, role: String, vintage: String, resolution: String? = nil,
      isConfirmed: Bool = true
    ) {
      (self.name, self.service, self.role, self.vintage) = (name, service, role, vintage)
      (self.resolution, self.isConfirmed, isBuiltIn) = (resolution, isConfirmed, true)
    }

    /// Refuses names that would be another file or another address.
    func check() throws(FootprintsError) {
      let isPlain = name.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || "._-".unicodeScalars.contains($0)
      }
      guard isPlain, !name.isEmpty, name.utf8.count <= 100, !name.hasPrefix("."), !name.hasPrefix("-"),
        "\(name).json".lowercased() != Manifest.fileName
      else {
        throw FootprintsError(
          .usage, "'\(name)' cannot be the name of a resource and its file",
          remedy: "Use letters, digits, '.', '_' and '-', beginning with a letter or digit.")
      }
      try ServiceLayer.check(service: service)
    }
  }

  /// The entries in order, each name once.
  public private(set) var entries: [Entry]

  /// What is known here.
  public static let builtIn = Catalogue(entries: Entry.published)

  /// The catalogue with the entries of a file: `{"entries": [{"name": "...", "service": "...", "layer": 0, "role": "...",
  /// "vintage": "...", "resolution": "...", "code": "..."}]}`. An entry replaces the one that has its name; with
  /// `"replace": true` nothing else stays.
  ///
  /// Throws `badData` for a file that is none, or where a name cannot be one.
  public func extended(by file: FileBytes) throws(FootprintsError) -> Catalogue {
    let json = try JSONValue(parsing: file)
    let members = try ManifestMembers(["catalogue": json], file: file.name, place: "catalogue").object(
      "catalogue", knowing: ["entries", "replace"])
    guard let list = json["entries"]?.elements else {
      throw FootprintsError(
        .badData, "has no 'entries' array", file: file.name,
        remedy: "docs/fetch.md shows what a catalogue is.")
    }
    var result = self
    if try members.flag("replace") == true { result.entries = [] }
    var seen: Set<String> = []
    for (index, item) in list.enumerated() {
      let entry = try Self.entry(item, index, file.name)
      guard seen.insert(entry.name.lowercased()).inserted else {
        throw FootprintsError(
          .badData, "two entries are named '\(entry.name)'", file: file.name, remedy: "Rename one of them.")
      }
      if let place = result.entries.firstIndex(where: { $0.name.lowercased() == entry.name.lowercased() }) {
        result.entries[place] = entry
      } else {
        result.entries.append(entry)
      }
    }
    return result
  }

  private static func entry(_ item: JSONValue, _ index: Int, _ file: String) throws(FootprintsError) -> Entry
  {
    let own = try ManifestMembers(["entry": item], file: file, place: "entry \(index)").object(
      "entry", knowing: ["name", "service", "layer", "role", "vintage", "resolution", "code"])
    guard let name = try own.text("name"), let service = try own.text("service") else {
      throw own.failure("an entry without 'name' or 'service'", remedy: "Give both.")
    }
    var entry: Entry
    do throws(FootprintsError) {
      entry = try Entry(name: name, service: service)
    } catch {
      throw own.failure(error.message, remedy: error.remedy)
    }
    if let text = try own.text("layer") {
      guard let number = Int(text), (0...9999).contains(number) else {
        throw own.failure("the layer '\(text)' is no number", remedy: "The first layer of a service is 0.")
      }
      entry.layer = number
    }
    entry.role = try own.text("role").map { (role) throws(FootprintsError) in
      try DataPackage.role(role, in: own)
    }
    entry.vintage = try own.text("vintage")
    entry.resolution = try own.text("resolution")
    entry.codeField = try own.text("code")
    return entry
  }

  /// The entry that a word on a command line asks for: a name, or `NAME=SERVICE` for another service than the catalogue's, or for
  /// one that it does not know. Throws `usage` with the nearest names.
  public func entry(for word: String) throws(FootprintsError) -> Entry {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = entries.first { $0.name.lowercased() == parts[0].lowercased() }
    if parts.count == 2 {
      guard var entry = known else { return try Entry(name: parts[0], service: parts[1]) }
      entry.service = parts[1]
      try entry.check()
      return entry
    }
    guard let known else {
      throw FootprintsError(
        .usage, "the catalogue has no '\(word)'",
        remedy: suggestion(for: word, among: entries.map(\.name), kind: "names")
          + " NAME=SERVICE asks for any other service.")
    }
    return known
  }
}
