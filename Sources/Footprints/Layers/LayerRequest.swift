/// What is asked for when a layer is read: everything that a data package or a user may say about it.
public struct LayerRequest: Sendable {
  /// The name under which the layer appears.
  public var name: String
  /// What the areas are.
  public var role: String?
  /// The month the boundaries were in force.
  public var vintage: String?
  /// The resolution as stated.
  public var resolution: Resolution?
  /// The field of the codes; found by itself when nil.
  public var codeField: String?
  /// The field of the names; found by itself when nil.
  public var nameField: String?
  /// Only areas whose code begins with one of these.
  public var codePrefix: [String]?
  /// The reference system of the file, overriding what the file says.
  public var sourceReference: String?

  /// The reference system of a file that does not state its own.
  public var fallbackReference: String?

  /// Asks for a layer about which nothing is known but its name.
  public init(name: String) { self.name = name }
}
