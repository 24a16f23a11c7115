/// A file as people name it, perhaps with a layer inside it after `#`, which in other paths is a character like any other.
package struct VectorPath: Sendable {
  /// The path of the file.
  package let file: String
  /// The layer inside it; nil where none was named.
  package let layer: String?

  /// Takes a name apart.
  package init(_ path: String) {
    if let hash = path.lastIndex(of: "#"),
      VectorFormats.named(Self.suffix(of: String(path[..<hash])))?.hasLayers == true
    {
      file = String(path[..<hash])
      layer = String(path[path.index(after: hash)...])
    } else {
      (file, layer) = (path, nil)
    }
  }

  /// What follows the last point of the file's name, or the one before where that is `gz`, in small letters; empty where
  /// there is none.
  package var suffix: String { Self.suffix(of: content) }

  /// Whether the name says that the file is compressed by gzip.
  package var isCompressed: Bool { Self.suffix(of: file) == "gz" }

  /// The name that the file has once it is expanded.
  private var content: String { isCompressed ? String(file.dropLast(3)) : file }

  /// The name of the layer inside the file, else that of the file without folders and suffix: what to call a layer that
  /// has no other name.
  package var baseName: String {
    layer ?? plainName
  }

  /// The name of the file without folders and suffix.
  var plainName: String {
    let name = String(content.split(separator: "/").last ?? "")
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func suffix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
