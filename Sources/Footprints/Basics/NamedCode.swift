/// A code and the name that belongs to it: an area, an organisation, a partner in a table.
public struct NamedCode: Sendable, Hashable {
  /// The code, GSS (`E38000247`) or ODS (`RXC`), or the name where the source has no codes.
  public var code: String
  /// The name; empty where the source has none.
  public var name: String

  /// Puts a code and its name together.
  public init(code: String, name: String = "") {
    self.code = code
    self.name = name
  }
}
