import Footprints

/// The organisations that a package names, for completions: from its table of them, else from its flows and layers.
struct Organisations {
  private let package: DataPackage

  init(_ package: DataPackage) { self.package = package }

  /// The trusts, or everybody, in the order of the package. Without a table of organisations, small layers are read.
  func list(kind: String?) -> [NamedCode] {
    if let table = table(role: "organisations"), let read = try? OrganisationTable(table) {
      let wanted = read.organisations.filter {
        kind == nil || $0.kind.isEmpty || $0.kind.lowercased() == kind
      }
      if !wanted.isEmpty { return wanted.map(\.organisation) }
    }
    let roles = kind.map { [$0] }
    let resources = package.layers.filter {
      roles?.contains($0.request.role ?? "") ?? ($0.request.role != "brick")
    }
    let areas = resources.flatMap(areas)
    if !areas.isEmpty || kind != "trust" { return areas }
    guard let flows = table(role: "flows").flatMap({ try? FlowTable($0) }) else { return [] }
    return Set(flows.flows.map(\.trust)).sorted().map { NamedCode(code: $0) }
  }

  /// The first table of a role; nil where there is none that can be read.
  func table(role: String) -> CSVTable? {
    guard let resource = package.resources(role: role).first, let bytes = bytes(of: resource) else {
      return nil
    }
    return try? CSVTable(bytes.array, file: bytes.name, delimiter: resource.delimiter)
  }

  /// The areas of a layer, where its file is so small that nobody has to wait for it.
  private func areas(_ resource: Manifest.Resource) -> [NamedCode] {
    guard bytes(of: resource) != nil,
      let working = try? ReferenceSystem.working(ReferenceSystem.britishNationalGrid),
      let layer = try? package.layer(resource, with: LayerReader(working: working, jobs: 1))
    else { return [] }
    return zip(layer.codes, layer.names).map { NamedCode(code: $0, name: $1) }
  }

  private func bytes(of resource: Manifest.Resource) -> FileBytes? {
    guard let bytes = try? package.files.bytes(at: resource.path), bytes.count <= Self.most else {
      return nil
    }
    return bytes
  }

  /// The largest file that is read while somebody types.
  private static let most = 8_000_000
}
