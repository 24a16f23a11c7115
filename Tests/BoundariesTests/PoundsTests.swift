import RegionGenerator
import Testing

@Suite struct PoundsTests {
  @Test func partsOfASplitSumToTheWhole() {
    for pence in [0, 1, 2, 100, 99_999_999] {
      for weights in [[1], [1, 1, 1], [50, 299, 73, 1]] {
        let parts = Pounds(pence: pence).split(by: weights)
        #expect(parts.count == weights.count)
        #expect(parts.reduce(0) { $0 + $1.pence } == pence)
      }
    }
    #expect(Pounds(pence: 100).split(by: [1, 1, 1]).map(\.pence) == [33, 33, 34])
  }

  @Test func penceAreWrittenWithTwoDigits() {
    #expect(Pounds(pence: 123_405).text == "1234.05")
    #expect(Pounds(pence: 7).text == "0.07")
  }
}
