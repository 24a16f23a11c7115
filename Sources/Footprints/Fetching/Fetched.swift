#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A layer or table that was fetched and is not in a package yet.
public struct Fetched {
  /// What was asked for.
  public let entry: Catalogue.Entry
  /// Its file as it will be.
  public let content: FileBytes
  /// Whether it is a table, in CSV; GeoJSON otherwise.
  public let isTable: Bool
  /// The number of features or rows.
  public let count: Int
  package let record: FetchRecord
  private let download: Download

  /// Fetches an entry. `cache` is the folder in which a download that breaks leaves what came.
  ///
  /// Throws `noInput` where the service cannot be asked or is gone, `badData` where it contradicts itself.
  public init(_ entry: Catalogue.Entry, _ server: FeatureServer, cache: String) throws(FootprintsError) {
    let layer = try ServiceLayer(server, service: entry.service, layer: entry.layer)
    download = try Download(layer, server, cache: cache)
    content = try download.content()
    self.entry = entry
    isTable = !layer.hasGeometry
    count = download.count
    record = FetchRecord(
      base: server.settings.base.text, service: entry.service, layer: entry.layer,
      time: Timestamp.text(secondsSince1970: Int(time(nil))), sha256: content.sha256, count: count,
      codeField: layer.codeField(stated: entry.codeField), edited: layer.edited)
  }

  /// The name of its file in the package.
  public var path: String { "\(entry.name).\(isTable ? "csv" : "geojson")" }

  /// Forgets what was kept to go on from, once the file is in its place.
  public func finish() { download.forget() }
}
