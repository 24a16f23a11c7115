import Foundation
import Testing

/// Formats that GDAL reads and writes for us, with a program in the place of `ogr2ogr` that does what it should not.
@Suite struct GDALCommandTests {
  /// A folder with such a program.
  private func tool(_ script: String) throws -> Tool {
    let tool = try Tool()
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write("<kml></kml>", to: "a.kml")
    try tool.write("#!/bin/bash\n\(script)\n", to: "bin/ogr2ogr")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tool.folder.appendingPathComponent("bin/ogr2ogr").path)
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("tmp"), withIntermediateDirectories: true)
    return tool
  }

  private func environment(_ tool: Tool, seconds: Int = 20) -> [String: String] {
    [
      "PATH": "\(tool.folder.path)/bin:/usr/bin:/bin", "TMPDIR": "\(tool.folder.path)/tmp",
      "FOOTPRINT_GDAL_SECONDS": "\(seconds)",
    ]
  }

  private func leftOvers(_ tool: Tool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tool.folder.appendingPathComponent("tmp").path)
  }

  static let failures: [(script: String, seconds: Int, words: String)] = [
    ("echo 'ERROR 1: no such thing' >&2; exit 3", 20, "ogr2ogr says: ERROR 1: no such thing"),
    ("exit 3", 20, "ended with status 3"),
    ("kill -SEGV $$", 20, "ended by signal 11"),
    ("echo half >&2; kill -KILL $$", 20, "ended by signal 9 (Killed): half"),
    ("sleep 60", 1, "was not done after 1 second, and was ended"),
    ("trap '' TERM INT; exec 2>&-; while :; do :; done", 1, "was not done after 1 second"),
    ("sleep 60 & exit 4", 20, "ended with status 4"),
    ("exit 0", 20, "GDAL found no layer in it"),
    ("for last in \"$@\"; do case $last in *gpkg) echo rubbish > \"$last\";; esac; done", 20, "no layer"),
    (
      #"printf '\033[31mred\n' >&2; yes 'ERROR of many words' | head -c 1000000 >&2; exit 1"#, 20,
      "\\u{1b}[31mred"
    ),
  ]

  @Test(arguments: failures)
  func saysHowItFailed(failure: (script: String, seconds: Int, words: String)) async throws {
    let tool = try tool(failure.script)
    defer { tool.remove() }
    let read = try await tool.run(
      ["convert", "a.kml", "b.csv"], environment: environment(tool, seconds: failure.seconds))
    #expect(read.status == 65, "\(read.errors)")
    #expect(read.errorLines.count == 1 && read.errors.utf8.count < 4000)
    #expect(read.errors.contains(failure.words), "\(read.errors)")
    #expect(read.errors.contains("a.kml") && !read.errors.contains("/tmp/footprint."), "\(read.errors)")
    #expect(try leftOvers(tool).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("b.csv").path))
  }

  @Test func writesNothingWhereItFails() async throws {
    let tool = try tool("echo 'ERROR 1: full' >&2; exit 1")
    defer { tool.remove() }
    let outcome = try await tool.run(["convert", "a.geojson", "b.tab"], environment: environment(tool))
    #expect(outcome.status == 73 && outcome.errors.contains("b.tab: cannot be written as MapInfo TAB"))
    #expect(outcome.errors.contains("ERROR 1: full"), "\(outcome.errors)")
    #expect(try tool.names() == ["a.geojson", "a.kml", "bin", "tmp"])
    #expect(try leftOvers(tool).isEmpty)
  }

  /// What it is called with: no name that is an option or an address for GDAL, no settings of a user, no network.
  @Test func isCalledWithNothingOfTheUsers() async throws {
    let tool = try tool(
      "printf '%s\\n' \"$@\" > \"${0%/*}/arguments\"; env > \"${0%/*}/environment\"; exit 1")
    defer { tool.remove() }
    try tool.write("<kml></kml>", to: "-overwrite.kml")
    _ = try await tool.run(
      ["convert", "./-overwrite.kml#-sql", "b.csv"],
      environment: environment(tool).merging([
        "OGR_ENABLE_PARTIAL_REPROJECTION": "YES", "GDAL_HTTP_PROXY": "x",
      ]) {
        $1
      })
    let arguments = try tool.text(of: "bin/arguments").split(separator: "\n")
    #expect(arguments.last?.hasPrefix("\(tool.folder.path)/tmp/footprint.") == true)
    #expect(arguments.last?.hasSuffix("/-overwrite.kml") == true, "\(arguments)")
    let environment = try tool.text(of: "bin/environment")
    #expect(environment.contains("OGR_SKIP=OGR_VRT,") && environment.contains("PROJ_NETWORK=OFF"))
    #expect(!environment.contains("PARTIAL_REPROJECTION") && !environment.contains("GDAL_HTTP_PROXY"))
  }

  @Test func saysWhatToInstall() async throws {
    let tool = try tool("exit 0")
    defer { tool.remove() }
    // A folder that depends on where we are is not looked into.
    let environment = ["PATH": "bin::.", "TMPDIR": "\(tool.folder.path)/tmp"]
    let read = try await tool.run(["layers", "a.kml"], environment: environment)
    #expect(read.status == 66, "\(read.errors)")
    #expect(
      read.errors.contains("a.kml: KML is read by GDAL’s ogr2ogr, which is not installed. Install gdal-bin"))
    let written = try await tool.run(["convert", "a.geojson", "b.kml"], environment: environment)
    #expect(written.status == 73 && written.errors.contains("Install gdal-bin"), "\(written.errors)")
  }

  /// Whatever ends the command ends the child, and nothing is left.
  @Test(arguments: ["TERM", "HUP"])
  func endsWithTheCommand(signal: String) async throws {
    let tool = try tool(
      "echo $$ > \"${0%/*}/child\"; touch \"$TMPDIR/more\"; sleep 60 & echo $! > \"${0%/*}/grandchild\"; wait"
    )
    defer { tool.remove() }
    let outcome = try await tool.shell(
      #"""
      set -m
      "$footprint" convert a.kml b.csv & main=$!
      for turn in $(seq 100); do [ -s bin/grandchild ] && break; sleep 0.1; done
      kill -\#(signal) $main; wait $main
      for turn in $(seq 50); do
        kill -0 $(cat bin/child) 2>/dev/null || kill -0 $(cat bin/grandchild) 2>/dev/null || { echo gone; break; }; sleep 0.1
      done
      ls tmp
      """#, environment: environment(tool, seconds: 60))
    #expect(outcome.output == "gone\n", "\(outcome.output)\(outcome.errors)")
  }

  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")

  /// With GDAL itself, there and back: nothing that the format can hold is lost.
  @Test(
    .enabled(if: isInstalled, "needs gdal-bin"),
    arguments: ["kml", "kmz", "fgb", "tab", "mif", "gml"])
  func goesThereAndBack(suffix: String) async throws {
    let tool = try tool("exec /usr/bin/ogr2ogr \"$@\"")
    defer { tool.remove() }
    let there = try await tool.run(
      ["convert", "a.geojson", "b.\(suffix)", "-q"], environment: environment(tool))
    #expect(there.status == 0, "\(there.errors)")
    let same = try await tool.run(
      ["overlap", "a.geojson", "b.\(suffix)", "--format", "csv", "-q"], environment: environment(tool))
    #expect(same.status == 0, "\(same.errors)")
    let before = try await tool.run("overlap", "a.geojson", "a.geojson", "--format", "csv", "-q")
    let rows = same.output.split(separator: "\n").dropFirst()
    #expect(rows.count == before.output.split(separator: "\n").dropFirst().count && !rows.isEmpty)
    #expect(rows.allSatisfy { $0.contains(",equal") }, "\(same.output)")
    #expect(try leftOvers(tool).isEmpty)
    // GDAL puts what it makes up about a file beside it; not beside ours.
    let files = ["tab": 4, "mif": 2, "gml": 2][suffix] ?? 1
    let names = try tool.names()
    #expect(names.filter { $0.hasPrefix("b.") }.count == files, "\(names)")
  }

  /// What the drawing of a layer has no place for is said, and a program that is no XML for all its name is not followed.
  @Test(.enabled(if: isInstalled, "needs gdal-bin"))
  func saysWhatIsLostAndFollowsNothing() async throws {
    let tool = try tool("exec /usr/bin/ogr2ogr \"$@\"")
    defer { tool.remove() }
    let drawn = try await tool.run(["convert", "a.geojson", "b.dxf"], environment: environment(tool))
    #expect(
      drawn.status == 0 && drawn.errors.contains("left out: DXF has geometries alone"), "\(drawn.errors)")
    try tool.write(
      """
      <OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>\(tool.folder.path)/a.geojson</SrcDataSource>
      </OGRVRTLayer></OGRVRTDataSource>
      """, to: "other.kml")
    let followed = try await tool.run(["convert", "other.kml", "c.csv"], environment: environment(tool))
    #expect(followed.status == 65 && followed.errors.contains("cannot be read as KML"), "\(followed.errors)")
    let several = try await tool.shell(
      """
      /usr/bin/ogr2ogr -f KML two.kml a.geojson -nln one && \
      sed -i 's|</Folder>|</Folder><Folder><name>two</name><Placemark><Point><coordinates>0,0</coordinates></Point></Placemark></Folder>|' two.kml
      "$footprint" convert two.kml c.csv; echo $?; "$footprint" convert two.kml#two c.csv -q; cat c.csv | wc -l
      """, environment: environment(tool))
    #expect(several.errors.contains("two.kml: has 2 layers: one and two"), "\(several.errors)")
    #expect(several.output == "64\n2\n", "\(several.output)")
  }
}
