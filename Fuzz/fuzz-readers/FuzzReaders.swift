import Glibc

// libFuzzer has a `main` of its own.
#if !LIBFUZZER
  /// Feeds a reader damaged inputs until the time is up, or one input again.
  @main
  enum FuzzReaders {
    static let usage = """
      usage: fuzz-readers FORMAT SECONDS [SEED] [SEED-FOLDER ...]
             fuzz-readers FORMAT replay FILE
             FORMAT is one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))
             The input of the current run is in ./fuzz-FORMAT-SEED.input; after a crash it is the culprit.
      """

    static func main() {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard arguments.count >= 2, let format = Format(rawValue: arguments[0]) else { stop(usage) }
      Limits.boundMemory()
      if arguments[1] == "replay" {
        guard arguments.count == 3, let bytes = content(arguments[2]) else { stop(usage) }
        let input = Input(blob: bytes, parts: format.suffixes.count)
        print(format.run(input) ? "is read" : "is refused")
        return
      }
      guard let seconds = Int(arguments[1]), arguments.count < 3 || UInt64(arguments[2]) != nil else {
        stop(usage)
      }
      let seed = arguments.count < 3 ? 1 : UInt64(arguments[2]) ?? 1
      fuzz(format, seconds: seconds, seed: seed, folders: Array(arguments.dropFirst(3)))
    }

    /// The loop. Inputs that could be read take the place of others they came from, so that changes add up.
    private static func fuzz(_ format: Format, seconds: Int, seed: UInt64, folders: [String]) {
      let seeds = folders.flatMap { format.seeds(in: $0) }
      guard !seeds.isEmpty else {
        stop("no seeds for \(format.rawValue) in \(folders.joined(separator: ", "))")
      }
      let culprit = Culprit(path: "fuzz-\(format.rawValue)-\(seed).input")
      var mutator = Mutator(format: format, random: Seeded(state: seed))
      var pool = seeds
      var (runs, read) = (0, 0)
      let end = time(nil) + seconds
      while time(nil) < end {
        let base = pool.randomElement(using: &mutator.random) ?? seeds[0]
        let other = pool.randomElement(using: &mutator.random) ?? seeds[0]
        let input = mutator.mutate(base, with: other)
        culprit.write(input.blob)
        Limits.boundTime()
        runs += 1
        guard format.run(input) else { continue }
        read += 1
        if pool.count < seeds.count + 256 {
          pool.append(input)
        } else if read.isMultiple(of: 16) {
          // The seeds stay, so that the pool cannot drift away from the format.
          pool[Int.random(in: seeds.count..<pool.count, using: &mutator.random)] = input
        }
      }
      print(
        "\(format.rawValue), seed \(seed): \(runs) runs in \(seconds) s, \(read) could be read, nothing found"
      )
    }

    private static func stop(_ message: String) -> Never {
      print(message)
      exit(64)
    }
  }
#endif
