/// A finished file of a data package, in memory.
package struct RegionFile: Sendable {
  /// The path inside the package's folder, parts separated by "/".
  package var path: String
  /// The content.
  package var bytes: [UInt8]

  /// Makes a file from its path and content.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
