/// What a table of a package holds.
public struct TableSummary: Sendable {
  /// The resource's name.
  public var name: String
  /// Its role.
  public var role: String?
  /// The number of rows.
  public var rows: Int
  /// The names of the columns.
  public var columns: [String]
  /// The path as the user would write it.
  public var path: String
  /// What the reader had to say.
  public var notices: [Notice]
}

extension Workbench {
  /// Reads every layer and table of the package, or the layers named. What can not be read is reported with
  /// its reason; the rest is reported all the same.
  public func inventory(_ names: [String] = [], options: FileOptions = FileOptions()) throws(FootprintsError)
    -> (report: LayersReport, failed: FootprintsError?)
  {
    var layers: [PreparedLayer] = []
    var tables: [TableSummary] = []
    var failures: [LayersReport.Failure] = []
    let wanted = names.isEmpty ? package?.layers.map(\.name) ?? [] : names
    for name in wanted {
      do throws(FootprintsError) {
        layers.append(try layer(name, options: options))
      } catch {
        failures.append(.init(name: name, role: package?.layerResource(name)?.request.role, error: error))
      }
    }
    if names.isEmpty, let package {
      let layerNames = Set(package.layers.map(\.name))
      for resource in package.manifest.resources where !layerNames.contains(resource.name) {
        do throws(FootprintsError) {
          let bytes = try package.files.bytes(at: resource.path)
          let table = try CSVTable(bytes.array, file: bytes.name)
          tables.append(
            TableSummary(
              name: resource.name, role: resource.request.role, rows: table.count, columns: table.header,
              path: bytes.name,
              notices: table.notices))
        } catch {
          failures.append(.init(name: resource.name, role: resource.request.role, error: error))
        }
      }
    }
    let inputs = Inputs(self, layers: layers)
    return (
      LayersReport(layers: layers, tables: tables, failures: failures, inputs: inputs), failures.first?.error
    )
  }
}
