/// The features of one layer, batch after batch, so that a file of any size can be read in little memory.
package protocol FeatureReader: Sendable {
  /// What is known of the layer.
  var schema: LayerSchema { get }
  /// What the reader has had to say so far; all of it once the last batch is read.
  var notices: [Notice] { get }
  /// The next features in the order of the file; nil after the last. Throws `badData` for what cannot be read, with its place.
  mutating func next() throws(FootprintsError) -> FeatureBatch?
}

/// Takes the features of one layer, batch after batch.
package protocol FeatureWriter {
  /// What could not be kept as it was, so far; all of it once `finish` has returned.
  var notices: [Notice] { get }
  /// Takes the next features.
  mutating func write(_ batch: FeatureBatch) throws(FootprintsError)
  /// Ends the layer. Nothing is whole before.
  mutating func finish() throws(FootprintsError)
}

/// Where bytes go as they are made: a file, standard output.
public protocol ByteSink: AnyObject {
  /// Takes the next bytes.
  func write(_ bytes: [UInt8]) throws(FootprintsError)
}

/// A sink that keeps everything.
package final class ByteCollector: ByteSink {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty one.
  package init() {}

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) { self.bytes += bytes }
}
