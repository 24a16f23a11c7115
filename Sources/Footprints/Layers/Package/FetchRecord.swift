/// Where a resource was fetched from, and what it was then.
package struct FetchRecord: Sendable, Equatable {
  /// The root of the services.
  package var base: String
  /// The service, and the number of the layer in it.
  package var service: String
  package var layer: Int
  /// When, in UTC: `2026-04-01T12:00:00.000Z`.
  package var time: String
  /// The digest of the file, in lower-case hexadecimal.
  package var sha256: String
  /// The number of features or rows.
  package var count: Int
  /// The field of the codes; nil where none was found.
  package var codeField: String?
  /// When the service was last edited, in milliseconds since the beginning of 1970; nil where it did not say.
  package var edited: Int?

  /// Puts the parts together.
  package init(
    base: String, service: String, layer: Int, time: String, sha256: String, count: Int, codeField: String?,
    edited: Int?
  ) {
    (self.base, self.service, self.layer, self.time) = (base, service, layer, time)
    (self.sha256, self.count, self.codeField, self.edited) = (sha256, count, codeField, edited)
  }

  /// The record as a manifest has it.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("base", .string(base)), .init("service", .string(service)), .init("layer", .integer(layer)),
      .init("time", .string(time)), .init("sha256", .string(sha256)), .init("count", .integer(count)),
    ]
    if let codeField { members.append(.init("code", .string(codeField))) }
    if let edited { members.append(.init("edited", .integer(edited))) }
    return .object(members)
  }

  /// Reads the member `fetched`; nil where there is none.
  init?(_ members: ManifestMembers) throws(FootprintsError) {
    guard members.has("fetched") else { return nil }
    let own = try members.object("fetched", orElse: "Remove it, or fetch the resource again.")
    func text(_ name: String) throws(FootprintsError) -> String {
      guard let text = try own.text(name) else {
        throw own.failure(
          "'fetched' has no '\(name)'", remedy: "Remove 'fetched', or fetch the resource again.")
      }
      return text
    }
    func whole(_ name: String) throws(FootprintsError) -> Int? {
      try own.text(name).map { (text) throws(FootprintsError) in
        guard let number = Int(text), number >= 0 else {
          throw own.failure("'\(name)' of 'fetched' is no whole number", remedy: "Fetch the resource again.")
        }
        return number
      }
    }
    base = try text("base")
    service = try text("service")
    layer = try whole("layer") ?? 0
    time = try own.text("time") ?? ""
    sha256 = try text("sha256")
    count = try whole("count") ?? 0
    codeField = try own.text("code")
    edited = try whole("edited")
  }
}
