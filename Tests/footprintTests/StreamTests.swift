import Foundation
import Testing

/// Standard streams, terminals and files as the shell hands them to the command.
@Suite struct StreamTests {
  @Test func endQuietlyWhenTheReaderHasEnough() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.shell(
      #""$footprint" overlap ccg utla --format json | head -1; echo ${PIPESTATUS[0]}; "$footprint" layers | true; echo ${PIPESTATUS[0]}"#
    )
    #expect(outcome.output == "{\n0\n0\n")
    #expect(outcome.errors == "")
  }

  @Test func sayWhenStandardOutputIsFull() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.shell(#""$footprint" layers > /dev/full"#)
    #expect(outcome.status == 73)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("standard output"))
  }

  @Test func needNoStandardInputAndNoStandardError() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let usual = try await tool.run("overlap", "ccg", "utla", "--format", "csv")
    let closed = try await tool.shell(#""$footprint" overlap ccg utla --format csv <&- 2>&-"#)
    #expect(closed.status == 0)
    #expect(closed.output == usual.output)
    let toFile = try await tool.shell(
      #""$footprint" overlap ccg utla -o pairs.csv <&- >&- 2>&-; echo $? > status"#)
    #expect(toFile.status == 0)
    #expect(try tool.text(of: "status") == "0\n")
    #expect(try tool.text(of: "pairs.csv") == usual.output)
  }

  @Test func beQuietWhenAsked() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run("overlap", "ccg", "utla", "--format", "csv", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("x_code,"))
  }

  @Test func sayMoreWhenAsked() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    let usual = try await tool.run("overlap", "ccg", "a.geojson", "--quiet", "--format", "csv")
    let verbose = try await tool.run("overlap", "ccg", "a.geojson", "--verbose", "--format", "csv")
    #expect(usual.output == verbose.output)
    #expect(verbose.errors.contains("people live in small areas outside the areas of a"), "\(verbose.errors)")
  }

  @Test func writeTheSameToAFileAsToAPipe() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    for format in ["table", "csv", "json", "geojson", "md"] {
      let suffix = format == "table" ? "txt" : format
      let piped = try await tool.run("overlap", "ccg", "utla", "--format", format)
      let written = try await tool.run("overlap", "ccg", "utla", "-o", "out.\(suffix)")
      #expect(written.status == 0, "\(written.errors)")
      #expect(written.output == "")
      #expect(try tool.text(of: "out.\(suffix)") == piped.output)
    }
    #expect(try tool.names() == ["out.csv", "out.geojson", "out.json", "out.md", "out.txt"])
  }

  @Test func replaceAFileThroughALinkAndKeepItsRights() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "kept/real.csv")
    let outcome = try await tool.shell(
      #"chmod 640 kept/real.csv; ln -s kept/real.csv link.csv; "$footprint" overlap ccg utla -qo link.csv; test -L link.csv && stat -c %a kept/real.csv; ls kept"#
    )
    #expect(outcome.output == "640\nreal.csv\n", "\(outcome.errors)")
    #expect(try tool.text(of: "kept/real.csv").hasPrefix("x_code,"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script(1)"))
  func showProgressOnATerminalAndRemoveIt() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.shell(
      #"script -qec '"$footprint" overlap ccg utla -o pairs.md' /dev/null"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\r\u{1B}[Kreading ccg ..."))
    #expect(outcome.output.hasSuffix("\r\u{1B}[K"), "the last progress line is removed")
    #expect(!outcome.output.dropLast(4).hasSuffix("\u{1B}[K"), "it is removed once")
    let quiet = try await tool.shell(
      #"script -qec '"$footprint" overlap ccg utla -q -o pairs.md' /dev/null"#)
    #expect(quiet.output == "")
    let failed = try await tool.shell(
      #"script -qec '"$footprint" overlap ccg missing.geojson' /dev/null"#)
    #expect(failed.status == 66)
    #expect(failed.output.contains("\r\u{1B}[Kfootprint: missing.geojson: no such file"))
  }
}
