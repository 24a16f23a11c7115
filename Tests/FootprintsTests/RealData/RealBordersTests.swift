import Footprints
import Testing

/// The borders of England, April 2021.
@Suite(.enabled(if: RealTables.isPresent)) struct RealBordersTests {
  /// Partnerships are made of whole groups: their borders are borders of groups.
  @Test func partnershipsFollowGroups() throws {
    let found = try BoundaryAgreement(
      x: RealLayers.stp.get(), y: RealLayers.ccg.get(), within: 1)
    #expect((found.x.all.withinShare ?? 0) > 0.999_999)
    #expect((found.x.all.furthest?.distance ?? 1) < 0.05)
    #expect((found.x.all.sharedShare ?? 0) > 0.95)
    // Groups have borders inside partnerships, and only those lie elsewhere.
    #expect((found.y.outer.withinShare ?? 0) > 0.999_999)
    #expect(found.y.inner.withinLength < 0.8 * found.y.inner.length)
    #expect(abs(found.y.all.withinLength - found.x.all.length) < 1e-3 * found.x.all.length)
    let names = try RealLayers.stp.get().names
    for (name, border) in zip(names, found.x.areas) {
      #expect((border.withinShare ?? 0) > 0.999_99, "\(name)")
    }
  }

  /// A coarse product lies within its tolerance of a fine one nearly everywhere, the fine one's coast not.
  @Test func generalisationStaysWithinItsTolerance() throws {
    let (coarse, fine) = (try RealLayers.ccg.get(), try RealLayers.bare("ccg_bgc"))
    let distance = AgreementDistance(coarse.resolution, fine.resolution)
    #expect(distance.metres == 500)
    let found = try BoundaryAgreement(x: coarse, y: fine, within: distance.metres)
    #expect((found.x.inner.withinShare ?? 0) > 0.99)
    #expect((found.y.inner.withinShare ?? 0) > 0.99)
    let mean = try #require(found.x.inner.meanDisplacement)
    #expect(mean > 50 && mean < 150)
    #expect((found.y.outer.withinShare ?? 1) < (found.y.inner.withinShare ?? 0))
  }

  /// Most borders of upper-tier authorities are borders of groups too.
  @Test func groupsAgainstAuthorities() throws {
    let (ccg, utla) = (try RealLayers.ccg.get(), try RealLayers.utla.get())
    let found = try BoundaryAgreement(x: ccg, y: utla, within: 500)
    let share = try #require(found.x.all.withinShare)
    #expect(share > 0.8 && share < 0.95)
    // A group in the middle of a county that is divided among several has hardly any border of an authority.
    let shares = found.x.areas.map { $0.withinShare ?? 0 }
    let least = try #require(shares.indices.min { shares[$0] < shares[$1] })
    #expect(ccg.names[least] == "NHS Greater Preston CCG" && shares[least] > 0.05 && shares[least] < 0.1)
  }
}
