import ArgumentParser
import Footprints

/// What the shell offers for a word that is being typed, beyond the names of options.
///
/// Nothing is ever said here: what cannot be read offers nothing. Only the manifest and small tables are read, and
/// geometry only where no table names the organisations.
enum Completions {
  /// A layer of the package, or a file.
  static let layer = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      let package = line.package
      let names = package.map { $0.layers.flatMap { [$0.name] + ($0.request.role.map { [$0] } ?? []) } } ?? []
      let files = FileNames(startingLike: line.word, suffixes: layerSuffixes).names
      return names + files.filter { $0.split(separator: "/").last.map(String.init) != Manifest.fileName }
    }
  }

  /// Points of the package, or a file of points.
  static let points = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      let names = line.package?.points.map(\.name) ?? []
      let files = FileNames(startingLike: line.word, suffixes: ["csv", "tsv", "geojson", "json", "gpkg"])
        .names
      return names + files.filter { $0.split(separator: "/").last.map(String.init) != Manifest.fileName }
    }
  }

  /// A trust by its code, or by its name once a part of that is typed.
  static let trust = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      line.named(line.package.map { Organisations($0).list(kind: "trust") } ?? [])
    }
  }

  /// An organisation of any kind.
  static let organisation = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in line.named(line.package.map { Organisations($0).list(kind: nil) } ?? []) }
  }

  /// A process that can change.
  static let process = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      guard let package = line.package, let table = Organisations(package).table(role: "process-map") else {
        return ProcessMap.standard.processes.map(\.name)
      }
      return (try? ProcessMap(table))?.processes.map(\.name) ?? []
    }
  }

  /// The role of a layer.
  static let tier = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      line.package?.layers.compactMap(\.request.role).filter { $0 != "brick" } ?? []
    }
  }

  /// A format of the command on the line.
  static let format = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      let verb = (Footprint.verbs + Import.verbs).first {
        $0.configuration.commandName.map(line.words.contains) == true
      }
      return (verb?.renderers ?? Renderers.all).map(\.name)
    }
  }

  /// A layer or table that can be fetched.
  static let published = CompletionKind.custom { words, index, _ in
    offer(words, index) { line in
      Catalogue.builtIn.entries.map(\.name).filter { $0.hasPrefix(line.word) }
    }
  }

  /// A format that layers are read from.
  static let readableFormat = CompletionKind.custom { words, index, _ in
    offer(words, index) { _ in VectorFormats.all.filter(\.canRead).map(\.keyword) }
  }

  /// A format that layers are written in.
  static let vectorFormat = CompletionKind.custom { words, index, _ in
    offer(words, index) { _ in VectorFormats.all.filter(\.canWrite).map(\.keyword) }
  }

  /// The suffixes of files that layers are read from.
  private static var layerSuffixes: Set<String> {
    Set(VectorFormats.all.filter(\.canRead).flatMap(\.suffixes))
  }

  private static func offer(
    _ words: [String], _ index: Int, _ candidates: (CommandLineSoFar) -> [String]
  ) -> [String] {
    var seen: Set<String> = []
    return candidates(CommandLineSoFar(words, index)).filter { name in
      // Most of what is offered is from files, and none of it may do anything to a terminal.
      !name.isEmpty && name == name.printable && seen.insert(name).inserted
    }.map(quoted)
  }

  /// As the script of the shell wants it: bash expands the words of a list once more, and would run what is in them;
  /// zsh takes what follows a colon for a description.
  private static func quoted(_ name: String) -> String {
    let special: (Unicode.Scalar) -> Bool
    switch CompletionShell.requesting {
    case .bash?:
      special = {
        !($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:, ".unicodeScalars.contains($0))
      }
    case .zsh?: special = { $0 == ":" || $0 == "\\" }
    default: return name
    }
    var out = ""
    for scalar in name.unicodeScalars {
      if special(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

/// A command line that is not finished.
struct CommandLineSoFar {
  /// Its words, without quotes.
  let words: [String]
  /// The word that is being typed, as far as it goes.
  let word: String

  init(_ words: [String], _ index: Int) {
    self.words = words.map(Self.unquoted)
    word = self.words.indices.contains(index) ? self.words[index] : ""
  }

  /// The package that the command would use; nil where it cannot be opened.
  var package: DataPackage? {
    var folder: String?
    for (place, word) in words.enumerated() {
      if word == "--package", place + 1 < words.count { folder = words[place + 1] }
      if word.hasPrefix("--package=") { folder = String(word.dropFirst("--package=".count)) }
    }
    return try? StudyOptions.package(named: folder)
  }

  /// Codes alone before anything is typed, which would be twice as much to look through, else names as well.
  func named(_ all: [NamedCode]) -> [String] {
    if word.isEmpty { return all.map(\.code) }
    let wanted = word.lowercased()
    return all.flatMap { [$0.code, $0.name] }.filter { $0.lowercased().hasPrefix(wanted) }
  }

  /// A word as the command would get it.
  private static func unquoted(_ word: String) -> String {
    var out = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      if isEscaped {
        out.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else {
        out.append(character)
      }
    }
    return out
  }
}
