/// How services are asked: where, how patiently, and how much is taken.
public struct FetchSettings: Sendable {
  /// The root of the services.
  public var base: ServiceAddress
  /// The first wait before a question is asked again, in seconds; each further one is twice as long, up to a minute.
  public var firstWait = 1.0
  /// The most that one answer may take, in seconds.
  public var timeout = 300.0
  /// The most bytes of one answer.
  public var mostBytes = 256 << 20
  /// How often a question is asked at most.
  public var attempts = 5

  /// The settings for a root.
  public init(base: ServiceAddress) { self.base = base }

  /// The longest wait before a question is asked again, whatever the server wants, in seconds.
  static let longestWait = 60.0

  /// The Open Geography services of the Office for National Statistics.
  public static let openGeography =
    "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services"
}
