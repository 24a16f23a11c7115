/// The address of a folder of services, such as
/// `https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services`.
public struct ServiceAddress: Sendable, Equatable {
  /// The address without a slash at its end.
  public let text: String
  /// The scheme, host and port in lower case, by which it is seen whether a redirect stays with the host.
  let origin: String
  /// Whether it goes without TLS, to a server on this machine.
  let isPlain: Bool

  /// Reads an address. Throws `usage` for one that is no address, that would go over the network without TLS, or that has a
  /// password, a query or a fragment.
  public init(_ text: String) throws(FootprintsError) {
    func refused(_ why: String, _ remedy: String) -> FootprintsError {
      FootprintsError(.usage, "the address '\(text)' \(why)", remedy: remedy)
    }
    guard let end = text.range(of: "://"), text.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) }) else {
      throw refused("is none of a server", "It begins with https://.")
    }
    let scheme = text[..<end.lowerBound].lowercased()
    let rest = text[end.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(host.count)
    if host.contains("@") || path.contains("?") || path.contains("#") || host.contains("\\") {
      throw refused("has a password, a query or a fragment", "Leave that out.")
    }
    let name = Self.name(host.lowercased())
    guard !name.isEmpty else { throw refused("names no host", "It begins with https:// and a host.") }
    isPlain = scheme == "http"
    guard scheme == "https" || (isPlain && ["localhost", "127.0.0.1", "[::1]"].contains(name)) else {
      throw refused("is not of https", "Without TLS only servers on this machine are asked.")
    }
    var trimmed = text[...]
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.text = String(trimmed)
    origin = Self.origin(scheme, host.lowercased())
  }

  /// Whether an address is one of the same host, port and scheme.
  func isSameOrigin(_ url: String) -> Bool {
    guard let end = url.range(of: "://") else { return false }
    let host = url[end.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return Self.origin(url[..<end.lowerBound].lowercased(), host.lowercased()) == origin
  }

  /// The port that a scheme has anyway is none.
  private static func origin(_ scheme: String, _ host: String) -> String {
    let usual = scheme == "https" ? ":443" : ":80"
    return "\(scheme)://\(host.hasSuffix(usual) ? String(host.dropLast(usual.count)) : host)"
  }

  /// The host without its port.
  private static func name(_ host: String) -> String {
    if host.hasPrefix("["), let close = host.firstIndex(of: "]") { return String(host[...close]) }
    return String(host.prefix { $0 != ":" })
  }
}

extension StringProtocol {
  /// Where a text first occurs.
  fileprivate func range(of text: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
