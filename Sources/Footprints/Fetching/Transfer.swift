import CTransfer

/// One answer of a server.
struct Transfer {
  /// Whether it came, and why not.
  enum End {
    case done, tooLarge, late, cut, failed
  }

  let end: End
  /// The status of HTTP; 0 for none.
  let status: Int
  /// The wait that the server asks for, in seconds; 0 for none.
  let retryAfter: Double
  let bytes: [UInt8]
  /// Where the server says to ask instead.
  let redirect: String?
  /// What went wrong in between, in the words of libcurl.
  let message: String

  /// Asks once, and follows no redirect.
  init(_ url: String, _ settings: FetchSettings) {
    let milliseconds = Int(max(1, min(settings.timeout, 86400) * 1000))
    var outcome = url.withCString { address in
      "footprint".withCString { agent in
        var request = transfer_request(
          url: address, agent: agent, allows_plain: settings.base.isPlain ? 1 : 0,
          connect_milliseconds: min(milliseconds, 20_000), total_milliseconds: milliseconds,
          most_bytes: max(1, settings.mostBytes))
        return transfer_get(&request)
      }
    }
    defer { transfer_free(&outcome) }
    end =
      switch outcome.end {
      case transfer_done: .done
      case transfer_too_large: .tooLarge
      case transfer_late: .late
      case transfer_cut: .cut
      default: .failed
      }
    status = outcome.status
    retryAfter = Double(outcome.retry_after)
    bytes = Array(UnsafeBufferPointer(start: outcome.bytes, count: outcome.count))
    redirect = outcome.redirect.map { String(cString: $0) }
    message = outcome.message.map { String(cString: $0) } ?? ""
  }
}
