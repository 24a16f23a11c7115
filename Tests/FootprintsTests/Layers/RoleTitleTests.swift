import Footprints
import Testing

@Suite struct RoleTitleTests {
  @Test(
    arguments: [
      ("ccg", "clinical commissioning group", "clinical commissioning groups"),
      ("CCG", "clinical commissioning group", "clinical commissioning groups"),
      ("ltla", "lower-tier local authority", "lower-tier local authorities"),
      ("brick", "small area", "small areas"), ("trust", "trust", "trusts"),
      ("ward", "mine area", "mine areas"),
      ("", "mine area", "mine areas"), (nil, "mine area", "mine areas"),
    ] as [(String?, String, String)])
  func knownRolesHaveTitlesAndOthersTheNameOfTheLayer(role: String?, one: String, many: String) {
    let title = RoleTitle(role: role, layer: "mine")
    #expect(title.one == one && title.many == many)
  }
}
