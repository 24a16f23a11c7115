/// A code and the name that belongs to it: an area, an organisation, a partner in a table.
///
/// Encoded as an object of `code` and `name`; when decoded, a missing name is empty.
public struct NamedCode: Sendable, Hashable, Codable {
  /// The code, GSS (`E38000247`) or ODS (`RXC`), or the name where the source has no codes.
  public var code: String
  /// The name; empty where the source has none.
  public var name: String
  /// Further codes of the same area, such as the ODS code of one that has a GSS code; they are no part of what makes two equal.
  package var others: [String] = []

  private enum CodingKeys: String, CodingKey { case code, name }

  /// Puts a code and its name together.
  public init(code: String, name: String = "") {
    self.code = code
    self.name = name
  }

  /// By code and name.
  public static func == (a: NamedCode, b: NamedCode) -> Bool { a.code == b.code && a.name == b.name }

  /// By code and name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(name)
  }

  /// Reads an object with the member `code` and perhaps `name`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = try container.decode(String.self, forKey: .code)
    name = try container.decodeIfPresent(String.self, forKey: .name) ?? ""
  }
}
