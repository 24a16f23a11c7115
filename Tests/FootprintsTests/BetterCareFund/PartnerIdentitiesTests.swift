import Footprints
import Testing

/// One organisation under two codes is one signatory.
@Suite struct PartnerIdentitiesTests {
  private func signatories(
    _ change: (inout SmallPackage) -> Void
  ) throws -> (count: Int, notices: [Notice]) {
    var package = SmallPackage()
    change(&package)
    let (impact, notices) = try package.impact()
    return (impact.signatoriesTotal, notices.filter { $0.code == "two-codes" })
  }

  @Test func aCodeInAnotherSpellingIsTheSame() throws {
    let (count, notices) = try signatories {
      $0.replace("P2,E38000002", with: "P2,e38000002 ", in: "bcf-partners.csv")
    }
    #expect(count == 3 && notices.isEmpty)
  }

  @Test func oneNameUnderTwoCodesIsOneWithAWarning() throws {
    let (count, notices) = try signatories {
      $0.replace("P2,E38000002", with: "P2,02T", in: "bcf-partners.csv")
    }
    #expect(count == 3 && notices.count == 1)
    #expect(notices[0].severity == .warning && notices[0].message.contains("E38000002 and 02T"))
    // The name is compared as people read it, but not across kinds.
    let (spelt, _) = try signatories {
      $0.replace("P2,E38000002,ccg,NHS Two", with: "P2,02T,CCG,nhs  two", in: "bcf-partners.csv")
    }
    #expect(spelt == 3)
    let (kinds, none) = try signatories {
      $0.replace("P2,E38000002,ccg", with: "P2,02T,trust", in: "bcf-partners.csv")
    }
    #expect(kinds == 4 && none.isEmpty)
  }

  /// "CCG" is no name: two partners of one plan that are called so are two, and so are those of other plans.
  @Test func aNameThatTwoPartnersOfAPlanHaveNamesNeither() throws {
    var package = SmallPackage()
    package.replace(
      "P1,E38000002,ccg,NHS Two,true", with: "P1,E38000002,ccg,CCG,true\nP1,E38000001,ccg,CCG,true",
      in: "bcf-partners.csv")
    package.replace(
      "P2,E38000002,ccg,NHS Two,true", with: "P2,E38000003,ccg,CCG,true", in: "bcf-partners.csv")
    let (impact, notices) = try package.impact()
    // Two authorities and three groups.
    #expect(impact.signatoriesTotal == 5)
    #expect(notices.filter { $0.code == "two-codes" }.isEmpty)
    let told = notices.filter { $0.code == "shared-name" }
    #expect(told.count == 1 && told[0].severity == .warning && told[0].message.contains("called CCG"))
  }

  /// Long chains of aliases lead to one organisation without being walked again for each of its codes.
  @Test func chainsOfAliasesStayShort() throws {
    let (count, _) = try signatories { package in
      let rows = (1...50_000).map { "A\($0),A\($0 - 1)" } + ["A50000,E38000002", "A0,E06000001"]
      package.table("aliases", role: "aliases", "code,other_code\n" + rows.joined(separator: "\n"))
    }
    #expect(count == 2)
  }

  @Test func aliasesNeedNoNameAndNoWarning() throws {
    let (count, notices) = try signatories {
      $0.replace("P2,E38000002,ccg,NHS Two", with: "P2,02T,ccg,Second Group", in: "bcf-partners.csv")
      $0.table("aliases", role: "aliases", "code,other_code,name\nE38000002,X1,\nx1,02t,\n")
    }
    #expect(count == 3 && notices.isEmpty)
    let (apart, _) = try signatories {
      $0.replace("P2,E38000002,ccg,NHS Two", with: "P2,02T,ccg,Second Group", in: "bcf-partners.csv")
    }
    #expect(apart == 4)
  }
}
