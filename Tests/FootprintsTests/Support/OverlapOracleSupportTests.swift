import Foundation
import Testing

/// Tests that need the oracle are skipped where it is not there, and where it is there without its packages.
@Suite struct OverlapOracleSupportTests {
  private static let plain = "/usr/bin/python3"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: plain), "needs /usr/bin/python3"))
  func anEnvironmentCountsOnlyWithItsPackages() {
    #expect(OverlapOracle.python(Self.plain, importing: "json, math") == Self.plain)
    #expect(OverlapOracle.python(Self.plain, importing: "json, no_package_has_this_name") == nil)
  }

  @Test func whatIsNotThereIsNoEnvironment() {
    #expect(OverlapOracle.python("/nowhere/bin/python", importing: "json") == nil)
    #expect(OverlapOracle.python("/etc/passwd", importing: "json") == nil)
  }
}
