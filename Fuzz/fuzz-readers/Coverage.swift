#if LIBFUZZER
  import Glibc

  // libFuzzer brings its own `main`, which calls these two. It keeps the inputs that reach new code.

  /// What the environment says is tested: FUZZ_FORMAT.
  private let format = getenv("FUZZ_FORMAT").flatMap { Format(rawValue: String(cString: $0)) } ?? .shapefile

  /// Puts the seeds of the folder FUZZ_SEEDS into FUZZ_CORPUS, where libFuzzer looks for inputs.
  @_cdecl("LLVMFuzzerInitialize")
  public func importSeeds(
    _ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let seeds = getenv("FUZZ_SEEDS"), let corpus = getenv("FUZZ_CORPUS") else { return 0 }
    for (index, input) in format.seeds(in: String(cString: seeds)).enumerated() {
      Culprit(path: "\(String(cString: corpus))/seed-\(index)").write(input.blob)
    }
    return 0
  }

  /// One run of the reader.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func runOnce(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
    let blob = Array(UnsafeBufferPointer(start: bytes, count: length))
    _ = format.run(Input(blob: blob, parts: format.suffixes.count))
    return 0
  }
#endif
