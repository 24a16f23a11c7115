import CGEOS
import Synchronization

/// One PROJ context, which like a GEOS one stays in the synchronous code that made it. The network is
/// never used, so that a result does not depend on a connection.
final class PROJContext {
  let handle: OpaquePointer

  init() {
    // proj_context_create returns null only when a small allocation fails, where Swift's own allocations trap too.
    guard let handle = proj_context_create() else { preconditionFailure("PROJ could not allocate a context") }
    self.handle = handle
    proj_log_level(handle, PJ_LOG_NONE)
    proj_context_set_enable_network(handle, 0)
  }

  deinit { proj_context_destroy(handle) }

  /// PROJ's words for the last failure.
  var lastError: String {
    let number = proj_context_errno(handle)
    guard number != 0, let text = proj_context_errno_string(handle, number) else { return "no reason given" }
    return String(cString: text)
  }
}

/// What PROJ knows about reference systems, looked up by one after the other: a context of their own for everybody would
/// open its database each time, which takes longer than most answers.
enum PROJRegistry {
  private static let context = Mutex(PROJContext())

  /// Lends the context to `body`, which must not ask for it again.
  static func look<Value>(
    _ body: (PROJContext) throws(FootprintsError) -> sending Value
  ) throws(FootprintsError) -> sending Value {
    try context.withLock { (context) throws(FootprintsError) in try body(context) }
  }
}

/// An owned PROJ object: a reference system, an operation, or a list of them (`PJ *`).
struct PROJObject: ~Copyable {
  let pointer: OpaquePointer
  let context: PROJContext

  init?(owning pointer: OpaquePointer?, in context: PROJContext) {
    guard let pointer else { return nil }
    self.pointer = pointer
    self.context = context
  }

  deinit { proj_destroy(pointer) }

  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }
}

/// The version of the PROJ library in use, such as "9.1.1".
package var projVersion: String {
  let info = proj_info()
  return "\(info.major).\(info.minor).\(info.patch)"
}
