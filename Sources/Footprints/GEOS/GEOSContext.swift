import CGEOS

/// One GEOS context: the handle that every reentrant call takes, and the text of its last error message.
///
/// Not Sendable on purpose. A context, and every geometry made in it, stays in the synchronous code that
/// made it; tasks share Swift buffers (`MultiPolygonArray`) and build their own geometries.
package final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let message: UnsafeMutablePointer<String>

  /// Starts a context whose errors are collected instead of printed.
  package init() {
    // GEOS_init_r returns null only when the allocation of a few hundred bytes fails, where Swift's own
    // allocations trap too.
    guard let handle = GEOS_init_r() else { preconditionFailure("GEOS could not allocate a context") }
    self.handle = handle
    message = .allocate(capacity: 1)
    message.initialize(to: "")
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, box in
        guard let text, let box else { return }
        box.assumingMemoryBound(to: String.self).pointee = String(cString: text)
      }, message)
    GEOSContext_setNoticeMessageHandler_r(handle, { _, _ in }, nil)
  }

  deinit {
    GEOS_finish_r(handle)
    message.deinitialize(count: 1)
    message.deallocate()
  }

  /// The error for a call that just failed, with what GEOS said about it.
  func failure(_ operation: String) -> FootprintsError {
    let text = message.pointee.isEmpty ? "no reason given" : message.pointee
    message.pointee = ""
    return FootprintsError(.fault, "GEOS could not compute \(operation): \(text)")
  }

  /// The version of the GEOS library in use, such as "3.11.1".
  package static var version: String {
    // "3.11.1-CAPI-1.17.1"
    String(String(cString: GEOSversion()).prefix { $0 != "-" })
  }
}
