/// What is asked for when a layer is read: everything that a data package or a user may say about it.
package struct LayerRequest: Sendable {
  /// The name under which the layer appears.
  package var name: String
  /// What the areas are.
  package var role: String?
  /// The month the boundaries were in force.
  package var vintage: String?
  /// The resolution as stated.
  package var resolution: Resolution?
  /// The field of the codes; found automatically when nil.
  package var codeField: String?
  /// The field of the names; found automatically when nil.
  package var nameField: String?
  /// The field that says which group an area belongs to; none when nil.
  package var groupField: String?
  /// Only areas whose code begins with one of these.
  package var codePrefix: [String]?
  /// The reference system of the file as its data package states it, overriding what the file says.
  package var sourceReference: String?

  /// The reference system that the user states, overriding what the file says unless that is degrees and this is not.
  package var fallbackReference: String?

  /// The column of eastings or longitudes of a table of points; found automatically when nil.
  package var xField: String?
  /// The column of northings or latitudes; found automatically when nil.
  package var yField: String?

  /// Whether several areas with one code are told apart by a number after it, for whoever looks for faults; else they are an
  /// error.
  package var keepsDuplicates = false

  /// Whether the areas are of no real place.
  package var isFictional = false

  /// Asks for a layer about which nothing is known but its name.
  package init(name: String) { self.name = name }
}
