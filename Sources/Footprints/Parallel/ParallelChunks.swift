/// Lets up to `jobs` threads change an array in place, each a different run of elements.
///
/// `body` gets its thread's worker, the elements of one run, and the index of the first. Runs are `chunk`
/// elements long wherever they begin, so what is done to an element never depends on the number of threads.
package func parallelChunks<Element: Sendable, Worker: ~Copyable>(
  of array: inout [Element], jobs: Int, chunk: Int,
  makeWorker: @Sendable () throws(FootprintsError) -> Worker,
  body: @Sendable (borrowing Worker, UnsafeMutableBufferPointer<Element>, Int) -> Void
) throws(FootprintsError) {
  let count = array.count
  if count == 0 { return }
  let runs = (count + chunk - 1) / chunk
  // A thread takes a row of runs at once, so that a worker is made once per thread and not once per run.
  let rows = max(1, min(jobs, runs))
  let perRow = (runs + rows - 1) / rows
  var failure: FootprintsError?
  array.withUnsafeMutableBufferPointer { buffer in
    let shared = DisjointElements(buffer: buffer)
    do throws(FootprintsError) {
      _ = try parallelMap(count: rows, jobs: jobs) { row throws(FootprintsError) in
        let worker = try makeWorker()
        for run in row * perRow..<max(row * perRow, min(runs, (row + 1) * perRow)) {
          let range = run * chunk..<min(count, (run + 1) * chunk)
          body(worker, UnsafeMutableBufferPointer(rebasing: shared.buffer[range]), range.lowerBound)
        }
      }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
}
