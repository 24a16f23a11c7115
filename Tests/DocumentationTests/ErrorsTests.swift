import Footprints
import Testing

@Suite struct ErrorsTests {
  let folder = Region.folder

  @Test func errors() throws {
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    var (words, advice) = ("", "")
    // example: catch
    do throws(FootprintsError) {
      _ = try study.layer("ccgs")
    } catch {
      switch error.kind {
      case .usage: advice = error.remedy ?? ""
      case .badData, .noInput: words = "\(error)"
      case .fault, .cannotWrite: throw error
      }
    }
    // end
    #expect(words.isEmpty && advice.hasPrefix("Did you mean ccg?"))
  }

  @Test func reasons() throws {
    let study = try Study(package: DataPackage(PackageFolder(folder)))
    var report = try study.run(OverlapAnalysis.self, ComparisonRequest(x: "ccg", y: "utla")).report
    // example: reason
    report.remedy = { reason in
      switch reason {
      case .sliversLeftOut: "Tick 'slivers' to see them."
      default: nil
      }
    }
    // end
    #expect(try report.text(as: "md").contains("Tick 'slivers' to see them."))
  }

  @Test func notices() throws {
    let (ours, theirs) = ("\(folder)/ccg.geojson", "\(folder)/utla.geojson")
    let study = try Study()
    // example: notices
    var request = ComparisonRequest(x: ours, y: theirs)
    request.xOptions.resolution = "BFC"
    let answer = try study.run(OverlapAnalysis.self, request)
    let doubts = answer.inputs.notices.filter { $0.severity == .warning }
    // end
    #expect(doubts.map(\.code) == ["mixed-resolution"])
  }
}
