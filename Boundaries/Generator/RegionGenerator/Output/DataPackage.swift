/// The `datapackage.json` of a region (Frictionless Data Package): what its layers and tables are.
struct DataPackage: Sendable {
  var name: String
  var title: String
  var layers: [Layer]
  var tables: [CSVText]

  /// The descriptor as a file.
  var file: RegionFile {
    let resources = layers.map(describe) + tables.map(describe)
    let text = """
      {
        "name": \(jsonString(name)),
        "title": \(jsonString(title)),
        "licenses": [
          {
            "name": "CC0-1.0",
            "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/"
          }
        ],
        "sources": [{ "title": "Invented by the generator of this package; no real place, person or organisation" }],
        "footprint": { "fictional": true },
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
    return RegionFile(path: "datapackage.json", bytes: Array(text.utf8))
  }

  private func describe(_ layer: Layer) -> String {
    """
        {
          "name": \(jsonString(layer.name)),
          "path": \(jsonString("\(layer.name).geojson")),
          "format": "geojson",
          "footprint": {
            "role": \(jsonString(layer.role)),
            "vintage": "2021-04",
            "resolution": \(jsonString(layer.resolution)),
            "code": \(jsonString(layer.codeField)),
            "label": \(jsonString(layer.labelField))
          }
        }
    """
  }

  private func describe(_ table: CSVText) -> String {
    """
        {
          "name": \(jsonString(table.name)),
          "path": \(jsonString(table.path)),
          "format": "csv",
          "footprint": { "role": \(jsonString(table.role)) }
        }
    """
  }
}
