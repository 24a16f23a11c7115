/// A table of a package, read once.
struct StudyTable: Sendable {
  /// The bytes of its files, for their digests.
  let files: [FileBytes]
  /// Its rows.
  let csv: CSVTable
}

extension Study {
  /// The table of a resource; several files of a resource follow each other.
  func table(_ resource: Manifest.Resource, of package: DataPackage) throws(FootprintsError) -> StudyTable {
    try kept.value("table \(resource.name)") { () throws(FootprintsError) in
      let files = try resource.paths.map { (path) throws(FootprintsError) in
        try package.files.bytes(at: path)
      }
      let tables = try files.map { (file) throws(FootprintsError) in
        try file.reading { () throws(FootprintsError) in
          try CSVTable(file.decompressed().array, file: file.name, delimiter: resource.delimiter)
        }
      }
      return StudyTable(
        files: files,
        csv: try CSVTable(joining: tables, role: resource.request.role ?? ""))
    }
  }

  /// Whether the package has a table with a role.
  public func hasTable(role: String) -> Bool { package?.resources(role: role).isEmpty == false }
}

extension Study {
  /// Whether the package has a table with the name of a resource.
  func hasTable(named name: String) -> Bool {
    package.map { $0.layer(named: name) == nil && $0.manifest.resources.contains { $0.name == name } }
      ?? false
  }
}

extension CSVTable {
  /// The rows of the tables of one role one after the other.
  ///
  /// Throws `badData` where all of them together are too large.
  package init(joining tables: [CSVTable], role: String) throws(FootprintsError) {
    try self.init(joining: tables, columns: PlanColumns.columns(ofRole: role))
  }
}
