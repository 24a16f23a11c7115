/// Documents as plain text for a terminal: aligned columns, nothing that moves the cursor.
public enum TextRenderer {
  /// The whole document.
  public static func render(_ document: Document) -> String {
    var out = document.title.printable + "\n" + String(repeating: "=", count: document.title.count) + "\n"
    for block in document.blocks {
      out += "\n"
      switch block {
      case .heading(let text): out += text.printable + "\n" + String(repeating: "-", count: text.count) + "\n"
      case .paragraph(let text): out += text.printable + "\n"
      case .list(let items): for item in items { out += "  - " + item.printable + "\n" }
      case .table(let table): out += render(table)
      }
    }
    if !document.footer.isEmpty { out += "\n" + document.footer.map { $0.printable + "\n" }.joined() }
    return out
  }

  private static func render(_ table: DocumentTable) -> String {
    let rows = [table.columns.map(\.title)] + table.rows.map { $0.map(\.printable) }
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
