/// The services that there are.
struct ServiceList {
  let names: [String]

  /// Asks for them.
  init(_ server: FeatureServer) throws(FootprintsError) {
    let bytes: FileBytes
    do throws(FeatureServer.Refusal) {
      bytes = try server.answer("?f=json")
    } catch {
      throw error.error(asking: server.settings.base.text)
    }
    names = (try JSONValue(parsing: bytes)["services"]?.elements ?? []).compactMap { service in
      let isOther = service["type"]?.text.map { $0 != "FeatureServer" } ?? false
      return isOther ? nil : service["name"]?.text
    }
  }

  /// The services that may be meant by a name, the likeliest first: those nearest by letters, then those that have most of its
  /// words, since a name that drifts keeps most of them.
  func nearest(to name: String) -> [String] {
    var found = nearestNames(to: name, among: names)
    let wanted = Self.words(name)
    let byWords = names.map { (name: $0, share: Self.likeness(wanted, Self.words($0))) }
      .filter { $0.share >= 0.5 }
      .sorted { ($1.share, $0.name) < ($0.share, $1.name) }
    for other in byWords where found.count < 3 && !found.contains(other.name) { found.append(other.name) }
    return found
  }

  /// What to do about a service that is gone.
  func suggestion(for name: String) -> String {
    let near = nearest(to: name)
    return near.isEmpty
      ? "No other of the \(names.count) services has such a name."
      : "The nearest are \(CodeList(near)): ask for NAME=SERVICE with one of them."
  }

  private static func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split(separator: "_").map(String.init))
  }

  private static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    Double(a.intersection(b).count) / Double(max(1, a.union(b).count))
  }
}
