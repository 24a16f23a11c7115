import Dispatch
import Synchronization

/// Does two things at the same time, each of which may use `jobs` threads itself, and returns both results; one
/// after the other if `jobs` is 1. The error thrown is that of the first, if both fail.
///
/// Unlike in a `parallelMap` of two, what runs in parallel inside still does so: threads that one of them does not
/// need for a while are the other's.
package func concurrently<First: Sendable, Second: Sendable>(
  jobs: Int, _ first: () throws(FootprintsError) -> First,
  and second: @escaping @Sendable () throws(FootprintsError) -> Second
) throws(FootprintsError) -> (First, Second) {
  if jobs <= 1 { return (try first(), try second()) }
  let outcome = Outcome<Second>()
  let group = DispatchGroup()
  // A serial queue has a thread of its own, however many others are busy.
  DispatchQueue(label: "concurrently").async(group: group) {
    let result = Result { () throws(FootprintsError) in try second() }
    outcome.value.withLock { $0 = result }
  }
  let result = Result { () throws(FootprintsError) in try first() }
  group.wait()
  let firstValue = try result.get()
  guard let secondResult = outcome.value.withLock({ $0 }) else {
    throw FootprintsError(.fault, "a thread ended without a result")
  }
  return (firstValue, try secondResult.get())
}

/// Where another thread leaves what it has found.
private final class Outcome<Value: Sendable>: Sendable {
  let value = Mutex<Result<Value, FootprintsError>?>(nil)
}
