import Synchronization

/// A layer that is fit for analysis and never changes: valid areas, in the order of their codes, in the working
/// reference system, and on the kernel's grid.
///
/// Areas come in the order of their codes so that no sum depends on the order of a file. Rings that cross are
/// repaired, because every measure of an overlap relies on the interior being on one side of each edge; ``repairs``
/// says what was done.
public struct PreparedLayer: Sendable {
  /// The resource's name in its data package, or the file's name.
  public private(set) var name: String
  /// What the areas are: `ccg`, `utla`, `brick` ...; nil for a file without a package.
  public let role: String?
  /// The month the boundaries were in force, such as `2021-04`.
  public let vintage: String?
  /// How far generalisation may have moved the boundaries.
  public private(set) var resolution: Resolution
  /// One code per area, ascending; no two are equal.
  public let codes: [String]
  /// One name per area; the code where the file has none.
  public private(set) var names: [String]
  /// Further codes of some areas, by their codes.
  private var otherCodes: [String: [String]] = [:]
  /// The position of each area's feature in its file.
  package let features: [Int]
  /// The group of each area by the field that was asked for; nil where none was.
  package let groups: [NamedCode?]?
  /// The areas in metres, valid in the sense of OGC Simple Features.
  public let geometry: MultiPolygonArray
  /// Where the layer comes from.
  public let origin: LayerOrigin
  /// What was noticed while reading it.
  public let notices: [Notice]
  /// The areas that were not valid, and what became of them.
  public let repairs: [AreaRepair]
  /// The areas on the kernel's grid.
  package let gridded: GridLayer
  /// A number that this layer shares with its copies alone. A layer never changes, so what was made from it can be
  /// kept under this number.
  package let identity: Int

  /// Prepares a layer on up to `jobs` threads.
  ///
  /// Throws `badData` where a coordinate is not finite or too far from the others to lie on the grid.
  package init(_ layer: consuming Layer, jobs: Int = availableJobs) throws(FootprintsError) {
    layer.sortByCode()
    let repaired = try RepairedGeometry(of: layer.geometry, codes: layer.codes, jobs: jobs)
    name = layer.name
    role = layer.role
    vintage = layer.vintage
    resolution = layer.resolution
    codes = layer.codes
    names = layer.names
    features = layer.features
    groups = layer.groups
    origin = layer.origin
    notices = layer.notices
    geometry = repaired.geometry
    gridded = repaired.gridded
    repairs = repaired.repairs
    identity = Self.nextIdentity()
  }

  private static let lastIdentity = Atomic(0)
  static func nextIdentity() -> Int { lastIdentity.wrappingAdd(1, ordering: .relaxed).newValue }

  /// Another layer of some of the areas.
  private init(_ other: PreparedLayer, areas: [Int]) {
    (name, role, vintage, resolution) = (other.name, other.role, other.vintage, other.resolution)
    (origin, notices) = (other.origin, other.notices)
    codes = areas.map { other.codes[$0] }
    names = areas.map { other.names[$0] }
    otherCodes = other.otherCodes
    features = areas.map { other.features[$0] }
    groups = other.groups.map { groups in areas.map { groups[$0] } }
    geometry = other.geometry.selecting(areas)
    let kept = Set(codes)
    repairs = other.repairs.filter { kept.contains($0.code) }
    gridded = other.gridded.selecting(areas)
    identity = Self.nextIdentity()
  }

  /// The same areas with other outlines, valid and on the grid of the layer.
  init(_ other: PreparedLayer, outlines geometry: MultiPolygonArray, gridded: GridLayer) {
    (name, role, vintage, resolution) = (other.name, other.role, other.vintage, other.resolution)
    (codes, names, features, groups) = (other.codes, other.names, other.features, other.groups)
    otherCodes = other.otherCodes
    (origin, notices, repairs) = (other.origin, other.notices, other.repairs)
    (self.geometry, self.gridded) = (geometry, gridded)
    identity = Self.nextIdentity()
  }

  /// Pieces of two layers, on the grid of their overlap, in the order of their codes.
  init(
    pieces geometry: MultiPolygonArray, units: [NamedCode], on grid: IntegerGrid, of x: PreparedLayer,
    _ y: PreparedLayer, notice: Notice?, jobs: Int
  ) throws(FootprintsError) {
    func said(_ layer: PreparedLayer) -> [Notice] {
      (layer.notices + layer.repairs.map(Notice.init)).map {
        Notice($0.severity, $0.code, "\(layer.name): \($0.message)")
      }
    }
    name = "\(x.name)+\(y.name)"
    role = nil
    vintage = x.vintage == y.vintage ? x.vintage : nil
    resolution = x.resolution.tolerance >= y.resolution.tolerance ? x.resolution : y.resolution
    codes = units.map(\.code)
    names = units.map(\.name)
    features = Array(units.indices)
    groups = nil
    self.geometry = geometry
    origin = LayerOrigin(pieces: units.count, geometry.coordinates.count, of: x.origin, y.origin)
    notices = said(x) + said(y) + [notice].compactMap(\.self)
    repairs = []
    gridded = try GridLayer(geometry, grid: grid, jobs: jobs)
    identity = Self.nextIdentity()
  }

  /// The same layer under another name.
  public func named(_ name: String) -> PreparedLayer {
    var copy = self
    copy.name = name
    return copy
  }

  /// The same layer whose areas without a name have that of a list, by their codes.
  package func naming(by list: [String: String]) -> PreparedLayer {
    var copy = self
    copy.names = units.map { $0.named(by: list).name }
    return copy
  }

  /// The same layer whose areas have further codes, by their codes.
  package func known(by others: [String: [String]]) -> PreparedLayer {
    var copy = self
    copy.otherCodes = others
    return copy
  }

  /// Finds codes that another file writes, further ones of areas among them.
  package var codeIndex: CodeIndex {
    if otherCodes.isEmpty { return CodeIndex(codes) }
    return CodeIndex(
      codes,
      others: codes.indices.flatMap { area in (otherCodes[codes[area]] ?? []).map { ($0, area) } })
  }

  /// The same layer with a different statement of its resolution.
  public func with(resolution: Resolution) -> PreparedLayer {
    var copy = self
    copy.resolution = resolution
    return copy
  }

  /// Some areas of the layer, by ascending position; they stay on the same grid and keep the resolution of the whole
  /// layer. Precondition: there are such areas, each named once.
  public func selecting(_ areas: [Int]) -> PreparedLayer { PreparedLayer(self, areas: areas.sorted()) }

  /// The number of areas.
  public var count: Int { codes.count }

  /// The code and name of an area.
  public func unit(_ area: Int) -> NamedCode {
    var unit = NamedCode(code: codes[area], name: names[area])
    if let others = otherCodes[unit.code] { unit.others = others }
    return unit
  }

  /// The code and name of every area.
  public var units: [NamedCode] { codes.indices.map(unit) }

  /// The position of a code; nil when no area has it.
  public func index(ofCode code: String) -> Int? { codes.firstIndex(of: code) }

  /// The size of an area in m2, less its holes.
  public func area(of area: Int) -> Double { geometry.area(of: area) }
}

extension Layer {
  /// Brings the areas into the order of their codes.
  fileprivate mutating func sortByCode() {
    guard zip(codes, codes.dropFirst()).contains(where: { $1 < $0 }) else { return }
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    geometry = geometry.selecting(order)
    names = order.map { names[$0] }
    features = order.map { features[$0] }
    groups = groups.map { groups in order.map { groups[$0] } }
    codes = order.map { codes[$0] }
  }
}
