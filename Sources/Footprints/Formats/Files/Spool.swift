/// Bytes that are collected before it is known what comes in front of them, in a file without a name.
final class Spool {
  private let storage: TemporaryStorage
  private var pending: [UInt8] = []
  /// How many bytes were added.
  private(set) var count = 0

  /// Makes an empty one; `name` is what its bytes are, for messages.
  init(for name: String) throws(FootprintsError) { storage = try TemporaryStorage(for: name) }

  /// Adds bytes.
  func append(_ bytes: some Collection<UInt8>) throws(FootprintsError) {
    pending += bytes
    count += bytes.count
    if pending.count >= 1 << 20 { try flush() }
  }

  /// All of them.
  func bytes() throws(FootprintsError) -> FileBytes {
    try flush()
    return try storage.bytes()
  }

  /// Hands all of them on.
  func copy(to sink: any ByteSink) throws(FootprintsError) {
    let all = try bytes()
    var done = 0
    while done < all.count {
      let end = min(all.count, done + 1 << 20)
      try sink.write(all.withBytes { Array($0[done..<end]) })
      done = end
    }
  }

  private func flush() throws(FootprintsError) {
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    try bytes.withBytes { (raw) throws(FootprintsError) in try storage.append(raw) }
  }
}
