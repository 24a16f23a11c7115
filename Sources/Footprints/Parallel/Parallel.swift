import Dispatch
import Synchronization

/// The number of cores of this machine, the default for every `jobs`.
public let availableJobs = max(1, activeProcessorCount())

/// Runs `body` for every index on up to `jobs` threads and returns the results in the order of the
/// indices, so that nothing downstream can depend on which thread was faster.
///
/// `makeWorker` runs once on each thread and makes what must not be shared, such as a GEOS context. The
/// error thrown is the one of the lowest index, also independent of the number of threads.
package func parallelMap<Worker, Result: Sendable>(
  count: Int, jobs: Int, makeWorker: @Sendable () throws(FootprintsError) -> Worker,
  _ body: @Sendable (inout Worker, Int) throws(FootprintsError) -> Result
) throws(FootprintsError) -> [Result] {
  typealias Item = (index: Int, outcome: Swift.Result<Result, FootprintsError>)
  let threads = max(1, min(jobs, count))
  let next = Atomic(0)
  @Sendable func work() -> [Item] {
    var mine: [Item] = []
    do throws(FootprintsError) {
      var worker = try makeWorker()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        do throws(FootprintsError) {
          mine.append((index, .success(try body(&worker, index))))
        } catch {
          mine.append((index, .failure(error)))
          break
        }
      }
    } catch {
      mine.append((-1, .failure(error)))
    }
    return mine
  }
  var shares = [[Item]](repeating: [], count: threads)
  if threads == 1 {
    shares[0] = work()
  } else {
    shares.withUnsafeMutableBufferPointer { buffer in
      let slots = DisjointElements(buffer: buffer)
      DispatchQueue.concurrentPerform(iterations: threads) { slots.buffer[$0] = work() }
    }
  }
  let all = shares.joined().sorted { $0.index < $1.index }
  var results: [Result] = []
  results.reserveCapacity(count)
  for item in all {
    switch item.outcome {
    case .success(let value): results.append(value)
    case .failure(let error): throw error
    }
  }
  return results
}

/// The same without anything to be made once per thread.
package func parallelMap<Result: Sendable>(
  count: Int, jobs: Int, _ body: @Sendable (Int) throws(FootprintsError) -> Result
) throws(FootprintsError) -> [Result] {
  try parallelMap(count: count, jobs: jobs, makeWorker: {}) {
    (_: inout Void, index) throws(FootprintsError) in
    try body(index)
  }
}
