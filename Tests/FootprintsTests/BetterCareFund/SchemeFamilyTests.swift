import Testing

@testable import Footprints

@Suite struct SchemeFamilyTests {
  private func reasons(_ type: String, subtype: String = "", family: String = "", process: String) throws
    -> [String]
  {
    let scheme = BetterCareFundPlan.Scheme(id: "1", type: type, subtype: subtype, family: family)
    return SchemeMatcher(try ProcessMap.standard.process(named: process)).reasons(scheme)
  }

  @Test func typesOfOtherYearsMatchByTheirFamily() throws {
    #expect(
      try reasons("Bed based intermediate care services", process: "step-down-beds") == [
        "type Bed based intermediate care services (Intermediate Care Services)"
      ])
    #expect(
      try reasons("Intermediate Care Services", process: "step-down-beds") == [
        "type Intermediate Care Services"
      ])
    #expect(try reasons("Long-term residential or nursing care", process: "step-down-beds") == [])
    #expect(try reasons("Magic", process: "step-down-beds") == [])
  }

  /// A table says the family where the user's own words gave one.
  @Test func aFamilyThatIsSaidCounts() throws {
    #expect(
      try reasons("Magic", family: "Intermediate Care Services", process: "step-down-beds") == [
        "type Magic (Intermediate Care Services)"
      ])
  }

  /// As for the type of 2019: where a sub-type names a change, that decides.
  @Test func subTypesOfDischargeSupportDecide() throws {
    let type = "Discharge support and infrastructure"
    #expect(try reasons(type, subtype: "Trusted Assessor", process: "discharge-to-assess") == [])
    #expect(try reasons(type, subtype: "Trusted Assessor", process: "trusted-assessor").count == 2)
    #expect(try reasons(type, process: "discharge-to-assess").count == 1)
  }
}
