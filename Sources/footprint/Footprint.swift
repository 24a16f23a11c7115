import ArgumentParser
import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main
struct Footprint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footprint",
    abstract: "Whose boundaries overlap whose, by how much, and what that means for their plans.",
    discussion: """
      Layers and tables come from a data package (a folder with a datapackage.json), by default the one named \
      by $FOOTPRINT_PACKAGE, else the one in this folder, else a fictional region to try things on. Wherever a \
      layer is asked for, the path of a GeoJSON file or Shapefile will do.

      Start with:
        footprint layers
        footprint impact "Saltholme" --process discharge-to-assess
        footprint overlap mine.geojson yours.geojson
      """,
    version: "footprint \(Provenance.version)",
    subcommands: [Layers.self, Overlap.self, Score.self, Impact.self])

  /// Runs a command and ends with the exit status of the contract: what the parser refuses is 64, the rest is
  /// what the error says. A reader who closes the pipe early is no error.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as FootprintsError {
      StandardError.clearProgress()
      StandardError.write("footprint: \(error)\n")
      Footprint.exit(withError: ExitCode(error.kind.rawValue))
    } catch {
      Footprint.exit(withError: error)
    }
  }
}
