/// What a mass is of.
public enum MassUnit: String, Sendable, Codable {
  /// Area in square metres.
  case squareMetres = "area"
  /// Residents.
  case people = "population"

  /// The word for it: "area", "people".
  public var noun: String {
    switch self {
    case .squareMetres: "area"
    case .people: "people"
    }
  }

  /// A mass in words: "12.3 km2", "1,234 people".
  public func words(_ mass: Double) -> String {
    switch self {
    case .squareMetres: Wording.area(mass)
    case .people: Wording.people(mass)
    }
  }

  /// A mass in a column whose title says what it is of.
  package func cell(_ mass: Double) -> String {
    switch self {
    case .squareMetres: Wording.area(mass)
    case .people: Wording.count(mass)
    }
  }
}
