/// All features of a layer, page by page.
struct Download {
  let layer: ServiceLayer
  /// The pages that have features, in order.
  private(set) var pages: [FeaturePage] = []
  /// The number of features.
  private(set) var count = 0
  private let cache: PageCache

  /// Takes them from the service, and from a download that broke. Throws `badData` where the service contradicts itself: its pages
  /// are forgotten then, since they may be of different editions.
  init(_ layer: ServiceLayer, _ server: FeatureServer, cache root: String) throws(FootprintsError) {
    self.layer = layer
    cache = PageCache(root, layer, base: server.settings.base)
    do throws(FootprintsError) {
      try collect(server)
      let stated = try layer.count(server)
      guard stated == count else {
        throw FootprintsError(
          .badData,
          "the service sent \(Wording.plural(count, "feature")) and says that it has \(Wording.grouped(stated))",
          file: layer.service, remedy: "Try again: it may have been published anew meanwhile.")
      }
    } catch {
      if error.kind == .badData { cache.remove() }
      throw error
    }
  }

  /// Forgets what was kept to go on from.
  func forget() { cache.remove() }

  private mutating func collect(_ server: FeatureServer) throws(FootprintsError) {
    var seen: Set<String> = []
    var empty = 0
    var size = layer.pageSize
    while true {
      server.progress("\(layer.service): \(Wording.grouped(count)) features")
      let page: FeaturePage
      if let kept = cache.page(at: count) {
        page = kept
      } else {
        page = try FeaturePage(layer.page(server, query(size)))
        // An empty page that says more is asked for again.
        if !(page.features.isEmpty && page.saysMore) { cache.keep(page, at: count) }
      }
      for feature in page.features { try remember(feature, of: page, in: &seen) }
      if !page.features.isEmpty { pages.append(page) }
      count += page.features.count
      if !page.saysMore { return }
      empty = page.features.isEmpty ? empty + 1 : 0
      if empty == 0 { continue }
      if empty == 3 {
        throw FootprintsError(
          .badData, "the service sent three empty pages in a row and says each time that there is more",
          file: layer.service, remedy: "Try again later.")
      }
      // What was too much for one answer may be less with fewer features.
      size = max(1, size / 2)
    }
  }

  private func query(_ size: Int) -> String {
    "where=1=1&outFields=*&outSR=4326&f=geojson&orderByFields=\(layer.idField)"
      + "&resultOffset=\(count)&resultRecordCount=\(size)"
  }

  private func remember(
    _ feature: FeaturePage.Feature, of page: FeaturePage, in seen: inout Set<String>
  ) throws(FootprintsError) {
    let own = try page.properties(feature)[layer.idField] ?? feature.id
    guard let own, own != .null else {
      throw FootprintsError(
        .badData, "a feature has no \(layer.idField), by which features are told apart", file: layer.service,
        remedy: "Try again later.")
    }
    guard seen.insert(own.cell).inserted else {
      throw FootprintsError(
        .badData, "the service sent the feature with \(layer.idField) \(own.cell.excerpt) twice",
        file: layer.service,
        remedy: "Try again: it may have been edited meanwhile, or may not keep to the order of its pages.")
    }
  }
}

extension Download {
  /// The features as one file: GeoJSON, or CSV where they have no place.
  func content() throws(FootprintsError) -> FileBytes {
    let spool = try Spool(for: layer.service)
    if layer.hasGeometry { try putFeatures(into: spool) } else { try putRows(into: spool) }
    return try spool.bytes()
  }

  private func putFeatures(into spool: Spool) throws(FootprintsError) {
    try spool.append("{\"type\": \"FeatureCollection\", \"features\": [".utf8)
    var isFirst = true
    for page in pages {
      for feature in page.features {
        try spool.append((isFirst ? "\n" : ",\n").utf8)
        try spool.append(page.text(feature))
        isFirst = false
      }
      try page.bytes.verify()
    }
    try spool.append("\n]}\n".utf8)
  }

  private func putRows(into spool: Spool) throws(FootprintsError) {
    var columns = layer.fields
    if columns.isEmpty, let page = pages.first, let first = page.features.first,
      case .object(let members) = try page.properties(first)
    {
      columns = members.map(\.name)
    }
    try spool.append(CSVWriter.line(columns.map(\.printable)).utf8)
    for page in pages {
      for feature in page.features {
        let values = try page.properties(feature)
        try spool.append(CSVWriter.line(columns.map { values[$0] ?? .null }).utf8)
      }
      try page.bytes.verify()
    }
  }
}
