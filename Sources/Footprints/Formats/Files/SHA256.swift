import CCrypto
import Synchronization

extension FileBytes {
  /// The SHA-256 digest of the bytes in lower-case hexadecimal (FIPS 180-4, computed by libcrypto), worked out once.
  public var sha256: String {
    digest.withLock { known in
      let digest = known ?? newDigest
      known = digest
      return digest
    }
  }

  /// Works out the digests of several files at the same time.
  static func digest(_ files: [FileBytes], jobs: Int) {
    // What never throws.
    _ = try? parallelMap(count: files.count, jobs: jobs) { _ = files[$0].sha256 }
  }

  private var newDigest: String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    withBytes { bytes in
      _ = SHA256(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &digest)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
