import Footprints

/// A file that a layer is written to, whole or not at all; or standard output.
struct LayerOutput {
  let path: String
  let format: VectorFormat

  /// Takes the format from the file's suffix, unless one is named, and refuses a place that cannot be written to.
  ///
  /// - Parameters:
  ///   - path: the file, or - for standard output.
  ///   - wanted: the name of a format; nil to go by the suffix.
  init(_ path: String, format wanted: String? = nil) throws(FootprintsError) {
    self.path = path
    format = try Self.format(of: path, wanted)
    if path == "-" {
      guard format.keyword == "gpkg", Terminal.width != nil else { return }
      throw FootprintsError(
        .usage, "a GeoPackage is nothing for a terminal", remedy: "Name a file to write it to.")
    }
    try WholeFile.check(path)
  }

  private static func format(
    of path: String, _ wanted: String?
  ) throws(FootprintsError) -> VectorFormat {
    let supported = VectorFormats.all.filter(\.canWrite)
    let names = supported.map(\.keyword).joined(separator: ", ")
    if let wanted {
      if let known = VectorFormats.named(wanted), known.canWrite { return known }
      throw FootprintsError(
        .usage, "'\(wanted)' is no format that layers are written in", remedy: "There are: \(names).")
    }
    let own = VectorPath(path).suffix
    if let known = VectorFormats.named(own), known.canWrite { return known }
    let suffixes = supported.flatMap { $0.suffixes.prefix(1).map { ".\($0)" } }.joined(separator: ", ")
    throw FootprintsError(
      .usage,
      path == "-"
        ? "standard output has no suffix that names a format"
        : "the suffix of '\(path)' names no format that layers are written in",
      remedy: path == "-" ? "Use --format with one of: \(names)." : "There are: \(suffixes).")
  }

  /// Refuses to replace any of some files.
  func refuse(inputs: [String]) throws(FootprintsError) {
    if path == "-" { return }
    for own in [path] + companions.map({ WholeFile.companion(of: path, $0) }) {
      try WholeFile.refuse(own, amongInputs: inputs)
    }
  }

  /// Writes what a conversion reads.
  ///
  /// - Parameters:
  ///   - inputs: the files that it must not replace.
  ///   - jobs: how many threads may be used; never changes what is written.
  func write(
    _ conversion: Conversion, inputs: [String], jobs: Int
  ) throws(FootprintsError) -> Conversion.Outcome {
    try refuse(inputs: inputs)
    var conversion = conversion
    if path == "-" {
      let sink = StandardOutput()
      let outcome = try conversion.run(to: sink)
      try sink.finish()
      return outcome
    }
    let file = try WholeFile(path)
    let outcome: Conversion.Outcome
    do throws(FootprintsError) {
      if isCompressed {
        let sink = GzipSink(to: file, jobs: jobs)
        outcome = try conversion.run(to: sink, file: path)
        try sink.finish()
      } else {
        outcome = try conversion.run(
          to: file, descriptor: conversion.needsFile ? file.openFile : nil, file: path
        ) { suffix throws(FootprintsError) in
          try file.companion(suffix)
        }
      }
    } catch {
      throw error.naming(path)
    }
    if companions.contains("prj") { try file.refuseStale(["prj", "qix", "sbn", "sbx"]) }
    try file.commit()
    return outcome
  }

  /// The suffixes of the files beside it; an archive has them inside.
  private var companions: [String] { VectorPath(path).suffix == "zip" ? [] : format.companions }

  private var isCompressed: Bool { VectorPath(path).isCompressed }
}

extension FootprintsError {
  /// The same error about a file that has no name until it is whole.
  fileprivate func naming(_ path: String) -> FootprintsError {
    guard kind == .cannotWrite, file == nil else { return self }
    var error = self
    error.file = path
    return error
  }
}
