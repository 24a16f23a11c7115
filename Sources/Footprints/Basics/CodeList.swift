/// Up to ten names as words, "A, B and 3 more", each cut where it is very long: a message stays a message whatever a
/// file holds.
package struct CodeList: CustomStringConvertible {
  private let shown: [String]
  private let count: Int
  private let conjunction: String?

  /// Names things in the order given.
  ///
  /// - Parameters:
  ///   - names: what is named.
  ///   - limit: how many are named; the rest are counted.
  ///   - conjunction: the word before the last; nil for a comma.
  package init(_ names: some Collection<String>, limit: Int = 10, joinedBy conjunction: String? = "and") {
    shown = names.prefix(limit).map(\.excerpt)
    count = names.count
    self.conjunction = conjunction
  }

  /// The list as words.
  package var description: String {
    if count > shown.count { return shown.joined(separator: ", ") + " and \(count - shown.count) more" }
    guard let last = shown.last, shown.count > 1, let conjunction else {
      return shown.isEmpty ? "nothing" : shown.joined(separator: ", ")
    }
    return shown.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
