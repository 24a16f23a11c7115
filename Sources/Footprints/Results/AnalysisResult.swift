/// What an analysis found out, declared field by field. Its JSON is the result itself; which other formats there are
/// follows from what else it has: tables, a document, features.
public protocol AnalysisResult: Sendable, Encodable {
  /// What was asked for, with defaults filled in.
  static var parameters: [Field<Self>] { get }
  /// The results.
  static var fields: [Field<Self>] { get }
  /// The tables, the main one first; none if the result is not tabular.
  static var tables: [TableDeclaration<Self>] { get }
  /// What a reader needs to know about how the result came about.
  var notes: [Note] { get }
  /// Whether the result says itself what a notice says, so that nobody need say it beside it.
  func says(_ notice: Notice) -> Bool
  /// How the analysis ended.
  var completion: Completion { get }
  /// What its rows are about, so that a listing can name some of them; none where rows have no codes.
  var listable: [NamedCode] { get }
  /// Keeps the rows that a listing wants, in its order. Whatever is said about the whole stays as it is.
  mutating func list(_ choice: inout RowChoice)
}

extension AnalysisResult {
  /// None.
  public static var tables: [TableDeclaration<Self>] { [] }
  /// None.
  public var notes: [Note] { [] }
  /// It does not.
  public func says(_ notice: Notice) -> Bool { false }
  /// Done.
  public var completion: Completion { .done }
  /// Nothing can be named.
  public var listable: [NamedCode] { [] }
  /// All rows stay.
  public func list(_ choice: inout RowChoice) {}

  /// The result as the JSON that the data dictionary describes; nothing is read back from it.
  public func encode(to encoder: any Encoder) throws { try Self.fields.object(of: self).encode(to: encoder) }
}

/// How an analysis ended.
public enum Completion: Sendable, Equatable {
  /// All that was asked for was answered.
  case done
  /// Something could not be read, for these reasons; the rest was answered all the same. There is at least one.
  case partly([FootprintsError])
  /// All was answered, and the answer is that there are errors in what was looked at.
  case faulty
}

/// A result that people can read.
public protocol DocumentedResult: AnalysisResult {
  /// The report, without the lines about sources that the frame adds.
  var document: Document { get }
  /// Whether the report lists its layers itself, so that the frame need not.
  static var listsItsLayers: Bool { get }
  /// Whether the report is all that its reader has, so that what was noticed, asked and used stands in it too.
  static var standsAlone: Bool { get }
}

extension DocumentedResult {
  /// No.
  public static var listsItsLayers: Bool { false }
  /// No.
  public static var standsAlone: Bool { false }
}

/// A result that has pictures of its numbers.
public protocol IllustratedResult: DocumentedResult {
  /// The pictures, the most telling one first, made when they are asked for.
  func figures() -> [Figure]
}

extension DocumentedResult {
  /// The report with its pictures: after the answer, before the first table or part.
  var illustrated: Document {
    var document = document
    guard let figures = (self as? any IllustratedResult)?.figures(), !figures.isEmpty else { return document }
    let place = document.blocks.firstIndex { block in
      switch block {
      case .heading, .table: true
      default: false
      }
    }
    document.blocks.insert(
      contentsOf: figures.map(Document.Block.figure), at: place ?? document.blocks.endIndex)
    return document
  }
}

/// A result with shapes.
public protocol GeographicResult: AnalysisResult {
  /// The shapes, made when they are asked for.
  func features() throws(FootprintsError) -> FeatureCollection
}

/// Shapes with the values of a table's rows.
public struct FeatureCollection: Sendable {
  /// What the collection is called.
  public var name: String
  /// One area per feature, in longitude and latitude (WGS 84); none where features are points.
  public var geometry: MultiPolygonArray
  /// One position per feature, likewise, where features are points; not a number for one without a place.
  public var points: [Coordinate] = []
  /// One row per feature.
  public var properties: Table
  /// One position per feature, likewise, for a feature whose area has no polygons; not a number for one without a place.
  /// None where areas without polygons have no geometry.
  public var places: [Coordinate] = []
  /// What each feature is called; features are numbered from 1 where there is nothing.
  public var identifiers: [String] = []
  /// The column of shares, 0...1, by which QGIS shades areas; nil where it may show them as it likes.
  public var shade: String?
  /// What a reader must know of the shapes alone.
  public var notes: [Note] = []
  /// How many threads may be used to write them; never changes what is written.
  public var jobs = 1

  /// Whether coordinates have seven decimals and areas are valid with them (`roundedToSevenDecimals`).
  let isRounded: Bool

  /// Puts the two together. Precondition: as many rows as areas.
  public init(name: String, geometry: MultiPolygonArray, properties: Table) {
    self.init(name: name, geometry, isRounded: false, properties)
  }

  /// The same with shapes that are as they will be written.
  init(name: String, rounded geometry: MultiPolygonArray, properties: Table) {
    self.init(name: name, geometry, isRounded: true, properties)
  }

  /// Puts points and their values together. Precondition: as many rows as points.
  public init(name: String, points: [Coordinate], properties: Table) {
    precondition(points.count == properties.count, "one row of properties per feature")
    self.name = name
    geometry = MultiPolygonArray()
    self.points = points
    self.properties = properties
    isRounded = false
  }

  private init(name: String, _ geometry: MultiPolygonArray, isRounded: Bool, _ properties: Table) {
    precondition(geometry.count == properties.count, "one row of properties per feature")
    self.name = name
    self.geometry = geometry
    self.isRounded = isRounded
    self.properties = properties
  }
}
