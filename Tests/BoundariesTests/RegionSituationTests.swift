import Foundation
import Testing

/// The situations that people in integrated care described (Harlock et al.), found again in the region by
/// counting bricks and people.
@Suite struct RegionSituationTests {
  static func share(_ part: [String: String], of whole: [String: String]) -> Double {
    Double(RegionBricks.people(part.merging(whole) { own, _ in own })) / Double(RegionBricks.people(whole))
  }

  @Test func coterminousWithItsCommissionerButACornerOfItsTrust() {
    let inAuthority = RegionBricks.all.filter { $0.codes["utla"] == "XU03" }.map(\.code)
    let inCommissioner = RegionBricks.all.filter { $0.codes["ccg"] == "XC05" }.map(\.code)
    #expect(inAuthority == inCommissioner && !inAuthority.isEmpty)
    // It depends on the trust for everything, and the trust hardly depends on it: three other plans share it.
    #expect(RegionBricks.partners("trust", of: ["utla": "XU03"]) == ["XT1"])
    #expect(Self.share(["utla": "XU03"], of: ["trust": "XT1"]) < 0.1)
    #expect(RegionBricks.partners("utla", of: ["trust": "XT1"]) == ["XU01", "XU02", "XU03", "XU04"])
  }

  @Test func commissionerOverSeveralAuthorities() {
    #expect(RegionBricks.partners("utla", of: ["ccg": "XC04"]) == ["XU01", "XU02", "XU04"])
  }

  @Test func authorityWithSeveralCommissioners() {
    #expect(RegionBricks.partners("ccg", of: ["utla": "XU01"]) == ["XC01", "XC02", "XC03", "XC04", "XC06"])
  }

  @Test func planThatIsASmallPartOfItsPartnership() {
    #expect(RegionBricks.partners("stp", of: ["utla": "XU03"]) == ["XS01"])
    #expect(Self.share(["utla": "XU03"], of: ["stp": "XS01"]) < 0.1)
  }

  @Test func authorityAcrossTwoPartnerships() {
    #expect(RegionBricks.partners("stp", of: ["utla": "XU01"]) == ["XS01", "XS02"])
  }

  /// The README tells its story with numbers; each is counted here.
  @Test func readmeGivesTheCountedNumbers() throws {
    let readme = try String(
      contentsOf: EmbeddedRegionTests.folder.deletingLastPathComponent().appending(path: "README.md"),
      encoding: .utf8)
    func count(_ areas: [String: String]) -> String {
      var digits = String(RegionBricks.people(areas))
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      return ([digits] + groups).joined(separator: ",")
    }
    func percent(_ part: [String: String], _ whole: [String: String]) -> String {
      let tenths = Int((Self.share(part, of: whole) * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)%"
    }
    #expect(readme.contains("\(count([:])) people"))
    let trust = ["trust": "XT1"]
    for upper in RegionBricks.partners("utla", of: [:]) {
      let area = ["utla": upper]
      let cells = [
        count(area), count(area.merging(trust) { $1 }), percent(trust, area), percent(area, trust),
        RegionBricks.partners("ccg", of: area).joined(separator: ", "),
        RegionBricks.partners("stp", of: area).map { "\($0) \(percent(area, ["stp": $0]))" }
          .joined(separator: ", "),
      ]
      let row = "| \(upper) | \(cells.joined(separator: " | ")) |"
      #expect(readme.contains(row))
    }
    for commissioner in RegionBricks.partners("ccg", of: [:]) {
      let area = ["ccg": commissioner]
      let row =
        "| \(commissioner) | \(count(area)) | "
        + RegionBricks.partners("utla", of: area).map { "\($0) \(percent(["utla": $0], area))" }
        .joined(separator: ", ") + " |"
      #expect(readme.contains(row))
    }
  }
}
