import Footprints
import Foundation
import Synchronization
import Testing

@Suite struct KeptTests {
  /// Sixteen want the same at once, again and again: one makes it, the others get what that one made.
  @Test func oneMakesItForAll() throws {
    for round in 0..<100 {
      let kept = Kept()
      let made = Atomic(0)
      let got = Mutex<[Int]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { _ in
        let value = try? kept.value("key") { () throws(FootprintsError) -> Int in
          made.wrappingAdd(1, ordering: .relaxed).newValue
        }
        got.withLock { $0.append(value ?? -1) }
      }
      #expect(made.load(ordering: .relaxed) == 1, "round \(round)")
      #expect(got.withLock { $0 } == Array(repeating: 1, count: 16), "round \(round)")
    }
  }

  @Test func everyKeyAndTypeHasItsOwnValue() throws {
    let kept = Kept()
    #expect(try kept.value("a") { 1 } == 1)
    #expect(try kept.value("b") { 2 } == 2)
    #expect(try kept.value("a") { "one" } == "one")
    #expect(try kept.value("a") { 3 } == 1)
    #expect(try kept.value("a") { "three" } == "one")
    #expect(try kept.value("b") { 3 } == 2)
  }

  @Test func whatIsMadeMayNeedWhatIsKept() throws {
    let kept = Kept()
    let sum = try kept.value("sum") { () throws(FootprintsError) in
      try kept.value("a") { 1 } + (try kept.value("b") { 2 })
    }
    #expect(sum == 3)
    #expect(try kept.value("a") { 7 } == 1)
  }

  @Test func aFailureIsNotKept() throws {
    let kept = Kept()
    var tries = 0
    func value() throws(FootprintsError) -> Int {
      try kept.value("key") { () throws(FootprintsError) in
        tries += 1
        guard tries == 3 else { throw FootprintsError(.badData, "try \(tries)") }
        return tries
      }
    }
    #expect(throws: FootprintsError(.badData, "try 1")) { try value() }
    #expect(throws: FootprintsError(.badData, "try 2")) { try value() }
    #expect(try value() == 3)
    #expect(try value() == 3)
    #expect(tries == 3)
  }

  /// Whoever waits for one that fails makes it instead.
  @Test func aFailureIsOneCallersOwn() throws {
    for round in 0..<50 {
      let kept = Kept()
      let made = Atomic(0)
      let failed = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        let value = try? kept.value("key") { () throws(FootprintsError) -> Int in
          let number = made.wrappingAdd(1, ordering: .relaxed).newValue
          guard number > 3 else { throw FootprintsError(.badData, "not yet") }
          return number
        }
        if value == nil { failed.add(1, ordering: .relaxed) }
      }
      #expect(made.load(ordering: .relaxed) == 4, "round \(round)")
      #expect(failed.load(ordering: .relaxed) == 3, "round \(round)")
    }
  }
}
