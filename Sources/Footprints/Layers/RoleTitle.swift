/// What the areas of a layer are called, for people.
public struct RoleTitle: Sendable, Hashable {
  /// One of them: "clinical commissioning group".
  public let one: String
  /// Several of them.
  public let many: String
  /// What something can lie in: the same, but for a trust its catchment.
  public var place: RoleTitle {
    self == Self.known["trust"] ? RoleTitle("trust’s catchment", "trusts’ catchments") : self
  }

  /// The title of a role; for an unknown role, or none, areas of the layer.
  public init(role: String?, layer: String) {
    self = Self.title(of: role) ?? RoleTitle("area of \(layer)", "areas of \(layer)")
  }

  private init(_ one: String, _ many: String) { (self.one, self.many) = (one, many) }

  /// The title of a role; nil for an unknown role, or none.
  package static func title(of role: String?) -> RoleTitle? { role.flatMap { known[$0.lowercased()] } }

  /// The same with the layer that they are areas of, where there is another layer of such areas.
  func of(_ layer: String) -> RoleTitle { RoleTitle("\(one) of \(layer)", "\(many) of \(layer)") }

  /// "1 trust", "3 trusts".
  func counted(_ count: Int) -> String { Wording.plural(count, one, many) }

  private static let known: [String: RoleTitle] = [
    "ccg": RoleTitle("clinical commissioning group", "clinical commissioning groups"),
    "ltla": RoleTitle("lower-tier local authority", "lower-tier local authorities"),
    "utla": RoleTitle("upper-tier local authority", "upper-tier local authorities"),
    "hwb": RoleTitle("health and wellbeing board", "health and wellbeing boards"),
    "stp": RoleTitle(
      "sustainability and transformation partnership", "sustainability and transformation partnerships"
    ),
    "ics": RoleTitle("integrated care system", "integrated care systems"),
    "icb": RoleTitle("integrated care board", "integrated care boards"),
    "sicbl": RoleTitle("sub-ICB location", "sub-ICB locations"),
    "strategic-authority": RoleTitle("strategic authority", "strategic authorities"),
    "nhs-region": RoleTitle("NHS England region", "NHS England regions"),
    "cancer-alliance": RoleTitle("cancer alliance", "cancer alliances"),
    "place": RoleTitle("place", "places"), "neighbourhood": RoleTitle("neighbourhood", "neighbourhoods"),
    "unitary": RoleTitle("unitary authority", "unitary authorities"),
    "proposed": RoleTitle("proposed authority", "proposed authorities"),
    "trust": RoleTitle("trust", "trusts"),
    "brick": RoleTitle("small area", "small areas"),
  ]
}

extension PreparedLayer {
  /// What its areas are called.
  package var title: RoleTitle { RoleTitle(role: role, layer: name) }

  /// The layer as a title names it: "clinical commissioning groups (ccg)", or its name where its areas have no title.
  var heading: String {
    guard let title = RoleTitle.title(of: role) else { return name }
    return "\(title.place.many) (\(name))"
  }
}
