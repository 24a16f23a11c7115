/// What a mass is of.
public enum MassUnit: String, Sendable, Codable {
  /// Area in square metres.
  case squareMetres = "area"
  /// Residents.
  case people = "population"
  /// Patients of hospital trusts.
  case patients = "flow"

  /// The word for it: "area", "people", "patients".
  public var noun: String {
    switch self {
    case .squareMetres: "area"
    case .people: "people"
    case .patients: "patients"
    }
  }

  /// Whether persons are counted, and not ground.
  package var countsPersons: Bool { self != .squareMetres }

  /// What an area has of it: "area", "residents", "patients".
  package var possession: String { self == .people ? "residents" : noun }

  /// The name of the column that has it.
  package var column: String {
    switch self {
    case .squareMetres: "area_m2"
    case .people: "population"
    case .patients: "patients"
    }
  }

  /// The verb after ``possession``: "is" or "are".
  package var verb: String { countsPersons ? "are" : "is" }

  /// A mass in words: "12.3 km2", "1,234 people".
  public func words(_ mass: Double) -> String {
    switch self {
    case .squareMetres: Wording.area(mass)
    case .people: Wording.people(mass)
    case .patients: "\(Wording.count(mass)) \(mass.rounded() == 1 ? "patient" : "patients")"
    }
  }

  /// A mass in a column whose title says what it is of.
  package func cell(_ mass: Double) -> String {
    switch self {
    case .squareMetres: Wording.area(mass)
    case .people, .patients: Wording.count(mass)
    }
  }
}
