/// Finds codes that another file writes: exactly, else without what spreadsheets and copying do to them.
///
/// Published tables pad codes with spaces, no-break spaces among them, write them in another letter case, or, where they
/// are numbers, as `101.0`. Such a code is the same code as long as it can be only one.
package struct CodeIndex: Sendable {
  private let codes: [String]
  /// Further codes with the position of what they stand for.
  private let others: [(code: String, position: Int)]
  private let exact: [String: Int]

  /// An index of codes. Of equal ones the first counts.
  ///
  /// - Parameter others: further codes, with the position of the code that each stands for; one that is a code itself does not count.
  package init(_ codes: [String], others: [(code: String, position: Int)] = []) {
    self.codes = codes
    var exact = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    self.others = others.filter { exact[$0.code] == nil }
    for (code, position) in self.others where exact[code] == nil { exact[code] = position }
    self.exact = exact
  }

  /// A code by its position.
  package subscript(_ position: Int) -> String { codes[position] }

  /// The number of codes.
  package var count: Int { codes.count }

  /// What was found.
  package struct Matches: Sendable {
    /// The position of each text among the codes; nil where it is not among them.
    package let positions: [Int?]
    /// The texts that were found only in other spelling, each once, in order.
    package let respelt: [String]
    /// How many texts were found.
    package var count: Int { positions.count { $0 != nil } }
  }

  /// The position of each text among the codes.
  package func positions(of texts: [String]) -> Matches {
    var positions = texts.map { exact[$0] }
    guard positions.contains(nil) else { return Matches(positions: positions, respelt: []) }
    // Making keys costs time, and most files are written alike: where the codes are their own keys, only texts that are
    // not can be found by them.
    let codesAreKeys = codes.allSatisfy(\.isCodeKey) && others.allSatisfy(\.code.isCodeKey)
    let open = texts.indices.filter { positions[$0] == nil && !(codesAreKeys && texts[$0].isCodeKey) }
    if open.isEmpty { return Matches(positions: positions, respelt: []) }
    var keys: [String: Int?] = [:]
    for (index, code) in codes.enumerated() {
      let key = code.codeKey
      // Two codes with one key cannot be distinguished by it.
      keys[key] = keys[key] == nil ? index : .some(nil)
    }
    for (code, position) in others {
      let key = code.codeKey
      if let known = keys[key], known != position { keys[key] = .some(nil) } else { keys[key] = position }
    }
    var respelt: [String] = []
    var seen: Set<String> = []
    for place in open {
      let text = texts[place]
      guard let found = keys[text.codeKey], let index = found else { continue }
      positions[place] = index
      if seen.insert(text).inserted { respelt.append(text) }
    }
    return Matches(positions: positions, respelt: respelt)
  }
}

extension String {
  /// Whether it is certainly its own key, as nearly all codes are: capitals and digits only.
  fileprivate var isCodeKey: Bool {
    utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  /// A code without padding, letter case, and the `.0` that spreadsheets add to numbers.
  package var codeKey: String {
    if isCodeKey { return self }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isPadding { scalars.removeFirst() }
    while let last = scalars.last, last.isPadding { scalars.removeLast() }
    var key = String(scalars).uppercased()
    if key.hasSuffix(".0"), key.count > 2, key.dropLast(2).allSatisfy({ $0.isASCII && $0.isNumber }) {
      key.removeLast(2)
    }
    return key
  }
}

extension Unicode.Scalar {
  /// White space of any kind, and the marks of no width that copying leaves behind.
  fileprivate var isPadding: Bool {
    properties.isWhitespace || value == 0x200B || value == 0x2060 || value == 0xFEFF
  }
}

extension Notice {
  /// What a reader must know of codes that were found only in other spelling.
  static func respelt(_ codes: [String], in file: String, of layer: String) -> [Notice] {
    if codes.isEmpty { return [] }
    let which = CodeList(codes.map { "'\($0)'" })
    return [
      Notice(
        .information, "codes-respelt",
        "\(file): \(which) taken for codes of \(layer) that are written otherwise")
    ]
  }
}

extension FootprintsError {
  /// The error of a join that finds nothing, with an example of either side.
  static func nothingMatches(
    _ file: String, _ code: String, _ layer: String, _ own: String
  ) -> FootprintsError {
    FootprintsError(
      .badData, "none of its codes is a code of \(layer): it has '\(code)', \(layer) has '\(own)'",
      file: file,
      remedy: "Check that both are of the same year and level, and which fields hold the codes.")
  }
}
