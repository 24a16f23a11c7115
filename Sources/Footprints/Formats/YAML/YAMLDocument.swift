import Yams

extension JSONValue {
  /// The most values that a YAML document may have once its aliases are written out.
  static let mostYAMLValues = 1_000_000

  /// Reads a YAML document, of which JSON is a part. Scalars are strings as they are written, whatever they look like: codes such as `07E5`
  /// are no numbers. Tags mean nothing.
  ///
  /// Throws `badData` with the line for what is no YAML, has several documents, keys that are no scalars, or very many values.
  package init(parsingYAML bytes: FileBytes) throws(FootprintsError) {
    let text = String(decoding: bytes.array, as: UTF8.self)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw FootprintsError(yaml: error, in: bytes.name)
    }
    guard let node else {
      throw FootprintsError(.badData, "is empty", file: bytes.name)
    }
    var left = Self.mostYAMLValues
    self = try Self.value(node, &left, bytes.name)
  }

  private static func value(_ node: Node, _ left: inout Int, _ file: String) throws(FootprintsError)
    -> JSONValue
  {
    left -= 1
    // Aliases can make a few lines stand for more values than there is memory.
    guard left > 0 else {
      throw FootprintsError(.badData, "has more than \(Wording.grouped(mostYAMLValues)) values", file: file)
    }
    switch node {
    case .scalar(let scalar): return .string(scalar.string)
    case .alias: throw FootprintsError(.badData, "has an alias of nothing", file: file)
    case .sequence(let sequence):
      var elements: [JSONValue] = []
      for element in sequence { elements.append(try value(element, &left, file)) }
      return .array(elements)
    case .mapping(let mapping):
      var members: [Member] = []
      for (key, element) in mapping {
        guard case .scalar(let name) = key else {
          throw FootprintsError(
            .badData, "has a key that is no word", file: file, place: key.mark.map { "line \($0.line)" })
        }
        members.append(Member(name.string, try value(element, &left, file)))
      }
      return .object(members)
    }
  }
}

extension FootprintsError {
  fileprivate init(yaml error: any Error, in file: String) {
    let (problem, line): (String, Int?) =
      switch error as? YamlError {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (problem, mark.line)
      case .reader(let problem, _, _, _): (problem, nil)
      case .duplicatedKeysInMapping(let keys, _): ("the key '\(keys.first ?? "")' is there twice", nil)
      default: ("it cannot be understood", nil)
      }
    self.init(
      .badData, "is neither YAML nor JSON: \(problem.trimmingCharacters)", file: file,
      place: line.map { "line \($0)" })
  }
}

extension String {
  fileprivate var trimmingCharacters: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
