/// What the areas of a layer are called, for people.
public struct RoleTitle: Sendable, Hashable {
  /// One of them: "clinical commissioning group".
  public let one: String
  /// Several of them.
  public let many: String
  /// What something can lie in: the same, but for a trust its catchment.
  public var place: (one: String, many: String) {
    one == "trust" ? ("trust's catchment", "trusts' catchments") : (one, many)
  }

  /// The title of a role; for an unknown role, or none, the name of the layer is used.
  public init(role: String?, layer: String) {
    if let role, let known = Self.known[role.lowercased()] {
      (one, many) = known
    } else {
      (one, many) = ("\(layer) area", "\(layer) areas")
    }
  }

  private static let known: [String: (String, String)] = [
    "ccg": ("clinical commissioning group", "clinical commissioning groups"),
    "ltla": ("lower-tier local authority", "lower-tier local authorities"),
    "utla": ("upper-tier local authority", "upper-tier local authorities"),
    "hwb": ("health and wellbeing board", "health and wellbeing boards"),
    "stp": (
      "sustainability and transformation partnership", "sustainability and transformation partnerships"
    ),
    "icb": ("integrated care board", "integrated care boards"),
    "sicbl": ("sub-ICB location", "sub-ICB locations"),
    "trust": ("trust", "trusts"),
    "brick": ("small area", "small areas"),
  ]
}
