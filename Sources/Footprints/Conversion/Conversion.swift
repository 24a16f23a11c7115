/// Takes the features of a layer from one format to another, batch after batch, so that a layer of any size needs little
/// memory.
package struct Conversion {
  /// What became of a conversion.
  package struct Outcome: Sendable {
    /// The features that were read.
    package var read = 0
    /// The features that were written.
    package var written = 0
    /// The reference system of the result; nil for one that nobody knows.
    package var reference: ReferenceSystem?
    /// What a reader must know.
    package var notices: [Notice] = []
  }

  private var reader: any FeatureReader
  private let bytes: FileBytes
  private let request: ConversionRequest
  private let format: VectorFormat
  private let selection: FeatureSelection
  private let reference: ConversionReference

  /// Opens a layer. Whatever can be refused is refused here, before anything is written.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - format: the format to write.
  package init(
    _ source: FeatureSource, format stated: VectorFormat?, to format: VectorFormat,
    _ request: ConversionRequest
  ) throws(FootprintsError) {
    bytes = source.bytes
    self.request = request
    self.format = format
    let known = if let stated { stated } else { try VectorFormats.knownFormat(of: source) }
    guard let open = known.reader else {
      throw FootprintsError(
        .badData, "\(known.title) is not a format that layers are read from", file: bytes.name,
        remedy: "\(VectorFormats.readable).")
    }
    do throws(FootprintsError) {
      reader = try open(source)
      var schema = reader.schema
      schema.types.formUnion(request.replaced.types)
      selection = try FeatureSelection(schema, request, file: bytes.name)
      reference = try ConversionReference(reader.schema.reference, request, format)
    } catch {
      throw error.inFile(source.bytes.name)
    }
  }

  /// Whether the result is written here and there in a file.
  package var needsFile: Bool { format.isWrittenHereAndThere }

  /// Reads everything and writes what is wanted of it.
  ///
  /// - Parameters:
  ///   - sink: takes the bytes of formats that are written from front to back.
  ///   - descriptor: an empty file that is open, for the others; nil where there is only the sink.
  ///   - file: the name that the file will have; nil where it has none.
  ///   - companion: opens files beside it, for formats of several; nil where there is no place for them.
  package mutating func run(
    to sink: any ByteSink, descriptor: Int32? = nil, file: String? = nil,
    companion: FeatureTarget.Companion? = nil
  ) throws(FootprintsError) -> Outcome {
    guard let begin = format.writer else {
      throw FootprintsError(.usage, "\(format.title) is not written")
    }
    var outcome = Outcome()
    outcome.reference = reference.target
    outcome.notices = reference.notices
    let decimals = request.decimals ?? (reference.becomesDegrees ? 7 : nil)
    var writer = try begin(
      FeatureTarget(
        sink: sink, descriptor: descriptor, file: file, companion: companion, reference: reference.target,
        decimals: decimals,
        lastChange: request.lastChange,
        jobs: request.jobs), selection.schema)
    // Points lie so far from each other that a cell of a lattice, which costs more than one of them, would serve few.
    let points: GeometryType.Set = [GeometryType.Set(.point), GeometryType.Set(.multiPoint)]
    let projection = BatchProjection(
      reference.transformation, decimals: decimals,
      isExact: request.projectsExactly || selection.schema.types.isSubset(of: points), jobs: request.jobs)
    do throws(FootprintsError) {
      try bytes.reading { () throws(FootprintsError) in
        while let batch = try reader.next() {
          let count = batch.count
          let replaced = request.replaced.apply(to: batch, first: outcome.read)
          let kept = try projection.apply(to: selection.apply(to: replaced), first: outcome.read)
          outcome.read += count
          outcome.written += kept.count
          if kept.count > 0 { try writer.write(kept) }
        }
      }
    } catch {
      throw error.kind == .cannotWrite ? error : error.inFile(bytes.name)
    }
    try writer.finish()
    outcome.notices += reader.notices + writer.notices
    return outcome
  }
}
