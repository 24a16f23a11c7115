import Footprints
import Testing

@Suite struct NearestNamesTests {
  @Test func nearNamesComeFirst() {
    let names = ["discharge-to-assess", "seven-day-discharge", "trusted-assessor", "step-down-beds"]
    #expect(nearestNames(to: "discharge to asess", among: names) == ["discharge-to-assess"])
    #expect(nearestNames(to: "Discharge", among: names) == ["discharge-to-assess", "seven-day-discharge"])
    #expect(nearestNames(to: "trusted-asessors", among: names) == ["trusted-assessor"])
    #expect(nearestNames(to: "zzzzzzzz", among: names) == [])
    #expect(nearestNames(to: "", among: names) == [])
  }

  @Test func exchangedNeighboursAreOneEdit() {
    #expect(nearestNames(to: "RCX", among: ["RXC", "RAAA", "R0000"]) == ["RXC"])
    #expect(nearestNames(to: "ab", among: ["ba", "ab", "ab", "xyzq"]) == ["ab", "ba"])
  }

  @Test func suggestions() {
    #expect(suggestion(for: "cgc", among: ["ccg", "utla"], kind: "layers") == "Did you mean ccg?")
    #expect(
      suggestion(for: "parish", among: ["ccg", "utla"], kind: "layers") == "The layers are: ccg, utla.")
    #expect(suggestion(for: "x", among: [], kind: "plans") == "There are no plans.")
  }

  @Test func longNamesAreHarmless() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearestNames(to: long, among: [long + "b", "short"]) == [long + "b"])
  }
}
