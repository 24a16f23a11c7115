/// The demonstration region's data package, for examples that read files.
enum Region {
  /// DocumentationTests, Tests, package.
  static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let folder = package + "/Boundaries/region"
}
