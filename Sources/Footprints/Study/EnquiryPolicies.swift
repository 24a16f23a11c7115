extension Enquiry {
  /// The policy tests: the usual ones with what the package's own table changes and adds, and with numbers in place of theirs.
  ///
  /// Throws `usage` for a number of a test that there is not, or that makes no sense; `badData` for a table that cannot be used.
  ///
  /// - Parameters:
  ///   - tolerance: the share at or above which a unit counts as wholly inside another.
  ///   - numbers: as in ``PolicyPreset/all(tolerance:numbers:)``.
  public func policyTests(
    tolerance: Double, numbers: [String: Double] = [:]
  ) throws(FootprintsError) -> [PolicyPreset] {
    let usual = PolicyPreset.usual(tolerance: tolerance)
    guard let table = try table(role: "presets") else { return try PolicyPreset.all(usual, numbers: numbers) }
    let own = try study.kept.value("policy tests") { () throws(FootprintsError) in try PolicyTable(table) }
    note(own.notices)
    return try PolicyPreset.all(own.applied(to: usual), numbers: numbers)
  }
}
