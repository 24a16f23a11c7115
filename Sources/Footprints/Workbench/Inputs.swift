/// What one analysis was made from, for its provenance and licence lines.
public struct Inputs: Sendable {
  /// A table that was read.
  public struct Table: Sendable {
    /// Its role in the package.
    public var role: String
    /// Its bytes.
    public var file: FileBytes
  }

  /// The package; nil when only files were named.
  public private(set) var package: Manifest?
  /// The working reference system.
  public private(set) var working: ReferenceSystem
  /// The layers read, in order of use.
  public private(set) var layers: [PreparedLayer]
  /// The tables read, in order of use.
  public private(set) var tables: [Table] = []
  /// What reading and analysing had to say, in order.
  public var notices: [Notice] = []

  init(_ workbench: Workbench, layers: [PreparedLayer]) {
    package = workbench.package?.manifest
    working = workbench.reader.working
    self.layers = []
    for layer in layers { add(layer) }
  }

  /// Adds a layer that was read, with its notices.
  mutating func add(_ layer: PreparedLayer) {
    if layers.contains(where: {
      $0.name == layer.name && $0.origin.files.map(\.name) == layer.origin.files.map(\.name)
    }) {
      return
    }
    layers.append(layer)
    notices += (layer.notices + layer.repairs.map(Notice.init)).map {
      Notice($0.severity, $0.code, "\(layer.name): \($0.message)")
    }
  }

  /// Adds bricks that were read, with their notices.
  mutating func add(_ bricks: Bricks) {
    add(bricks.layer)
    notices += bricks.notices
  }

  /// Adds the table with a role if the package has one.
  mutating func addTable(role: String, of package: DataPackage?) throws(FootprintsError) {
    guard let package, let resource = package.resource(role: role) else { return }
    tables.append(Table(role: role, file: try package.files.bytes(at: resource.path)))
  }

  /// Whether a result describes no real place.
  public var isFictional: Bool { package?.isFictional == true }

  /// The lines about source and licence that a result must carry: the package's own, and those of the Office
  /// for National Statistics where a layer has its codes.
  public var licenceLines: [String] {
    var lines = package?.licenceLines ?? []
    let official = layers.filter { OfficialCodes.areUsed(in: $0.codes) }
    if !official.isEmpty, !lines.contains(where: { $0.contains("Office for National Statistics") }) {
      lines.append("Source: Office for National Statistics licensed under the Open Government Licence v.3.0")
      let years = official.compactMap { $0.vintage?.prefix(4) }.sorted()
      lines.append(
        "Contains OS data (c) Crown copyright and database right" + (years.last.map { " \($0)" } ?? ""))
    }
    return lines
  }
}

/// The codes of the Government Statistical Service: a letter for the country and eight digits (E38000006).
enum OfficialCodes {
  /// Whether most of the codes are of that form.
  static func areUsed(in codes: [String]) -> Bool {
    codes.count(where: isOfficial) * 2 > codes.count
  }

  private static func isOfficial(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return bytes.count == 9 && "EWSNKL".utf8.contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
