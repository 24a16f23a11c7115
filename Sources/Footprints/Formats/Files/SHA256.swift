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

/// The SHA-256 digest of a text, in the form of a Content-Security-Policy.
enum SHA256Digest {
  /// The digest in Base64 (RFC 4648), by libcrypto.
  static func base64(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes, bytes.count, &digest)
    // Four letters for every three bytes, and a zero.
    var letters = [UInt8](repeating: 0, count: (digest.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&letters, digest, Int32(digest.count))
    return String(decoding: letters[..<Int(count)], as: UTF8.self)
  }
}
