import Foundation
import Testing

/// An output file appears whole or not at all.
@Suite struct WholeFileTests {
  /// A disk that fills up in the middle of the file, simulated by a limit on the size of files.
  @Test(arguments: ["csv", "json", "geojson", "md", "txt", "ndjson", "html"])
  func leaveNothingBehindWhenThereIsNoRoom(suffix: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "kept/old.\(suffix)")
    let outcome = try await tool.shell(
      #"""
      trap '' XFSZ; ulimit -f 1
      "$footprint" overlap ccg ltla -q -o new.\#(suffix); echo $?
      "$footprint" overlap ccg ltla -q -o kept/old.\#(suffix); echo $?
      """#)
    #expect(outcome.output == "73\n73\n", "\(outcome.errors)")
    #expect(outcome.errorLines.count == 2)
    #expect(outcome.errorLines.first?.hasPrefix("footprint: new.\(suffix): cannot be written: ") == true)
    #expect(try tool.names() == ["kept"])
    let kept = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path + "/kept")
    #expect(kept == ["old.\(suffix)"])
    #expect(try tool.text(of: "kept/old.\(suffix)") == "old")
  }

  /// Whoever reads the old file while the new one arrives goes on reading the old one.
  @Test func replaceAFileAtOnce() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "pairs.csv")
    let outcome = try await tool.shell(
      #"exec 3< pairs.csv; "$footprint" overlap ccg utla -q -o pairs.csv; echo $?; cat <&3"#)
    #expect(outcome.output == "0\nold", "\(outcome.errors)")
    #expect(try tool.text(of: "pairs.csv").hasPrefix("x_code,"))
    #expect(try tool.names() == ["pairs.csv"])
  }

  /// Whatever ends the process, nothing is left of a file that is not whole, and the old one stays.
  @Test(
    arguments: [
      ("KILL", "geojson", 137), ("TERM", "geojson", 143), ("TERM", "gpkg", 143), ("HUP", "gpkg", 129),
    ])
  func leaveNothingBehindWhenKilled(signal: String, suffix: String, status: Int) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "in.geojson")
    try tool.write("old", to: "out.\(suffix)")
    // A pipe that nobody fills keeps the command waiting once it has begun its output.
    let outcome = try await tool.shell(
      #"""
      mkfifo pipe; exec 3<>pipe; head -c 20 in.geojson >&3
      "$footprint" convert pipe out.\#(suffix) > /dev/null 2>&1 3>&- & main=$!
      sleep 0.5; kill -\#(signal) $main; wait $main; echo $?
      """#)
    #expect(outcome.output == "\(status)\n", "\(outcome.output)")
    #expect(try tool.text(of: "out.\(suffix)") == "old")
    #expect(try tool.names() == ["in.geojson", "out.\(suffix)", "pipe"])
  }

  /// A failure after the output was named, before there is anything to write.
  @Test func leaveTheOldFileWhenThereIsNoResult() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "out.json")
    for arguments in [
      ["overlap", "ccg", "none.geojson"], ["impact", "XT1", "--process", "none"],
      ["score", "ccg", "utla", "--tolerance", "7"],
    ] {
      let outcome = try await tool.run(arguments + ["-o", "out.json"])
      #expect(outcome.status != 0 && outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(try tool.text(of: "out.json") == "old")
      #expect(try tool.names() == ["out.json"])
    }
  }

  /// A new file has the permissions that any new file has.
  @Test func giveANewFileTheUsualRights() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.shell(
      #"umask 027; "$footprint" overlap ccg utla -q -o a.csv; umask 022; "$footprint" overlap ccg utla -q -o b.csv; stat -c %a a.csv b.csv"#
    )
    #expect(outcome.output == "640\n644\n", "\(outcome.errors)")
  }

  /// By its own name, by another spelling of it, by a link, as a table of a package.
  @Test(arguments: ["a.geojson", "./a.geojson", "link.geojson", "hard.geojson"])
  func refuseToReplaceAnInput(name: String) async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write(Squares.b, to: "b.geojson")
    let outcome = try await tool.shell(
      #"ln -s a.geojson link.geojson; ln a.geojson hard.geojson; "$footprint" overlap a.geojson b.geojson -o \#(name)"#
    )
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\(name): is one of the inputs"), "\(outcome.errors)")
    #expect(try tool.text(of: "a.geojson") == Squares.a)
    let other = try await tool.run("overlap", "a.geojson", "b.geojson", "-o", "c.geojson")
    #expect(other.status == 0, "\(other.errors)")
  }
}
