import Foundation
import Footprints
import Testing

@Suite struct FileBytesTests {
  static func error(_ path: String) -> FootprintsError? {
    do throws(FootprintsError) {
      _ = try FileBytes(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func aFileIsItsBytes() throws {
    let folder = try TemporaryFolder()
    let bytes = try FileBytes(path: folder.write("hello", to: "a file.txt"))
    #expect(bytes.array == Array("hello".utf8))
    #expect(bytes.count == 5)
    // FIPS 180-4 through coreutils' sha256sum.
    #expect(bytes.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
  }

  @Test func bytesCanBeReadAfterTheirPagesWereReleased() throws {
    let folder = try TemporaryFolder()
    let text = (0..<20_000).map { "\($0)" }.joined(separator: " ")
    let content = Array(text.utf8)
    for bytes in [
      try FileBytes(path: folder.write(text, to: "long")), FileBytes(content, name: "copy"),
    ] {
      #expect(bytes.array == content)
      bytes.releasePages()
      #expect(bytes.array == content)
    }
  }

  /// Reading what another program has cut off would end the process.
  @Test func aFileThatIsCutShortEndsInAMessage() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "a", count: 1 << 20), to: "file")
    let bytes = try FileBytes(path: path)
    try #require(truncate(path, 100) == 0)
    #expect(throws: Never.self) { bytes.withBytes { $0.reduce(0) { $0 &+ Int($1) } } }
    let error = #expect(throws: FootprintsError.self) {
      // Whatever a reader makes of what is left.
      try bytes.reading { () throws(FootprintsError) in throw FootprintsError(.badData, "a zero") }
    }
    #expect(error?.message == "was cut short while it was read" && error?.file == path)
    // Another file is none of its business.
    let other = try FileBytes(path: folder.write("b", to: "other"))
    try other.verify()
  }

  @Test func aFileThatIsChangedEndsInAMessage() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "a", count: 5000), to: "file")
    let bytes = try FileBytes(path: path)
    try bytes.verify()
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
    #expect(throws: FootprintsError.self) { try bytes.verify() }
  }

  /// A file that takes another's place leaves whoever reads that one alone.
  @Test func aFileThatIsReplacedIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "a", count: 5000), to: "file")
    let bytes = try FileBytes(path: path)
    try #require(rename(folder.write("b", to: "new"), path) == 0)
    try bytes.verify()
    #expect(bytes.array == Array(repeating: UInt8(ascii: "a"), count: 5000))
  }

  @Test func emptyFilesAndDevicesHaveNoBytes() throws {
    let folder = try TemporaryFolder()
    #expect(try FileBytes(path: folder.write("", to: "empty")).count == 0)
    #expect(try FileBytes(path: "/dev/null").array.isEmpty)
    #expect(
      try FileBytes(path: "/dev/null").sha256
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let text = String(repeating: "0123456789", count: 20_000)
    let writer = Thread {
      guard let file = fopen(path, "w") else { return }
      fputs(text, file)
      fclose(file)
    }
    writer.start()
    #expect(try FileBytes(path: path).array == Array(text.utf8))
  }

  @Test func whatIsNotAFileIsNoInput() throws {
    let folder = try TemporaryFolder()
    let missing = try #require(Self.error("\(folder.path)/none.geojson"))
    #expect(missing.kind == .noInput)
    #expect(missing.message == "no such file" && missing.reason == nil)
    let directory = try #require(Self.error(folder.path))
    #expect(directory.kind == .noInput)
    #expect(directory.message.contains("is a directory"))
    #expect(directory.reason == .isDirectory && directory.remedy == "Name a file in it.")
    let below = try #require(Self.error(folder.write("x", to: "file") + "/below"))
    #expect(below.message == "no such file")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func anUnreadableFileIsNoInput() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "secret")
    try #require(chmod(path, 0) == 0)
    let error = try #require(Self.error(path))
    #expect(error.kind == .noInput)
    #expect(error.message.contains("cannot be read"))
  }

  @Test func linksInACircleAreNoInput() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/loop"
    try #require(symlink(path, path) == 0)
    #expect(Self.error(path)?.kind == .noInput)
  }

  @Test func aStreamWithoutEndIsRefused() {
    #expect {
      _ = try FileBytes(path: "/dev/zero")
    } throws: { error in
      (error as? FootprintsError)?.kind == .badData && "\(error)".contains("1024 MiB")
    }
  }
}
