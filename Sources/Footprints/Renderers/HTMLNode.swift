/// A piece of an HTML page. Text comes into it only as ``HTMLNode/text(_:)`` or as the value of an attribute, both of which
/// are escaped when they are written, while names of elements are part of the program: no name in a file can become markup.
indirect enum HTMLNode {
  /// An element with what is in it.
  case element(StaticString, [Attribute], [HTMLNode])
  /// Text.
  case text(String)

  /// An attribute of an element.
  struct Attribute {
    let name: StaticString
    let value: String

    /// The attribute as it stands in a tag, with a space before it.
    var markup: String {
      var out = " \(name)=\""
      HTMLNode.escape(value, to: &out)
      return out + "\""
    }
  }

  /// An element without attributes.
  static func element(_ name: StaticString, _ children: [HTMLNode]) -> HTMLNode {
    .element(name, [], children)
  }

  /// An element that holds text alone.
  static func element(_ name: StaticString, _ text: String) -> HTMLNode { .element(name, [], [.text(text)]) }

  /// The HTML, appended to a text.
  func write(to out: inout String) {
    switch self {
    case .text(let text): Self.escape(text, to: &out)
    case .element(let name, let attributes, let children):
      out += "<\(name)"
      for attribute in attributes { out += attribute.markup }
      out += ">"
      for child in children { child.write(to: &out) }
      out += "</\(name)>"
    }
  }

  /// The HTML.
  var markup: String {
    var out = ""
    write(to: &out)
    return out
  }

  fileprivate static func escape(_ text: String, to out: inout String) {
    // Scalars, not characters: a sign under a combining mark is still a sign.
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
