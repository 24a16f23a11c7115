/// The page that leads to many reports: a table that can be searched and sorted, with links to files beside it.
public struct ReportIndex: Sendable {
  /// One report.
  public struct Entry: Sendable {
    /// What it is about.
    public var unit: NamedCode
    /// The name of its file, relative to the index.
    public var file: String
    /// The numbers that matter most.
    public var headlines: [Headline]
    /// Why there is none; nil where there is one.
    public var failure: String?

    /// Puts the parts together.
    public init(unit: NamedCode, file: String, headlines: [Headline], failure: String? = nil) {
      (self.unit, self.file, self.headlines, self.failure) = (unit, file, headlines, failure)
    }
  }

  /// The words above it.
  public var title: String
  /// The reports, in the order of their codes.
  public var entries: [Entry]
  /// Sources and licences.
  public var footer: [String]

  /// Puts the parts together.
  public init(title: String, entries: [Entry], footer: [String]) {
    (self.title, self.entries, self.footer) = (title, entries, footer)
  }

  /// The page.
  public var html: String {
    let meanings = entries.first { $0.failure == nil }?.headlines.map(\.meaning) ?? []
    var out = PageFrame.beginning(title, script: Self.script)
    out += "<p><label>Search: <input type=\"search\" id=\"search\" autocomplete=\"off\"></label> "
    out +=
      "<span id=\"count\" role=\"status\"></span></p>\n<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Reports\">"
    out += "<table id=\"reports\">\n<caption>Reports</caption>\n<thead><tr>"
    for (number, title) in (["code", "name"] + meanings.indices.map { "number \($0 + 1)" }).enumerated() {
      let words = number < 2 ? title : Self.heading(number - 2, of: entries)
      out += "<th scope=\"col\" aria-sort=\"\(number == 0 ? "ascending" : "none")\">"
      out += HTMLNode.element("button", [.init(name: "type", value: "button")], [.text(words)]).markup
      out += "</th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for entry in entries { out += row(entry, columns: meanings.count).markup + "\n" }
    return out + "</tbody>\n</table></div>\n" + PageFrame.end(footer, script: Self.script)
  }

  private func row(_ entry: Entry, columns: Int) -> HTMLNode {
    func cell(_ children: [HTMLNode]) -> HTMLNode { .element("td", children) }
    let code = HTMLNode.element(
      "th", [.init(name: "scope", value: "row")], [.text(entry.unit.code)])
    if let failure = entry.failure {
      return .element(
        "tr",
        [
          code, cell([.text(entry.unit.name)]),
          .element(
            "td", [.init(name: "colspan", value: String(max(1, columns)))], [.text("No report: \(failure)")]),
        ])
    }
    let link = HTMLNode.element(
      "a", [.init(name: "href", value: entry.file)], [.text(entry.unit.name)])
    return .element(
      "tr",
      [code, cell([link])]
        + entry.headlines.map { one in
          cell([.element("strong", one.value), .text(" "), .text(one.meaning)])
        })
  }

  /// The first words of what a number means.
  private static func heading(_ number: Int, of entries: [Entry]) -> String {
    let first = entries.first { $0.failure == nil }?.headlines[number].meaning ?? ""
    return first.split(separator: " ").prefix(5).joined(separator: " ").trimmingPunctuation
  }

  /// Shows the rows that have what is searched for, and sorts by a column: numbers, with what money and thousands are written with, by
  /// size, anything else by letters. Nothing is hidden without it.
  private static let script = """
    (function(){var t=document.getElementById('reports'),b=t.tBodies[0],s=document.getElementById('search'),c=document.getElementById('count');
    var rows=[].slice.call(b.rows);
    function find(){var q=s.value.toLowerCase(),n=0;rows.forEach(function(r){var on=r.textContent.toLowerCase().indexOf(q)>=0;r.hidden=!on;if(on)n++});
    c.textContent=n+' of '+rows.length}
    function key(r,i){var x=r.cells[i];if(!x)return '';var m=/^[£]?([\\d,]+(?:\\.\\d+)?)(?: (million|billion))?/.exec(x.textContent.trim());
    if(i>1&&m)return parseFloat(m[1].replace(/,/g,''))*(m[2]==='million'?1e6:m[2]==='billion'?1e9:1);return x.textContent.trim().toLowerCase()}
    [].forEach.call(t.tHead.rows[0].cells,function(h,i){h.querySelector('button').addEventListener('click',function(){
    var up=h.getAttribute('aria-sort')!=='ascending';[].forEach.call(t.tHead.rows[0].cells,function(o){o.setAttribute('aria-sort','none')});
    h.setAttribute('aria-sort',up?'ascending':'descending');
    rows.sort(function(p,q){var x=key(p,i),y=key(q,i);return (x<y?-1:x>y?1:0)*(up?1:-1)}).forEach(function(r){b.appendChild(r)})})});
    s.addEventListener('input',find);find()})();
    """
}

extension String {
  /// The text without what a cut left at its end.
  fileprivate var trimmingPunctuation: String {
    var text = self
    while let last = text.last, ",:;(".contains(last) { text.removeLast() }
    return text
  }
}
