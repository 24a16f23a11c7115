/// Numbers and shares as people read them.
package enum Wording {
  /// "1,234,567".
  package static func count(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "?" }
    return grouped(Int(value.rounded()))
  }

  /// "1,234,567".
  package static func grouped(_ value: Int) -> String {
    var out = ""
    for (index, digit) in String(value.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return (value < 0 ? "-" : "") + String(out.reversed())
  }

  /// "1234567": a whole number as programs write it.
  package static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "?" }
    return String(Int(value.rounded()))
  }

  /// "45.2%"; more than nothing is never shown as 0.0%, nor less than all as 100.0%.
  package static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "" }
    let tenths = (share * 1000).rounded()
    if tenths == 0, share > 0 { return "<0.1%" }
    if tenths == 1000, share < 1 - 1e-9 { return ">99.9%" }
    return decimal(tenths / 10, 1) + "%"
  }

  /// "95%", "99.5%": a share that somebody set, without needless decimals.
  package static func setting(_ share: Double) -> String {
    let text = percent(share)
    return text.hasSuffix(".0%") ? text.dropLast(3) + "%" : text
  }

  /// "9 in 10", "nearly all", "half": a share in words.
  package static func inWords(_ share: Double) -> String {
    guard share.isFinite else { return "?" }
    switch share {
    case 0.9995...: return "all"
    case 0.97...: return "nearly all"
    case 0.475..<0.525: return "half"
    case 0.525..<0.575: return "more than half"
    case 0.425..<0.475: return "nearly half"
    case ..<0.005: return "hardly any"
    case ..<0.03: return "1 in \(Int((1 / share).rounded()))"
    case ..<0.05: return "1 in 25"
    case ..<0.075: return "1 in 15"
    default:
      let tenths = Int((share * 10).rounded())
      return tenths == 10 ? "more than 9 in 10" : "\(tenths) in 10"
    }
  }

  /// A number with a fixed count of decimals; "?" for what has more than 18 digits or is not a number.
  package static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12, (0...18).contains(places) else { return "?" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = (abs(value) * scale).rounded()
    guard units < 1e18 else { return "?" }
    let scaled = Int(units)
    let whole = grouped(scaled / Int(scale))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + whole }
    let fraction = String(scaled % Int(scale))
    return sign + whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// "12.34 km2", "3.4 ha".
  package static func area(_ squareMetres: Double) -> String {
    switch squareMetres {
    case 1e8...: decimal(squareMetres / 1e6, 0) + " km2"
    case 1e5...: decimal(squareMetres / 1e6, 2) + " km2"
    case 100...: decimal(squareMetres / 1e4, 2) + " ha"
    default: decimal(squareMetres, 1) + " m2"
    }
  }

  /// "£98.2 million"; to the penny below a million.
  package static func roundMoney(_ money: Money) -> String {
    guard money.pence.magnitude >= 100_000_000 else { return Self.money(money) }
    // Tenths of a million, halves away from zero.
    let tenths = Int((money.pence.magnitude + 5_000_000) / 10_000_000)
    return "\(money.pence < 0 ? "-" : "")£\(grouped(tenths / 10)).\(tenths % 10) million"
  }

  /// "1 person", "12,345 people".
  package static func people(_ value: Double) -> String {
    "\(count(value)) \(value.rounded() == 1 ? "person" : "people")"
  }

  /// "a", "a and b", "a, b and c".
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "not yet established" from "notYetEstablished".
  package static func spacedWords(_ text: String) -> String {
    var out = ""
    var last: Character = " "
    for character in text {
      if character.isUppercase, last.isLowercase {
        out += " " + character.lowercased()
      } else {
        out.append(character)
      }
      last = character
    }
    return out
  }

  /// To the penny: "£1,234,567.89", "-£0.50".
  package static func money(_ money: Money) -> String {
    let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(money.pence < 0 ? "-" : "")£\(grouped(Int(pounds))).\(pence < 10 ? "0" : "")\(pence)"
  }

  /// A number with as many decimals as it has, up to six, and thousands separated: "1,234.5", "80".
  package static func number(_ value: Double) -> String { decimal(value, decimals(of: value)) }

  /// The fewest decimals, up to six, that say a number in full.
  package static func decimals(of value: Double) -> Int {
    (0..<6).first { places in
      let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
      return abs((value * scale).rounded() / scale - value) <= 1e-9 * max(1, abs(value))
    } ?? 6
  }

  /// "is" for one, "are" for any other number: the form of a word that goes with a count.
  package static func form(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }

  /// "the only plan", "both plans", "all 4 plans".
  package static func all(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    switch count {
    case 1: "the only \(one)"
    case 2: "both \(many ?? one + "s")"
    default: "all \(plural(count, one, many))"
    }
  }

  /// The sentence with a capital at its beginning.
  package static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// "1 plan", "3 plans".
  package static func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }
}
