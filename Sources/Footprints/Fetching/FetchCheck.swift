/// Whether a fetched resource is still what was fetched, and what is published.
public struct FetchCheck: Sendable {
  /// The name of the resource.
  public let name: String
  /// The service that it is from.
  public let service: String
  /// When it was fetched.
  public let time: String
  /// What became of its file.
  public let file: FileState
  /// What became of the service.
  public let published: PublishedState
  /// The number of features that were fetched.
  public let fetchedCount: Int
  /// The number that is published now; nil where the service is gone.
  public let publishedCount: Int?
  /// The codes that the file has and the service no more; nil where they could not be compared.
  public let deadCodes: [String]?
  /// The codes that the service has and the file does not; likewise.
  public let newCodes: [String]?
  /// Whether the service was edited since, by its own words; nil where it does not say.
  public let isEdited: Bool?
  /// What else there is to say.
  public let remark: String?

  /// What became of a file.
  public enum FileState: String, Sendable { case same, changed, missing }
  /// What became of a service.
  public enum PublishedState: String, Sendable { case same, differs, gone }

  /// Whether anything is not as it was.
  public var differs: Bool { file != .same || published != .same }

  /// Checks every fetched resource of a package.
  ///
  /// Throws `usage` where none was fetched, where a name is none of them, or where one was fetched from elsewhere than `server`:
  /// a package does not decide who is asked.
  public static func all(
    of package: DataPackage, named names: [String], _ server: FeatureServer
  ) throws(FootprintsError) -> [FetchCheck] {
    let fetched = package.manifest.resources.filter { $0.fetched != nil }
    let file = package.manifest.file.name
    guard !fetched.isEmpty else {
      throw FootprintsError(
        .usage, "no resource of the package was fetched", file: file,
        remedy: "Fetch something into it first.", reason: .nothingFetched)
    }
    for name in names where !fetched.contains(where: { $0.name == name }) {
      throw FootprintsError(
        .usage, "'\(name)' is no resource that was fetched", file: file,
        remedy: suggestion(for: name, among: fetched.map(\.name), kind: "fetched resources"))
    }
    let chosen = fetched.filter { names.isEmpty || names.contains($0.name) }
    for resource in chosen {
      guard let record = resource.fetched, record.base != server.settings.base.text else { continue }
      throw FootprintsError(
        .usage, "'\(resource.name)' was fetched from \(record.base)", file: file,
        remedy: "Nobody is asked on the word of a package.", reason: .fetchedElsewhere)
    }
    var checks: [FetchCheck] = []
    for resource in chosen {
      guard let record = resource.fetched else { continue }
      checks.append(try FetchCheck(resource, record, package, server))
    }
    return checks
  }

  private init(
    _ resource: Manifest.Resource, _ record: FetchRecord, _ package: DataPackage, _ server: FeatureServer
  ) throws(FootprintsError) {
    (name, service, time, fetchedCount) = (resource.name, record.service, record.time, record.count)
    var bytes: FileBytes?
    do throws(FootprintsError) {
      bytes = try package.files.bytes(at: resource.path)
    } catch {
      guard error.kind == .noInput else { throw error }
    }
    file = bytes.map { $0.sha256 == record.sha256 ? .same : .changed } ?? .missing
    let layer: ServiceLayer
    let stated: Int
    do throws(FootprintsError) {
      layer = try ServiceLayer(server, service: record.service, layer: record.layer)
      stated = try layer.count(server)
    } catch {
      guard error.reason == .serviceIsGone else { throw error }
      (published, publishedCount, deadCodes, newCodes, isEdited) = (.gone, nil, nil, nil, nil)
      remark = [error.message, error.remedy].compactMap { $0 }.joined(separator: ". ")
      return
    }
    publishedCount = stated
    isEdited = record.edited.flatMap { before in layer.edited.map { $0 != before } }
    var own: Set<String>?
    var note: String?
    if let bytes, let field = record.codeField {
      do throws(FootprintsError) {
        own = try Self.codes(in: bytes, field, isTable: resource.isTable)
      } catch {
        note = "its file cannot be read: \(error.message)"
      }
    }
    if let own, let field = record.codeField, layer.fields.contains(field), ServiceLayer.isPlain(field) {
      let theirs = try PublishedCodes(layer, field, server).codes
      deadCodes = own.subtracting(theirs).sorted()
      newCodes = theirs.subtracting(own).sorted()
    } else {
      (deadCodes, newCodes) = (nil, nil)
      if own != nil { note = "the service has no field \(record.codeField ?? "") any more" }
    }
    remark = note
    let isSame = stated == record.count && deadCodes?.isEmpty != false && newCodes?.isEmpty != false
    published = isSame ? .same : .differs
  }

  /// The codes in a file as it was fetched.
  private static func codes(
    in bytes: FileBytes, _ field: String, isTable: Bool
  ) throws(FootprintsError) -> Set<String> {
    var codes: Set<String> = []
    if isTable {
      let table = try CSVTable(bytes.array, file: bytes.name)
      guard let column = table.header.firstIndex(of: field) else { throw table.missingColumn(field) }
      for row in 0..<table.count { codes.insert(table.word(row, column)) }
    } else {
      let page = try FeaturePage(bytes)
      for feature in page.features { codes.insert(try page.properties(feature)[field]?.cell ?? "") }
    }
    codes.remove("")
    return codes
  }
}
