extension FootprintsError {
  /// Why something failed, where whoever called can do more about it than the library knows: a program with
  /// options names the one that helps.
  public enum Reason: Sendable, Equatable {
    /// A directory was given where a file is needed.
    case isDirectory
    /// The working reference system is not projected in metres.
    case unsuitableWorkingSystem
    /// No transformation leads from a layer's reference system to the working one.
    case noTransformation
  }
}
