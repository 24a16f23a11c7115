/// Finds the fields that hold the codes and the names of areas or organisations, in layers and tables, by
/// their names.
///
/// Published files spell them `CCG21CD`, `ccg20cd`, `ccg21_code`, `code`, `ons_code`, `TrustCd`, `msoa11_cod`
/// (cut to the 10 characters of a DBF field). A name is taken apart into a stem (what it is about), a vintage
/// (digits) and a kind (code or name). A field about the layer's own role wins over a general one, which wins over
/// a field about something else; within a rank GSS codes (`CD`) win over ODS codes (`CDH`), and the first
/// field wins.
package enum FieldDetection {
  /// The field with the codes, or nil where no field looks like one; a field of names is never taken.
  ///
  /// `role` is the role of the layer (`ccg`, `utla`, `brick`, ...), nil when it is not known.
  package static func codeField(among fields: [String], role: String? = nil) -> String? {
    best(among: fields, role: role, kinds: [.code, .organisationCode, .bareCode])
  }

  /// The field with the names, or nil where no field looks like one.
  package static func labelField(among fields: [String], role: String? = nil) -> String? {
    best(among: fields, role: role, kinds: [.label, .welshLabel])
  }

  /// The field with the names that belong to a field of codes, such as `LAD21NM` to `LAD21CD`: about the same thing and of
  /// the same year. Nil where there is none.
  package static func labelField(of codeField: String, among fields: [String]) -> String? {
    guard let code = parts(of: codeField), code.kind != .label, code.kind != .welshLabel else { return nil }
    return fields.first { field in
      guard let label = parts(of: field), label.kind == .label else { return false }
      return label.stem == code.stem && field.filter(\.isNumber) == codeField.filter(\.isNumber)
    }
  }

  enum Kind: Int {
    case code, organisationCode, bareCode, label, welshLabel
  }

  private static func best(among fields: [String], role: String?, kinds: [Kind]) -> String? {
    let stems = role.map { Self.stems[$0.lowercased()] ?? [$0.fieldKey] } ?? []
    var best: (field: String, rank: Int)?
    for field in fields {
      guard let (stem, kind) = parts(of: field), kinds.contains(kind) else { continue }
      let about: Int
      if let index = stems.firstIndex(of: stem) {
        about = index
      } else if let index = general.firstIndex(of: stem) {
        about = 100 + index
      } else {
        about = 200
      }
      // Trusts and other organisations have ODS codes only, so `kind` decides within a rank.
      let rank = about * 8 + kind.rawValue
      if rank < best?.rank ?? .max { best = (field, rank) }
    }
    return best?.field
  }

  /// What a field is about, without its vintage, and what kind of text it holds; nil for other fields.
  static func parts(of field: String) -> (stem: String, kind: Kind)? {
    let key = field.fieldKey
    let spelledOut = key.filter { !$0.isNumber }
    if bareCodes.contains(spelledOut) { return (spelledOut, .bareCode) }
    if bareLabels.contains(spelledOut) { return ("", .label) }
    for (suffix, kind) in suffixes + (field.utf8.count == 10 ? cutSuffixes : []) {
      guard spelledOut.hasSuffix(suffix) else { continue }
      let stem = String(spelledOut.dropLast(suffix.count))
      if kind == .code, notCodes.contains(stem) { return nil }
      return (stem, kind)
    }
    return nil
  }

  /// Longest first, so that `CDH` is not read as something else.
  private static let suffixes: [(String, Kind)] = [
    ("nhscode", .organisationCode), ("odscode", .organisationCode), ("cdods", .organisationCode),
    ("cdnhs", .organisationCode), ("cdh", .organisationCode), ("code", .code), ("cd", .code),
    ("namew", .welshLabel), ("nmw", .welshLabel), ("name", .label), ("nm", .label),
  ]

  /// What is left of `_code` and `_name` in a field cut to 10 characters.
  private static let cutSuffixes: [(String, Kind)] = [
    ("cod", .code), ("co", .code), ("nam", .label), ("na", .label),
  ]

  /// Fields that may hold codes although nothing in the name says so, like the column `msoa` of the OHID file
  /// does; they may hold names as well, so that every other field of codes is better.
  private static let bareCodes: Set<String> = [
    "ccg", "stp", "icb", "ltla", "lad", "utla", "ctyua", "hwb", "msoa", "lsoa", "oa", "brick", "trust", "gss",
    "ods",
  ]

  private static let bareLabels: Set<String> = ["label", "title"]

  /// Words before "code" or "cd" that turn it into something else.
  private static let notCodes: Set<String> = [
    "post", "p", "zip", "bar", "status", "type", "colour", "color", "error", "sub", "style",
  ]

  /// Stems of fields that name the area or organisation itself without saying what it is.
  private static let general = [
    "", "gss", "ons", "geo", "geography", "area", "organisation", "org", "ods",
  ]

  /// The stems of each role, the best first.
  private static let stems: [String: [String]] = {
    let lower = ["ltla", "lad", "la", "district", "localauthority"]
    let upper = ["utla", "ctyua", "la", "localauthority"]
    let partnership = ["stp", "ics", "icb"]
    return [
      "ccg": ["ccg"],
      "ltla": lower, "lad": lower,
      "utla": upper, "ctyua": upper,
      "hwb": ["hwb"] + upper,
      "stp": partnership, "ics": ["ics"] + partnership, "icb": ["icb"] + partnership,
      "trust": ["trust", "nhstrust", "acutetrust", "provider", "organisation", "org"],
      "brick": ["brick", "oa", "lsoa", "msoa", "smallarea"],
    ]
  }()
}
