import Footprints
import Synchronization
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [-1, 0, 1, 2, 7, 1000])
  func resultsAreInTheOrderOfTheIndices(jobs: Int) throws {
    #expect(try parallelMap(count: 500, jobs: jobs) { $0 * $0 } == (0..<500).map { $0 * $0 })
    #expect(try parallelMap(count: 0, jobs: jobs) { $0 }.isEmpty)
  }

  @Test(arguments: [1, 2, 8])
  func theErrorOfTheLowestIndexIsThrown(jobs: Int) {
    for _ in 0..<50 {
      let error = #expect(throws: FootprintsError.self) {
        try parallelMap(count: 200, jobs: jobs) { index throws(FootprintsError) -> Int in
          if index >= 37 { throw FootprintsError(.badData, "index \(index)") }
          return index
        }
      }
      #expect(error?.message == "index 37")
    }
  }

  @Test func oneWorkerAThread() throws {
    let made = Atomic(0)
    let results = try parallelMap(
      count: 300, jobs: 3,
      makeWorker: {
        made.add(1, ordering: .relaxed)
        return 0
      }
    ) { (worker: inout Int, index) in
      worker += 1
      return worker
    }
    #expect((1...3).contains(made.load(ordering: .relaxed)))
    // The workers' counts together are the calls: every worker's last count is how often it was used.
    #expect(results.count == 300)
    #expect(results.filter { $0 == 1 }.count <= 3)
  }

  @Test func aWorkerThatCannotBeMadeIsAnError() {
    #expect(throws: FootprintsError(.fault, "no worker")) {
      try parallelMap(
        count: 10, jobs: 2,
        makeWorker: { () throws(FootprintsError) -> Int in throw FootprintsError(.fault, "no worker") }
      ) { (_: inout Int, index) in index }
    }
  }

  @Test(arguments: [1, 2, 3, 64], [1, 7, 100, 1001])
  func chunksCoverEveryElementOnce(jobs: Int, chunk: Int) throws {
    var numbers = Array(0..<1000)
    try parallelChunks(of: &numbers, jobs: jobs, chunk: chunk, makeWorker: { 10_000 }) {
      worker, elements, first in
      for index in elements.indices {
        // The index of the first element is right, so the value shows its place.
        if elements[index] == first + index { elements[index] += worker }
      }
    }
    #expect(numbers == (0..<1000).map { $0 + 10_000 })
  }

  @Test func chunksOfNothingAndFailingWorkers() throws {
    var none: [Int] = []
    try parallelChunks(of: &none, jobs: 4, chunk: 10, makeWorker: { 0 }) { _, _, _ in }
    #expect(none.isEmpty)
    var some = [1, 2, 3]
    #expect(throws: FootprintsError(.fault, "no worker")) {
      try parallelChunks(
        of: &some, jobs: 2, chunk: 1,
        makeWorker: { () throws(FootprintsError) -> Int in throw FootprintsError(.fault, "no worker") }
      ) { _, elements, _ in elements[0] = 0 }
    }
    #expect(some == [1, 2, 3])
  }
}
