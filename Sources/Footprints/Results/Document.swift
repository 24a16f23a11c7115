/// A report for people, before it has been decided whether it is read on a terminal or in Markdown.
public struct Document: Sendable {
  /// A part of a document.
  public enum Block: Sendable {
    /// A heading, of the second level or below.
    case heading(String, level: Int = 2)
    /// A sentence or a few.
    case paragraph(String)
    /// The numbers that matter most.
    case headlines([Headline])
    /// Points of equal rank.
    case list([String])
    /// What a reader needs to know about how the result came about.
    case notes([Note])
    /// Columns and rows.
    case table(Table)
    /// A picture of what is said or stands in a table anyway, for formats that have pictures.
    case figure(Figure)
  }

  /// The title.
  public var title: String
  /// The parts, in order.
  public var blocks: [Block]
  /// Lines that always come at the end: what was used, sources, licences.
  public var footer: [String]

  /// Makes a document.
  public init(title: String, blocks: [Block] = [], footer: [String] = []) {
    self.title = title
    self.blocks = blocks
    self.footer = footer
  }

  /// The parts as those of a section of another document: headings one level below what they are.
  func section(_ heading: String) -> [Block] {
    [.heading(heading)]
      + blocks.map { block in
        if case .heading(let text, let level) = block { .heading(text, level: level + 1) } else { block }
      }
  }

  /// The pictures, in order.
  var figures: [Figure] {
    blocks.compactMap { block in if case .figure(let figure) = block { figure } else { nil } }
  }
}

/// One number that matters, with what it means.
public struct Headline: Sendable {
  /// The number, as people read it.
  public var value: String
  /// What it is the number of, a phrase that goes on after it.
  public var meaning: String

  /// Puts the two together.
  public init(_ value: String, _ meaning: String) {
    self.value = value
    self.meaning = meaning
  }

  /// Both in one line.
  var words: String { "\(value) \(meaning)" }
}

/// A sentence about how a result came about, and, where a reader can do something about it, what or why.
public struct Note: Sendable, Equatable {
  /// The sentence.
  public var text: String
  /// What a reader can do about it, a sentence that holds whoever asked.
  public var remedy: String?
  /// Why it is said; whoever shows the note may know a better remedy for it.
  public var reason: Reason?

  /// Puts the parts together.
  public init(_ text: String, remedy: String? = nil, reason: Reason? = nil) {
    self.text = text
    self.remedy = remedy
    self.reason = reason
  }

  /// What went wrong.
  package init(_ error: FootprintsError) {
    var bare = error
    bare.remedy = nil
    self.init("\(bare).", remedy: error.remedy, reason: error.reason)
  }

  /// The sentence with the remedy that the caller has for its reason, else with its own.
  public func words(_ remedy: (Reason) -> String?) -> String {
    guard let advice = reason.flatMap(remedy) ?? self.remedy else { return text }
    return "\(text) \(advice)"
  }
}
