import ArgumentParser
import CAllocator
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
      by $FOOTPRINT_PACKAGE, else the one in this folder, else a fictional region to try things out on. Wherever a \
      layer is asked for, the path of a GeoJSON file, GeoPackage or Shapefile will do.

      Start with:
        footprint layers
        footprint impact "Kestrel Hundred" --process discharge-to-assess
        footprint overlap mine.geojson yours.geojson
      """,
    version: "footprint \(Provenance.version)",
    subcommands: verbs + others)

  /// Every verb that asks an analysis, in the order in which help lists them: the one place to register a new one.
  static let verbs: [any AnalysisCommand.Type] = [
    Layers.self, Check.self, Overlap.self, Score.self, Borders.self, Impact.self, Profile.self, Like.self,
    Partnerships.self, Sensitivity.self, Catchment.self, Apportion.self, Recode.self, WhatIf.self,
    Rehearse.self, Audit.self, Diff.self, Locate.self,
    Processes.self, Dissolve.self, ReportCommand.self,
  ]

  /// Every other verb, after those.
  static let others: [any ParsableCommand.Type] = [Convert.self, Fetch.self, Import.self]

  /// Runs a command and ends with the documented exit status: what the parser refuses is 64, the rest is
  /// what the error says, on one line. A reader that closes the pipe early is not an error.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    keep_freed_memory()
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      try command.run()
    } catch let error as FootprintsError {
      StandardError.clearProgress()
      StandardError.write("footprint: \(error.withOptions)\n")
      Footprint.exit(withError: ExitCode(error.kind.rawValue))
    } catch let status as ExitCode {
      // A verb that has said everything itself; 64 does not come from the parser then.
      Footprint.exit(withError: status)
    } catch  where exitCode(for: error) == .validationFailure {
      let name = subcommandName.map { " \($0)" } ?? ""
      let text = message(for: error).split(separator: "\n").joined(separator: " ").message.printable
      let stop = text.hasSuffix(".") || text.hasSuffix("?") ? "" : "."
      StandardError.write("footprint: \(text)\(stop) See 'footprint\(name) --help'.\n")
      Footprint.exit(withError: ExitCode.validationFailure)
    } catch {
      Footprint.exit(withError: error)
    }
  }

  private static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName ?? "\($0)".lowercased() }
  }

  /// The command on the command line, if there is one.
  private static var subcommandName: String? {
    CommandLine.arguments.dropFirst().first(where: commandNames.contains)
  }

  /// The parser would call the first word an argument too many, and offer nothing.
  private static func refuseUnknownCommand() throws(FootprintsError) {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help",
      !commandNames.contains(word)
    else { return }
    throw FootprintsError(
      .usage, "there is no command '\(word)'",
      remedy: suggestion(for: word, among: commandNames, kind: "commands"))
  }
}
