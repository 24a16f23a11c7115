/// Up to ten codes as words: "A, B and 3 more".
package struct CodeList: CustomStringConvertible {
  private let codes: [String]

  /// Names codes in the order given.
  package init(_ codes: [String]) { self.codes = codes }

  /// The list as words.
  package var description: String {
    let shown = codes.prefix(10)
    if codes.count > 10 { return shown.joined(separator: ", ") + " and \(codes.count - 10) more" }
    if codes.count > 1 { return shown.dropLast().joined(separator: ", ") + " and " + (codes.last ?? "") }
    return codes.first ?? "nothing"
  }
}
