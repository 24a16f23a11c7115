/// A table of a package, read once.
struct StudyTable: Sendable {
  /// Its bytes, for its digest.
  let file: FileBytes
  /// Its rows.
  let csv: CSVTable
}

extension Study {
  /// The table of a resource.
  func table(_ resource: Manifest.Resource, of package: DataPackage) throws(FootprintsError) -> StudyTable {
    try kept.value("table \(resource.name)") { () throws(FootprintsError) in
      let bytes = try package.files.bytes(at: resource.path)
      return StudyTable(file: bytes, csv: try CSVTable(bytes.array, file: bytes.name))
    }
  }

  /// Whether the package has a table with a role.
  public func hasTable(role: String) -> Bool { package?.resource(role: role) != nil }
}
