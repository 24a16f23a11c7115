/// The members of an object of a manifest; letter case does not matter.
struct ManifestMembers {
  private let members: [JSONValue.Member]
  private let file: String
  private let place: String

  /// The members of an object; none of anything else.
  init(_ object: JSONValue?, file: String, place: String) {
    if case .object(let members)? = object { self.members = members } else { members = [] }
    self.file = file
    self.place = place
  }

  /// The value of a member; nil where there is none, or null.
  private func value(_ name: String) -> JSONValue? {
    let value = members.last { $0.name.lowercased() == name.lowercased() }?.value
    return value == .null ? nil : value
  }

  /// Whether there is a member that is not null.
  func has(_ name: String) -> Bool { value(name) != nil }

  /// A text; whole numbers are texts as well.
  func text(_ name: String) throws(FootprintsError) -> String? {
    switch value(name) {
    case nil: return nil
    case .string(let text)?: return text
    case .integer(let number)?: return String(number)
    case .number(let number)?: return String(number)
    default: throw failure("'\(name)' is not a string")
    }
  }

  /// A text, or a list of texts.
  func texts(_ name: String) throws(FootprintsError) -> [String]? {
    guard case .array(let elements)? = value(name) else { return try text(name).map { [$0] } }
    let texts = elements.compactMap(\.text)
    guard texts.count == elements.count else {
      throw failure("'\(name)' is neither a string nor a list of strings")
    }
    return texts
  }

  /// True or false.
  func flag(_ name: String) throws(FootprintsError) -> Bool? {
    switch value(name) {
    case nil: return nil
    case .bool(let flag)?: return flag
    default: throw failure("'\(name)' is neither true nor false")
    }
  }

  /// An object; throws where there is something else, with what to do about it.
  func object(_ name: String, orElse remedy: String) throws(FootprintsError) -> ManifestMembers {
    if let value = value(name) {
      guard case .object = value else { throw failure("'\(name)' is not an object", remedy: remedy) }
    }
    return ManifestMembers(value(name), file: file, place: place)
  }

  /// An object. A member that is not a known one but looks like one is an error: it would be passed over in
  /// silence.
  func object(_ name: String, knowing known: [String]? = nil) throws(FootprintsError) -> ManifestMembers {
    let inner = ManifestMembers(value(name), file: file, place: place)
    guard let known else { return inner }
    for member in inner.members where !known.contains(where: { $0.lowercased() == member.name.lowercased() })
    {
      if let near = misspelling(of: member.name, among: known) {
        throw failure("'\(name)' has no member '\(member.name)'", remedy: "Did you mean \(near)?")
      }
    }
    return inner
  }

  /// An error about the object.
  func failure(_ message: String, remedy: String? = nil) -> FootprintsError {
    FootprintsError(.badData, message, file: file, place: place, remedy: remedy)
  }
}

extension DataPackage {
  /// A role as it is known; a role of its own is allowed, unless it looks like a known one misspelt.
  static func role(_ text: String, in members: ManifestMembers) throws(FootprintsError) -> String {
    let role = text.lowercased()
    let known = tableRoles.union(layerRoles).union(pointRoles)
    if known.contains(role) { return role }
    // The tables of plans are often named without what they have in common.
    let whole = "bcf-\(role)"
    if let near = known.contains(whole) ? whole : misspelling(of: role, among: known.sorted()) {
      throw members.failure("there is no role '\(text)'", remedy: "Did you mean \(near)?")
    }
    return role
  }
}
