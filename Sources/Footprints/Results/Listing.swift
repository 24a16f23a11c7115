/// Which rows of a result are listed, how many and in which order. Sums and scores stay those of the whole.
public struct Listing: Codable, Sendable, Hashable {
  /// Codes, or parts of names; rows about any of them are listed. All rows where it is empty.
  public var only: [String]
  /// The column, by its name in CSV or its title, that decides the order: the largest number first, words by alphabet; `:asc` or
  /// `:desc` after the name says otherwise. Nil for the order of the result.
  public var sort: String?
  /// How many rows at most: the first by `sort`, else the most important ones. Nil for all.
  public var limit: Int?

  /// Lists everything, unless it says otherwise.
  public init(only: [String] = [], sort: String? = nil, limit: Int? = nil) {
    self.only = only
    self.sort = sort
    self.limit = limit
  }

  /// Nothing is left out and nothing moved.
  public var isWhole: Bool { self == Listing() }

  /// Refuses a limit below 1: throws `usage`.
  public func validate() throws(FootprintsError) {
    if let limit, limit < 1 {
      throw FootprintsError(.usage, "limit is \(limit), not 1 or more", reason: .outOfRange("limit"))
    }
  }

  /// What was asked, for the parameters of an output; empty where nothing was.
  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !only.isEmpty { members.append(.init("only", JSONValue(only))) }
    if let sort { members.append(.init("sort", .string(sort))) }
    if let limit { members.append(.init("limit", .integer(limit))) }
    return members
  }
}

/// Chooses and orders the rows of one result by a listing.
///
/// The lists of a result count together for the limit, in the order in which they are chosen from.
public struct RowChoice: Sendable {
  private let listing: Listing
  /// The codes that rows have to be about, in small letters; nil for any.
  private let codes: Set<String>?
  private var left: Int
  private var total = 0
  private var listed = 0
  /// The columns met so far.
  private var columns: [String] = []
  private var isColumnFound = false
  private let column: Substring?
  private let direction: Substring?

  /// Finds what the listing names among the organisations of a result. Throws `usage` with those that may be meant.
  package init(_ listing: Listing, among units: [NamedCode]) throws(FootprintsError) {
    try listing.validate()
    self.listing = listing
    left = listing.limit ?? .max
    if listing.only.isEmpty {
      codes = nil
    } else {
      var found: Set<String> = []
      for text in listing.only {
        for place in try units.positions(of: text, kind: ("code or name", "codes and names")) {
          found.insert(units[place].code.lowercased())
        }
      }
      codes = found
    }
    let parts = listing.sort?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    column = parts?.first
    direction = parts.flatMap { $0.count > 1 ? $0[1] : nil }
    if let direction, direction != "asc", direction != "desc" {
      throw FootprintsError(
        .usage, "sort is '\(listing.sort ?? "")'; after the colon there can be asc or desc",
        reason: .outOfRange("sort"))
    }
  }

  /// Whether the order is asked for, and not the one of the result.
  public var isSorted: Bool { column != nil }

  /// The rows of one list that are listed, in their order.
  ///
  /// - Parameters:
  ///   - records: the list.
  ///   - fields: its columns.
  ///   - conditions: which of them are there.
  ///   - main: the column whose largest values are the most important rows; nil where the order of the list says it.
  ///   - units: what a row is about.
  public mutating func rows<Record>(
    _ records: [Record], _ fields: [Field<Record>], showing conditions: Set<Condition> = [],
    main: String? = nil,
    about units: (Record) -> [NamedCode?]
  ) -> [Record] {
    let shown: [Field<Record>] = fields.showing(conditions)
    let all = listing.isWhole ? [] : shown.flatMap { $0.columns(of: records) }
    columns += all.map(\.description.name).filter { !columns.contains($0) }
    let sorting = column.flatMap { column in
      (all.first { $0.description.name == column }
        ?? all.first { $0.description.title.lowercased() == column.lowercased() })?.value
    }
    isColumnFound = isColumnFound || sorting != nil
    total += records.count
    var chosen = records
    if let codes {
      chosen.removeAll { record in
        !units(record).contains { unit in unit.map { codes.contains($0.code.lowercased()) } ?? false }
      }
    }
    let isCut = chosen.count > left
    if let sorting {
      chosen = chosen.sorted(by: sorting, isDescending: direction.map { $0 == "desc" })
    } else if isCut, column == nil, let most = all.first(where: { $0.description.name == main }) {
      chosen = chosen.sorted(by: most.value, isDescending: true)
    }
    if isCut { chosen.removeLast(chosen.count - left) }
    if listing.limit != nil { left -= chosen.count }
    listed += chosen.count
    return chosen
  }

  /// Ends the choice. Throws `usage` where no list has the column that decides the order.
  func finish() throws(FootprintsError) {
    guard let column, !isColumnFound else { return }
    let name = String(column)
    throw FootprintsError(
      .usage, "there is no column '\(name)' to sort by",
      remedy: suggestion(for: name, among: columns, kind: "columns"))
  }

  /// What was left out, a sentence; nil where nothing was.
  var note: String? {
    guard listed < total else { return nil }
    let about = listing.only.isEmpty ? "" : ", those about \(CodeList(listing.only.map { "‘\($0)’" }))"
    let isFirst = listing.limit == listed
    let count =
      isFirst ? listed == 1 ? "the first" : "the first \(Wording.grouped(listed))" : Wording.grouped(listed)
    return
      "Listed as asked: \(count) of \(Wording.plural(total, "row"))\(about). Counts and sums in the text are of all."
  }
}

extension Array {
  /// The records by a field: by alphabet or by number, records without a value last, equal ones in the order they have.
  /// Numbers go down and words up unless it is said.
  fileprivate func sorted(by value: (Element) -> JSONValue, isDescending: Bool?) -> [Element] {
    let keys = map { SortKey(value($0)) }
    let descends = isDescending ?? keys.contains { if case .number = $0 { true } else { false } }
    return indices.sorted { one, other in
      switch (keys[one], keys[other]) {
      case (.none, .none): one < other
      case (.none, _): false
      case (_, .none): true
      case (.number(let a), .number(let b)) where a != b: descends ? a > b : a < b
      case (.text(let a), .text(let b)) where a != b: descends ? a > b : a < b
      case (.number, .text): true
      case (.text, .number): false
      default: one < other
      }
    }.map { self[$0] }
  }
}

/// What records are ordered by.
private enum SortKey {
  case none
  case number(Double)
  case text(String)

  init(_ value: JSONValue) {
    switch value {
    case .null: self = .none
    case .bool(let flag): self = .number(flag ? 1 : 0)
    case .integer, .number, .decimal: self = value.magnitude.isFinite ? .number(value.magnitude) : .none
    case .string(let text): self = text.isEmpty ? .none : .text(text.lowercased())
    case .array, .object: self = .text(value.cell.lowercased())
    }
  }
}
