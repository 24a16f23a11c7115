/// A format of layers: how its files are known, read and written.
///
/// The one list of formats is ``VectorFormats/all``; whoever adds one adds it there.
package struct VectorFormat: Sendable {
  /// What it is called on a command line and in a data package: `gpkg`.
  package let keyword: String
  /// What people call it: `GeoPackage`.
  package let title: String
  /// The suffixes of its files in small letters, the usual one first.
  package let suffixes: [String]
  /// Other names that data packages and other programs have for it, in small letters.
  let aliases: [String]
  /// Whether a file that begins with some bytes is of this format, whatever its suffix.
  let matches: @Sendable (UnsafeRawBufferPointer) -> Bool
  /// Opens a file as a stream of features; nil for a format that is read in another way only.
  package let reader: Opening?
  /// Begins a file; nil for a format that is not written.
  package let writer: Beginning?
  /// Whether the standard has positions in longitude and latitude only.
  package let isLongitudeLatitude: Bool
  /// Whether it is written here and there in a file, so that an open one is better than a sink.
  package let isWrittenHereAndThere: Bool
  /// Whether GDAL's `ogr2ogr` has to be installed.
  package let needsGDAL: Bool
  /// The suffixes of the files that are written beside the one that is named.
  package let companions: [String]

  package typealias Opening = @Sendable (FeatureSource) throws(FootprintsError) -> any FeatureReader
  package typealias Beginning =
    @Sendable (FeatureTarget, LayerSchema) throws(FootprintsError) -> any FeatureWriter

  init(
    _ keyword: String, _ title: String, suffixes: [String], aliases: [String] = [],
    isLongitudeLatitude: Bool = false, isWrittenHereAndThere: Bool = false,
    needsGDAL: Bool = false, companions: [String] = [],
    matches: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool = { _ in false }, reader: Opening? = nil,
    writer: Beginning? = nil
  ) {
    self.keyword = keyword
    self.title = title
    self.suffixes = suffixes
    self.aliases = aliases
    self.isLongitudeLatitude = isLongitudeLatitude
    self.isWrittenHereAndThere = isWrittenHereAndThere
    self.needsGDAL = needsGDAL
    self.companions = companions
    self.matches = matches
    self.reader = reader
    self.writer = writer
  }

  /// Whether layers are read from it.
  package var canRead: Bool { reader != nil }
  /// Whether it is one of the three forms of GeoJSON.
  package var isGeoJSON: Bool { keyword.hasPrefix("geojson") }
  /// Whether a file of it may have several layers.
  var hasLayers: Bool { needsGDAL || suffixes.contains("zip") || suffixes.contains("gpkg") }
  /// Whether files of it can be made.
  package var canWrite: Bool { writer != nil }
}

/// A file that features are read from.
package struct FeatureSource: Sendable {
  /// Its bytes.
  package let bytes: FileBytes
  /// Its path, for formats that are more than one file or are read here and there; nil for what is no file.
  let path: String?
  /// The layer meant, for files of several; nil where none was named.
  let layer: String?
  /// What to call the layer where the file does not say.
  let name: String
  /// How many threads may be used; never changes what is read.
  let jobs: Int

  /// The suffix of its name in small letters.
  package var suffix: String { VectorPath(bytes.name).suffix }

  /// Describes a source.
  package init(bytes: FileBytes, path: String?, layer: String?, name: String, jobs: Int) {
    self.bytes = bytes
    self.path = path
    self.layer = layer
    self.name = name
    self.jobs = jobs
  }
}

/// Where features are written to.
package struct FeatureTarget {
  /// Takes the bytes of formats that are written from front to back.
  let sink: any ByteSink
  /// An empty file that is open, for formats that are written here and there; nil where there is only the sink.
  let descriptor: Int32?
  /// What the file is called, without folders and suffix, and its suffix in small letters, empty where it has none.
  let (name, suffix): (String, String)
  /// Opens a file beside it, by its suffix; nil where there is no place for one.
  let companion: Companion?
  /// The reference system of the positions; nil for one that nobody knows.
  let reference: ReferenceSystem?
  /// The decimals of coordinates in text; nil for as many as are read back the same.
  let decimals: Int?
  /// The time that formats state which state one, ISO 8601 in UTC with milliseconds.
  let lastChange: String
  /// How many threads may be used; never changes what is written.
  let jobs: Int

  package typealias Companion = (String) throws(FootprintsError) -> any ByteSink

  /// Describes a target.
  package init(
    sink: any ByteSink, descriptor: Int32? = nil, file: String? = nil, companion: Companion? = nil,
    reference: ReferenceSystem?, decimals: Int? = nil,
    lastChange: String = "1970-01-01T00:00:00.000Z", jobs: Int
  ) {
    self.sink = sink
    self.descriptor = descriptor
    let place = file.map(VectorPath.init)
    let name = place?.plainName ?? ""
    self.name = name.isEmpty || name.hasPrefix("-") || name.hasPrefix("=") ? "layer" : name
    suffix = place?.suffix ?? ""
    self.companion = companion
    self.reference = reference
    self.decimals = decimals
    self.lastChange = lastChange
    self.jobs = jobs
  }
}
