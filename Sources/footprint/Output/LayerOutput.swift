import Footprints

/// A file that a layer is written to, whole or not at all.
struct LayerOutput {
  let path: String
  let format: VectorFormat

  /// Takes the format from the file's suffix, and refuses a place that cannot be written to.
  init(_ path: String) throws(FootprintsError) {
    self.path = path
    guard let known = VectorFormats.named(VectorPath(path).suffix), known.canWrite else {
      let names = VectorFormats.all.filter(\.canWrite).flatMap { $0.suffixes.prefix(1).map { ".\($0)" } }
      throw FootprintsError(
        .usage, "the suffix of '\(path)' names no format that layers are written in",
        remedy: "There are: \(names.joined(separator: ", ")).")
    }
    format = known
    try WholeFile.check(path)
  }

  /// Writes what a conversion reads.
  ///
  /// - Parameter inputs: the files that it must not replace.
  func write(
    _ conversion: Conversion, inputs: [String]
  ) throws(FootprintsError) -> Conversion.Outcome {
    try WholeFile.refuse(path, amongInputs: inputs)
    let file = try WholeFile(path)
    var conversion = conversion
    let outcome: Conversion.Outcome
    let working = conversion.needsPath ? try file.workingPath() : nil
    do throws(FootprintsError) {
      outcome = try conversion.run(to: file, path: working)
    } catch {
      guard error.kind == .cannotWrite, error.file == nil || error.file == working else { throw error }
      var error = error
      error.file = path
      throw error
    }
    try file.commit()
    return outcome
  }
}
