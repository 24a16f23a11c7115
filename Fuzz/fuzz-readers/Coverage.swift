#if LIBFUZZER
  import Glibc

  /// libFuzzer's loop, in the place of its own `main`, which SwiftPM does not let it have.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  /// Fuzzing guided by coverage: inputs that reach new code are kept in the corpus folder.
  enum Coverage {
    // Written once before the loop begins, which runs on the same thread.
    private nonisolated(unsafe) static var format = Format.shapefile

    /// Hands over to libFuzzer; the arguments are its own. With `CORPUS` as first, seeds go there first.
    static func run(_ format: Format, _ arguments: [String]) {
      self.format = format
      if arguments.count >= 3, arguments[0] == "import" {
        for (index, input) in FuzzReaders.seeds(format, in: arguments[1]).enumerated() {
          Culprit(path: "\(arguments[2])/seed-\(index)").write(input.blob)
        }
        return
      }
      var strings: [UnsafeMutablePointer<CChar>?] = (["fuzz-readers"] + arguments).map { strdup($0) } + [nil]
      var count = Int32(strings.count - 1)
      let status = strings.withUnsafeMutableBufferPointer { buffer in
        var base = buffer.baseAddress
        return runDriver(&count, &base) { bytes, length in
          let blob = Array(UnsafeBufferPointer(start: bytes, count: length))
          _ = Coverage.format.run(Input(blob: blob, parts: Coverage.format.suffixes.count))
          return 0
        }
      }
      exit(status)
    }
  }
#endif
