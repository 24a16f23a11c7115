/// A report for people, before anybody has decided whether it is read on a terminal or in Markdown.
public struct Document: Sendable {
  /// A part of a document.
  public enum Block: Sendable {
    /// A heading of the second level.
    case heading(String)
    /// A sentence or a few.
    case paragraph(String)
    /// Points of equal rank.
    case list([String])
    /// Columns and rows.
    case table(DocumentTable)
  }

  /// The title.
  public var title: String
  /// The parts, in order.
  public var blocks: [Block]
  /// Lines that always stand at the end: what was used, sources, licences.
  public var footer: [String]

  /// Makes a document.
  public init(title: String, blocks: [Block] = [], footer: [String] = []) {
    self.title = title
    self.blocks = blocks
    self.footer = footer
  }
}

/// A table for people: cells are texts as they are read.
public struct DocumentTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The words above it.
    public var title: String
    /// Whether cells stand at the right, as numbers do.
    public var isNumber: Bool

    /// A column of words.
    public static func words(_ title: String) -> Column { Column(title: title, isNumber: false) }
    /// A column of numbers.
    public static func numbers(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows, each with as many cells as there are columns.
  public var rows: [[String]]

  /// Makes a table.
  public init(_ columns: [Column], _ rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
