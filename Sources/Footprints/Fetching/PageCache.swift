#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pages of a download that is not finished, so that it goes on where it broke. They are kept by the service and the digest
/// of what it says about itself: a layer that was published anew is begun anew.
struct PageCache {
  private let folder: String

  /// The place for a layer in a folder, which is made when there is something to keep.
  init(_ root: String, _ layer: ServiceLayer, base: ServiceAddress) {
    let what = "\(base.text)\n\(layer.path)\n\(layer.digest)\n1"
    let digest = FileBytes(Array(what.utf8), name: "").sha256.prefix(24)
    folder = "\(root)/fetch/\(layer.service.split(separator: "/").joined(separator: "."))-\(digest)"
  }

  /// The page that begins at a feature; nil where there is none, or none that can be read.
  func page(at offset: Int) -> FeaturePage? {
    guard let bytes = try? FileBytes(path: path(offset)), let page = try? FeaturePage(bytes) else {
      return nil
    }
    // It may have been cut short while it was read.
    return (try? bytes.verify()) == nil ? nil : page
  }

  /// Keeps a page, whole or not at all. A cache that cannot be written is none, and no reason to stop.
  func keep(_ page: FeaturePage, at offset: Int) {
    Self.makeFolders(folder)
    guard let file = try? PendingFile(for: path(offset)) else { return }
    let code = page.bytes.withBytes { FileDescriptors.write($0, to: file.descriptor) }
    if code == 0 { try? file.commit(mode: 0o600) }
  }

  /// Removes the pages.
  func remove() {
    guard let listing = opendir(folder) else { return }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // The name ends with a zero inside the space that it has.
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name.hasPrefix("page-") { names.append(name) }
    }
    closedir(listing)
    for name in names { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private func path(_ offset: Int) -> String { "\(folder)/page-\(offset).geojson" }

  private static func makeFolders(_ path: String) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o700)
    }
  }
}
