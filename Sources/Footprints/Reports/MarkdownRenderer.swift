/// Documents as Markdown (CommonMark with the tables of GitHub).
public enum MarkdownRenderer {
  /// The whole document.
  public static func render(_ document: Document) -> String {
    var out = "# \(escaped(document.title))\n"
    for block in document.blocks {
      out += "\n"
      switch block {
      case .heading(let text): out += "## \(escaped(text))\n"
      case .paragraph(let text): out += escaped(text) + "\n"
      case .list(let items): for item in items { out += "- \(escaped(item))\n" }
      case .table(let table): out += render(table)
      }
    }
    if !document.footer.isEmpty {
      out += "\n---\n\n" + document.footer.map { escaped($0) }.joined(separator: "  \n") + "\n"
    }
    return out
  }

  private static func render(_ table: DocumentTable) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return row(table.columns.map { escaped($0.title) })
      + row(table.columns.map { $0.isNumber ? "---:" : "---" })
      + table.rows.map { row($0.map(escaped)) }.joined()
  }

  /// The text with everything escaped that Markdown or HTML would take as a sign.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.printable {
      switch character {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": out += "\\" + String(character)
      default: out.append(character)
      }
    }
    // At the start of a line these would make a list or a heading.
    if let first = out.first, "+-=".contains(first) { return "\\" + out }
    let digits = out.prefix { $0.isASCII && $0.isNumber }
    let rest = out.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first ?? " " == " "
    {
      return digits + "\\" + rest
    }
    return out
  }
}
