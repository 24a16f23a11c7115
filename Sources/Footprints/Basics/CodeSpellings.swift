/// The codes of a column, each in one spelling: what differs only in padding, letter case and the like is one code.
package struct CodeSpellings {
  /// The code of every text that is not one itself.
  private var codes: [String: String] = [:]
  /// The texts that were respelt to agree with each other, in order.
  package private(set) var respelt: [String] = []
  /// The texts that are codes of the index in other spelling.
  package let respeltForIndex: [String]

  /// Texts that are codes of an index take its spelling. Of others, that without padding and in capitals counts where
  /// the file has it, else the first by the alphabet, so that the order of rows decides nothing.
  package init(_ texts: [String], of index: CodeIndex? = nil) {
    var spellings: [String: [String]] = [:]
    let different = Set(texts).sorted()
    let matches = index?.positions(of: different)
    respeltForIndex = matches?.respelt ?? []
    for (place, text) in different.enumerated() {
      if let index, let own = matches?.positions[place] {
        if index[own] != text { codes[text] = index[own] }
      } else {
        spellings[text.codeKey, default: []].append(text)
      }
    }
    for (key, all) in spellings where all.count > 1 {
      let code = all.contains(key) ? key : all.min() ?? key
      for text in all where text != code {
        codes[text] = code
        respelt.append(text)
      }
    }
    respelt.sort()
  }

  /// The code of a text.
  package func code(_ text: String) -> String { codes[text] ?? text }
}

extension Notice {
  /// What a reader must know of one code in several spellings.
  static func spelling(_ codes: CodeSpellings, in file: String) -> [Notice] {
    if codes.respelt.isEmpty { return [] }
    let which = CodeList(codes.respelt.map { "'\($0)' as '\(codes.code($0))'" })
    return [Notice(.information, "codes-respelt", "\(file): codes in several spellings are one: \(which)")]
  }
}
