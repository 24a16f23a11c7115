import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tables written into the folder of a data package, all of them or none: a new one, or one that keeps what it has.
struct PackageOutput {
  private let folder: String
  /// The roles that it writes tables of.
  private let roles: [String]

  init(_ folder: String, _ roles: [String]) { (self.folder, self.roles) = (folder, roles) }

  private var manifest: String { path(Manifest.fileName) }
  private func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }

  /// Refuses a place that cannot be written to, and a package that has other tables of these roles: both would count.
  func check() throws(FootprintsError) {
    guard !folder.isEmpty else {
      throw FootprintsError(.usage, "--output needs the name of a folder", remedy: "Leave it out to print.")
    }
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw FootprintsError(
          .cannotWrite, "is a file, where a folder is needed", file: folder,
          remedy: "Give the name of a folder.")
      }
      for name in [Manifest.fileName] + roles.map({ "\($0).csv" }) { try WholeFile.check(path(name)) }
    }
    _ = try described(title: "")
  }

  /// Writes the tables, by their roles, and the description of the package.
  func write(
    _ tables: [(role: String, csv: String)], title: String, inputs: [String]
  ) throws(FootprintsError) {
    let description = try described(title: title)
    let isNew = mkdir(folder, 0o777) == 0
    guard isNew || errno == EEXIST else {
      throw FootprintsError(
        .cannotWrite, "the folder cannot be made: \(String(cString: strerror(errno)))", file: folder,
        remedy: "Make the folder above it first, or choose another place.")
    }
    var done: [String] = []
    do throws(FootprintsError) {
      // Everything is on disk before anything has a name.
      var files: [(name: String, file: WholeFile, isNew: Bool)] = []
      for (name, text) in tables.map({ ("\($0.role).csv", $0.csv) }) + [(Manifest.fileName, description)] {
        if name != Manifest.fileName { try WholeFile.refuse(path(name), amongInputs: inputs) }
        let file = try WholeFile(path(name))
        try file.write(text)
        files.append((name, file, !FileBytes.exists(path(name))))
      }
      for (name, file, isNew) in files {
        try file.commit()
        if isNew { done.append(name) }
      }
    } catch {
      for name in done { unlink(path(name)) }
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// The description of the package with these tables in it.
  private func described(title: String) throws(FootprintsError) -> String {
    let own: [JSONValue] = roles.map { role in
      [
        "name": .string(role), "path": .string("\(role).csv"), "format": "csv",
        "footprint": ["role": .string(role)],
      ]
    }
    guard FileBytes.exists(manifest) else {
      let package: JSONValue = [
        "name": .string(Self.name(of: folder)), "title": .string(title), "resources": .array(own),
      ]
      return package.serialized
    }
    let bytes = try FileBytes(path: manifest)
    guard case .object(var members) = try JSONValue(parsing: bytes) else {
      throw FootprintsError(.badData, "is no description of a data package", file: manifest)
    }
    var resources = members.first { $0.name == "resources" }?.value.elements ?? []
    for resource in resources {
      guard let role = resource["footprint"]?["role"]?.text, roles.contains(role),
        resource["path"]?.text != "\(role).csv"
      else { continue }
      throw FootprintsError(
        .usage,
        "has a table of role '\(role)' already ('\(resource["path"]?.text ?? "")'), and both would count",
        file: manifest, remedy: "Remove it from the package, or write to another folder.")
    }
    resources.removeAll { resource in own.contains { $0["path"] == resource["path"] } }
    let names = Set(resources.compactMap { $0["name"]?.text })
    if let taken = roles.first(where: names.contains) {
      throw FootprintsError(
        .usage, "has another resource called '\(taken)'", file: manifest, remedy: "Give that another name.")
    }
    members.removeAll { $0.name == "resources" }
    members.append(.init("resources", .array(resources + own)))
    return JSONValue.object(members).serialized
  }

  /// A name for the package, of letters that the standard takes.
  private static func name(of folder: String) -> String {
    let last = folder.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let plain = String(
      last.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
    return plain.isEmpty || plain.allSatisfy { $0 == "." } ? "plans" : plain
  }
}
