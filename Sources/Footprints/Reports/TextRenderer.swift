/// Documents as plain text for a terminal: aligned columns, nothing that moves the cursor.
public enum TextRenderer {
  /// The whole document.
  public static func render(_ document: Document) -> String {
    var out = underlined(document.title.printable, with: "=")
    for block in document.blocks {
      out += "\n"
      switch block {
      case .heading(let text): out += underlined(text.printable, with: "-")
      case .paragraph(let text): out += text.printable + "\n"
      case .list(let items): for item in items { out += "  - " + item.printable + "\n" }
      case .table(let table): out += render(table)
      }
    }
    if !document.footer.isEmpty { out += "\n" + document.footer.map { $0.printable + "\n" }.joined() }
    return out
  }

  private static func underlined(_ text: String, with line: String) -> String {
    text + "\n" + String(repeating: line, count: text.count) + "\n"
  }

  private static func render(_ table: DocumentTable) -> String {
    let rows = [table.columns.map(\.title.printable)] + table.rows.map { $0.map(\.printable) }
    let widths = table.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var out = ""
    for (index, row) in rows.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += table.columns[column].isNumber ? padding + cell : cell + padding
        if column < row.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      out += line + "\n"
      if index == 0 { out += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n" }
    }
    return out
  }
}
