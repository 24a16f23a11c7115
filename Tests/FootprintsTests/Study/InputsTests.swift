import Footprints
import Testing

/// What an enquiry collects.
@Suite struct InputsTests {
  private static func notice(_ number: Int) -> Notice {
    Notice(.warning, "test", "area \(number) was repaired")
  }

  @Test func eachNoticeCountsOnceInTheOrderItCameUp() throws {
    let enquiry = Enquiry(try Study())
    enquiry.note([Self.notice(2), Self.notice(1), Self.notice(2)])
    enquiry.note([Self.notice(1), Self.notice(3)])
    #expect(enquiry.inputs.notices == [2, 1, 3].map(Self.notice))
  }

  /// A layer can have a notice for each of its areas; comparing each with all before it would take minutes.
  @Test func aNoticeForEveryAreaIsNoTrouble() throws {
    let enquiry = Enquiry(try Study())
    let notices = (0..<100_000).map(Self.notice)
    enquiry.note(notices)
    enquiry.note(notices)
    #expect(enquiry.inputs.notices.count == 100_000)
  }

  /// The year of the rights is that of the latest boundaries, however it is written.
  @Test(arguments: [("April 2021", "December 2013"), ("2013-12", "Apr 2021"), ("2019", "1 April 2021")])
  func theRightsAreOfTheLatestYear(utla: String, ccg: String) throws {
    var package = SmallPackage()
    package.date("utla", utla)
    package.date("ccg", ccg)
    let answer = try package.study().run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(
      answer.inputs.licenceLines.contains("Contains OS data (c) Crown copyright and database right 2021"))
  }

  @Test func rightsWithoutAYearNameNone() throws {
    var package = SmallPackage()
    package.date("utla", "current")
    let answer = try package.study().run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla"))
    #expect(answer.inputs.licenceLines.contains("Contains OS data (c) Crown copyright and database right"))
  }
}
