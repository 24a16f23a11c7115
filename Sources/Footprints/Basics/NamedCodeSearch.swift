extension [NamedCode] {
  /// The position of the one that a user means by a code, or by a name or part of a name that no other has; letter case
  /// does not matter, nor which apostrophe is typed.
  ///
  /// `kind` is what they are called, in the plural and with its singular: ("trust", "trusts"). Throws `usage` with
  /// those that may be meant.
  package func position(
    of text: String, kind: (one: String, many: String)
  ) throws(FootprintsError) -> Int {
    let wanted = text.nameKey
    if let exact = firstIndex(where: { $0.code.nameKey == wanted }) { return exact }
    guard !wanted.isEmpty else { throw unknown(text, kind) }
    for (relation, isMeant) in Self.meanings(wanted) {
      let found = indices.filter { isMeant(self[$0]) }
      let names = relation == "a part" ? "’ names" : ""
      if let one = try only(found, "'\(text)' is \(relation) of \(found.count) \(kind.many)\(names)") {
        return one
      }
    }
    throw unknown(text, kind)
  }

  /// The positions of all that a user may mean by a code, or by a name or part of a name; letter case does not matter.
  ///
  /// `kind` is what they are called, singular and plural. Throws `usage` with those that may be meant instead.
  package func positions(
    of text: String, kind: (one: String, many: String)
  ) throws(FootprintsError) -> [Int] {
    let wanted = text.nameKey
    let own: (NamedCode) -> Bool = { $0.code.nameKey == wanted }
    for isMeant in [own] + Self.meanings(wanted).map(\.isMeant) where !wanted.isEmpty {
      let places = indices.filter { isMeant(self[$0]) }
      if !places.isEmpty { return places }
    }
    throw unknown(text, kind)
  }

  /// What a text that is no code may stand for, the surest first: another code or the whole name, a part of the name, the name without what
  /// kind of body it is of.
  private static func meanings(
    _ wanted: String
  ) -> [(relation: String, isMeant: (NamedCode) -> Bool)] {
    let bare = wanted.withoutKindOfBody
    return [
      ("a code", { unit in unit.others.contains { $0.nameKey == wanted } }),
      ("the name", { $0.name.nameKey == wanted }),
      ("a part", { $0.name.nameKey.hasWords(beginningWith: wanted) }),
      ("the name", { !bare.isEmpty && $0.name.nameKey.withoutKindOfBody == bare }),
      ("a part", { !bare.isEmpty && $0.name.nameKey.withoutKindOfBody.hasWords(beginningWith: bare) }),
    ]
  }

  /// The only one of some; nil where there is none.
  private func only(_ places: [Int], _ message: String) throws(FootprintsError) -> Int? {
    guard places.count > 1 else { return places.first }
    let names = CodeList(places.lazy.map { "\(self[$0].name) (\(self[$0].code))" }, limit: 8, joinedBy: nil)
    throw FootprintsError(.usage, message, remedy: "Say which by its code: \(names).")
  }

  private func unknown(_ text: String, _ kind: (one: String, many: String)) -> FootprintsError {
    let names = map { $0.name == $0.code || $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" }
    let byWords = nearestByWords(text)
    if !byWords.isEmpty {
      let shown = CodeList(byWords.map { names[$0] }, joinedBy: nil)
      return FootprintsError(
        .usage, "unknown \(kind.one) '\(text)'", remedy: "Did you mean \(shown)?", reason: .unknownName)
    }
    // A slip of the pen in one word of a long name is far from the whole name, but near the word.
    let near = nearestNames(to: text, among: flatMap { [$0.code, $0.name] + $0.words })
    var shown: [String] = []
    for name in near {
      for index in indices
      where shown.count < 5
        && (self[index].code == name || self[index].name == name || self[index].words.contains(name))
        && !shown.contains(names[index])
      {
        shown.append(names[index])
      }
    }
    return FootprintsError(
      .usage, "unknown \(kind.one) '\(text)'",
      remedy: shown.isEmpty
        ? suggestion(for: text, among: names, kind: kind.many)
        : "Did you mean \(CodeList(shown, joinedBy: nil))?", reason: .unknownName)
  }
}

extension [NamedCode] {
  /// The positions of those whose names have most of the words of a text, nearly spelt, at most five: words that few
  /// names have say more than those that many have, such as "Hospitals". Nothing for a single word.
  private func nearestByWords(_ text: String) -> [Int] {
    let typed = NamedCode(code: "", name: text).words.prefix(8)
    guard typed.count > 1 else { return [] }
    var holders: [String: [Int]] = [:]
    for index in indices {
      for word in Set(self[index].words.map { $0.lowercased() }) { holders[word, default: []].append(index) }
    }
    let vocabulary = holders.keys.sorted()
    var scores: [Int: (words: Int, rarity: Double)] = [:]
    for word in typed {
      var best: [Int: Double] = [:]
      for near in nearestNames(to: word, among: vocabulary, limit: 5) {
        let found = holders[near] ?? []
        for index in found { best[index] = Swift.max(best[index] ?? 0, 1 / Double(found.count)) }
      }
      for (index, rarity) in best {
        let known = scores[index] ?? (0, 0)
        scores[index] = (known.words + 1, known.rarity + rarity)
      }
    }
    let ordered = scores.sorted {
      ($1.value.words, $1.value.rarity, $0.key) < ($0.value.words, $0.value.rarity, $1.key)
    }
    guard let most = ordered.first?.value.words else { return [] }
    return ordered.prefix { $0.value.words == most }.prefix(5).map(\.key)
  }
}

extension String {
  /// Whether a part of it, from the beginning of some word on, is the text: a mistyped code such as RTH is no part of
  /// "North Hospitals".
  fileprivate func hasWords(beginningWith text: String) -> Bool {
    ranges(of: text).contains { range in
      guard range.lowerBound > startIndex else { return true }
      let before = self[index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber
    }
  }

  /// A name without what varies between people who type it: letter case, and the kind of apostrophe ("King’s" in a list
  /// of trusts, "King's" on a keyboard).
  package var nameKey: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.map { "’‘ʼ`´".unicodeScalars.contains($0) ? "'" : $0 }))
  }
}

extension String {
  /// The key of a name without the words for what kind of body it is, which one file writes and another does not: "NHS Norfolk and Suffolk
  /// Integrated Care Board" is "norfolk and suffolk" in another.
  fileprivate var withoutKindOfBody: String {
    var words = split { !$0.isLetter && !$0.isNumber && $0 != "&" && $0 != "'" }.map {
      $0 == "&" ? "and" : $0
    }
    if words.first == "nhs" { words.removeFirst() }
    for kind in Self.kindsOfBody where words.count > kind.count && Array(words.suffix(kind.count)) == kind {
      words.removeLast(kind.count)
      break
    }
    return words.joined(separator: " ")
  }

  private static let kindsOfBody: [[Substring]] = [
    ["integrated", "care", "board"], ["integrated", "care", "system"],
    ["clinical", "commissioning", "group"],
    ["sustainability", "and", "transformation", "partnership"], ["health", "and", "wellbeing", "board"],
    ["icb"], ["ics"], ["ccg"], ["stp"], ["hwb"],
  ]
}

extension NamedCode {
  /// The words of the name that distinguish it from others; short ones do not.
  fileprivate var words: [String] {
    name.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 }.map(String.init)
  }
}
