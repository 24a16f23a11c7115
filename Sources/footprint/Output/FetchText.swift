import Footprints

/// What `fetch` says, for people and as JSON.
enum FetchText {
  /// What was fetched, on a line.
  static func line(_ fetched: Fetched) -> String {
    let what = Wording.plural(fetched.count, fetched.isTable ? "row" : "feature")
    return "\(fetched.entry.name): \(what) from \(fetched.entry.service)"
  }

  /// The catalogue.
  static func list(_ catalogue: Catalogue, json: Bool) -> String {
    if json {
      let entries = catalogue.entries.map { entry in
        [
          "name": .string(entry.name), "service": .string(entry.service), "layer": .integer(entry.layer),
          "role": JSONValue(entry.role), "vintage": JSONValue(entry.vintage),
          "resolution": JSONValue(entry.resolution), "confirmed": .bool(entry.isConfirmed),
        ] as JSONValue
      }
      return envelope("entries", entries)
    }
    let rows = catalogue.entries.map { entry in
      [
        entry.name, entry.role ?? "", entry.vintage ?? "", entry.resolution ?? "",
        entry.service + (entry.isConfirmed ? "" : " (a guess)"),
      ]
    }
    return columns([["name", "role", "vintage", "borders", "service"]] + rows)
  }

  /// What has become of fetched resources.
  static func checks(_ checks: [FetchCheck], json: Bool) -> String {
    if json {
      let entries = checks.map { check in
        [
          "name": .string(check.name), "service": .string(check.service), "fetched": .string(check.time),
          "differs": .bool(check.differs), "file": .string(check.file.rawValue),
          "published": .string(check.published.rawValue), "fetched_count": .integer(check.fetchedCount),
          "published_count": check.publishedCount.map(JSONValue.integer) ?? .null,
          "dead_codes": check.deadCodes.map { JSONValue($0) } ?? .null,
          "new_codes": check.newCodes.map { JSONValue($0) } ?? .null,
          "edited": check.isEdited.map(JSONValue.bool) ?? .null, "remark": JSONValue(check.remark),
        ] as JSONValue
      }
      return envelope("resources", entries)
    }
    return checks.map { lines($0).map { $0.message.printable + "\n" }.joined() }.joined()
  }

  private static func lines(_ check: FetchCheck) -> [String] {
    var lines: [String] = []
    switch check.file {
    case .same: break
    case .changed: lines.append("its file is not what was fetched")
    case .missing: lines.append("its file is gone")
    }
    switch check.published {
    case .same: lines.append("is what is published")
    case .differs: lines.append("is not what is published any more")
    case .gone: lines.append("is published no more")
    }
    if let now = check.publishedCount, now != check.fetchedCount {
      lines.append(
        "\(Wording.grouped(check.fetchedCount)) were fetched, \(Wording.grouped(now)) are published")
    }
    if let dead = check.deadCodes, !dead.isEmpty { lines.append("codes that are dead: \(CodeList(dead))") }
    if let new = check.newCodes, !new.isEmpty { lines.append("codes that are new: \(CodeList(new))") }
    if check.isEdited == true { lines.append("the service was edited since it was fetched") }
    if let remark = check.remark { lines.append(remark) }
    return lines.map { "\(check.name): \($0)" }
  }

  private static func envelope(_ name: String, _ entries: [JSONValue]) -> String {
    JSONValue.object([
      .init("schema_version", .string(Provenance.schemaVersion)), .init("command", "fetch"),
      .init("results", .object([.init(name, .array(entries))])),
    ]).serialized
  }

  /// Rows as columns that are as wide as they need be; the last may be of any width.
  private static func columns(_ rows: [[String]]) -> String {
    let rows = rows.map { $0.map(\.printable) }
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        column == row.count - 1
          ? row[column] : row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
