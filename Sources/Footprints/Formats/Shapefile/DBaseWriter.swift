/// Writes the table of a Shapefile (dBASE III), whose fields are as wide as the values are: they are collected first.
struct DBaseWriter {
  private struct Column {
    let field: FeatureField
    let name: String
    var width = 1
    var decimals = 0
  }

  private var columns: [Column]
  private let cells: Spool
  private var rows = 0
  private let lastChange: String
  private(set) var notices: [Notice] = []
  private var cut = 0
  private var lost = 0

  /// The widest that text can be.
  private static let widest = 254

  /// Begins a table. Throws `usage` for more fields than a table can have.
  init(_ fields: [FeatureField], lastChange: String, name: String) throws(FootprintsError) {
    guard fields.count <= 255 else {
      throw FootprintsError(
        .usage, "a Shapefile has at most 255 fields, not \(fields.count)", remedy: "Choose some of them.")
    }
    var taken: Set<String> = []
    columns = fields.map { Column(field: $0, name: Self.name($0.name, &taken)) }
    let renamed = columns.filter { $0.name != $0.field.name }
    if !renamed.isEmpty {
      notices.append(
        Notice(
          .warning, "fields-renamed",
          "names of fields have at most 10 characters in a Shapefile: \(CodeList(renamed.map { "\($0.field.name) became \($0.name)" }))"
        ))
    }
    let texts = fields.filter { $0.kind == .dateTime || $0.kind == .json }
    if !texts.isEmpty {
      notices.append(
        Notice(
          .warning, "became-text",
          "a Shapefile has no times and no JSON: \(CodeList(texts.map(\.name))) became text"))
    }
    cells = try Spool(for: name)
    self.lastChange = lastChange
  }

  /// Adds a row.
  mutating func append(_ values: [AttributeValue]) throws(FootprintsError) {
    rows += 1
    var out: [UInt8] = []
    for (place, value) in values.enumerated() {
      var text = Array(words(value, columns[place].field.kind).utf8)
      if text.count > Self.widest {
        text = Array(String(decoding: text, as: UTF8.self).cut(to: Self.widest).utf8)
        cut += 1
      }
      columns[place].width = max(columns[place].width, text.count)
      if columns[place].field.kind == .real, let point = text.firstIndex(of: UInt8(ascii: ".")) {
        columns[place].decimals = max(columns[place].decimals, min(15, text.count - point - 1))
      }
      out.append(UInt8(text.count))
      out += text
    }
    try cells.append(out)
  }

  private mutating func words(_ value: AttributeValue, _ kind: FieldKind) -> String {
    switch (kind, value) {
    case (_, .null): return kind == .boolean ? "?" : ""
    case (_, .binary): break
    case (.boolean, .boolean(let flag)): return flag ? "T" : "F"
    case (.date, .text(let text)): return text.replacing("-", with: "")
    case (_, .real(let number)) where !number.isFinite: break
    default: return value.words ?? ""
    }
    lost += 1
    return ""
  }

  /// Hands on the table.
  mutating func finish(to sink: any ByteSink) throws(FootprintsError) {
    for place in columns.indices {
      switch columns[place].field.kind {
      case .date: columns[place].width = 8
      // Without decimals it would be taken for whole numbers.
      case .real:
        columns[place].decimals = max(1, columns[place].decimals)
        columns[place].width = max(columns[place].width, columns[place].decimals + 2)
      default: break
      }
    }
    let length = columns.reduce(1) { $0 + $1.width }
    guard length < 1 << 16, rows < 1 << 31 else {
      throw FootprintsError(
        .cannotWrite, "a row of a Shapefile's table cannot be longer than 65535 bytes",
        remedy: "Choose some of the fields, or write a GeoPackage.")
    }
    try sink.write(header(length))
    let all = try cells.bytes()
    try all.withBytes { (bytes) throws(FootprintsError) in
      var at = 0
      var out: [UInt8] = []
      for _ in 0..<rows {
        out.append(0x20)
        for column in columns {
          let count = Int(bytes[at])
          let text = bytes[at + 1..<at + 1 + count]
          at += 1 + count
          let padding = repeatElement(UInt8(0x20), count: column.width - count)
          let isRight = column.field.kind == .integer || column.field.kind == .real
          if isRight { out += padding }
          out += text
          if !isRight { out += padding }
        }
        if out.count >= 1 << 20 {
          try sink.write(out)
          out.removeAll(keepingCapacity: true)
        }
      }
      out.append(0x1A)
      try sink.write(out)
    }
    func add(_ count: Int, _ code: String, _ what: String) {
      if count > 0 {
        notices.append(Notice(.warning, code, "\(Wording.plural(count, "value")) \(what)"))
      }
    }
    add(cut, "text-cut", "cut to \(Self.widest) bytes, which is all that a Shapefile has room for")
    add(lost, "values-left-out", "left out: a Shapefile has no bytes and no numbers that are none")
  }

  private func header(_ length: Int) -> [UInt8] {
    let day = lastChange.prefix(10).split(separator: "-").compactMap { Int($0) }
    var out: [UInt8] = [3]
    out +=
      day.count == 3
      ? [UInt8(clamping: day[0] - 1900), UInt8(clamping: day[1]), UInt8(clamping: day[2])] : [70, 1, 1]
    WKB.append(UInt32(rows), to: &out)
    for number in [32 * columns.count + 33, length] { out += [UInt8(number & 0xFF), UInt8(number >> 8)] }
    out += [UInt8](repeating: 0, count: 20)
    for column in columns {
      out += Array(column.name.utf8) + [UInt8](repeating: 0, count: 11 - column.name.utf8.count)
      let type: Unicode.Scalar =
        switch column.field.kind {
        case .boolean: "L"
        case .integer, .real: "N"
        case .date: "D"
        default: "C"
        }
      out += [UInt8(ascii: type), 0, 0, 0, 0, UInt8(column.width), UInt8(column.decimals)]
      out += [UInt8](repeating: 0, count: 14)
    }
    return out + [0x0D]
  }

  /// A name of at most 10 bytes that no other field has, in whatever case.
  private static func name(_ name: String, _ taken: inout Set<String>) -> String {
    let plain = name.isEmpty ? "field" : name.replacing("\0", with: "_")
    var free = plain.cut(to: 10)
    var number = 1
    while !taken.insert(free.lowercased()).inserted {
      let ending = "_\(number)"
      free = plain.cut(to: 10 - ending.utf8.count) + ending
      number += 1
    }
    return free
  }
}

extension String {
  /// The beginning of it that takes at most so many bytes of UTF-8, without half a character.
  fileprivate func cut(to bytes: Int) -> String {
    var text = self
    while text.utf8.count > bytes { text.unicodeScalars.removeLast() }
    return text
  }
}
