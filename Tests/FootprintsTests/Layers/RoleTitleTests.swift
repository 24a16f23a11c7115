import Footprints
import Testing

@Suite struct RoleTitleTests {
  @Test(
    arguments: [
      ("ccg", "clinical commissioning group", "clinical commissioning groups"),
      ("CCG", "clinical commissioning group", "clinical commissioning groups"),
      ("ltla", "lower-tier local authority", "lower-tier local authorities"),
      ("brick", "small area", "small areas"), ("trust", "trust", "trusts"),
      ("nhs-region", "NHS England region", "NHS England regions"), ("place", "place", "places"),
      ("ward", "area of mine", "areas of mine"),
      ("", "area of mine", "areas of mine"), (nil, "area of mine", "areas of mine"),
    ] as [(String?, String, String)])
  func knownRolesHaveTitlesAndOthersTheNameOfTheLayer(role: String?, one: String, many: String) {
    let title = RoleTitle(role: role, layer: "mine")
    #expect(title.one == one && title.many == many)
  }

  @Test func trustsArePlacesByTheirCatchments() {
    let trust = RoleTitle(role: "trust", layer: "mine").place
    #expect(trust.one == "trust’s catchment" && trust.many == "trusts’ catchments")
    #expect(RoleTitle(role: "ccg", layer: "mine").place == RoleTitle(role: "ccg", layer: "yours"))
  }
}
