/// What begins and ends every page.
enum PageFrame {
  /// Up to the heading. The page may do nothing but have its own style and run its own script, as its Content-Security-Policy says.
  static func beginning(_ title: String, script: String?) -> String {
    var policy = "default-src 'none'; style-src '\(digest(PageStyle.rules))'"
    if let script { policy += "; script-src '\(digest(script))'" }
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="color-scheme" content="light dark">
      \(HTMLNode.element("title", title).markup)
      <style>\(PageStyle.rules)</style>
      </head>
      <body>
      <main>
      \(HTMLNode.element("h1", title).markup)

      """
  }

  /// From the end of what the page is about.
  static func end(_ footer: [String], script: String?) -> String {
    var out = "</main>\n"
    if !footer.isEmpty {
      out += HTMLNode.element("footer", footer.map { .element("p", $0) }).markup + "\n"
    }
    if let script { out += "<script>\(script)</script>\n" }
    return out + "</body>\n</html>\n"
  }

  private static func digest(_ text: String) -> String { "sha256-\(SHA256Digest.base64(of: text))" }
}
