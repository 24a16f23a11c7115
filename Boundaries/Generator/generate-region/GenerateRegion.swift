import ArgumentParser
import Foundation
import RegionGenerator

/// `generate-region`: writes the demonstration region, or a national-sized set for benchmarks.
@main
struct GenerateRegion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-region",
    abstract: "Write a fictional region as a data package.",
    discussion: """
      The same options give the same bytes on every machine. The folder appears whole or not at all; a folder \
      that holds something else than a data package is never replaced.

      Example: swift run generate-region --out Boundaries/region
      """)

  /// What to make.
  enum Size: String, ExpressibleByArgument, CaseIterable {
    case demo, national
  }

  @Option(help: "The folder to write.")
  var out: String

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 2021

  @Option(help: "demo: Northmere, 400 bricks; national: an invented country of 33,000 bricks.")
  var size: Size = .demo

  @Option(help: "With national, how often to halve the distance between vertices, 0 to 6.")
  var detail: Int = 0

  func validate() throws {
    guard (0...6).contains(detail) else { throw ValidationError("--detail takes a number from 0 to 6.") }
    guard detail == 0 || size == .national else { throw ValidationError("--detail needs --size national.") }
  }

  func run() throws {
    let files =
      switch size {
      case .demo: Northmere(seed: seed).files
      case .national: National(seed: seed, detail: detail).files
      }
    do {
      try WholeFolder(path: out).write(files)
    } catch {
      // EX_CANTCREAT, as the main command does.
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      throw ExitCode(73)
    }
  }
}
