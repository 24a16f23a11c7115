/// The code and name of each area that is kept, and how they were found.
struct AreaIdentity {
  private(set) var codes: [String] = []
  private(set) var names: [String] = []
  /// The features kept, by position in the file.
  private(set) var kept: [Int] = []
  private(set) var codeField: String?
  private(set) var nameField: String?
  /// What the field of groups says of each area that is kept; nil where none was asked for.
  private(set) var groups: [NamedCode?]?
  private(set) var notices: [Notice] = []

  init(_ table: FeatureTable, _ request: LayerRequest) throws(FootprintsError) {
    let fields = table.attributes.fields
    codeField = try Self.field(request.codeField, "code", fields)
    var found: [String?]?
    if codeField == nil { (codeField, found) = try Self.codes(table, request.role, &notices) }
    nameField =
      try Self.field(request.nameField, "name", fields)
      ?? FieldDetection.labelField(among: fields, role: request.role)
    if codeField == nil {
      (codeField, found) = try Self.identifiers(table, isLastResort: nameField == nil)
      if let codeField {
        notices.append(
          Notice(
            .warning, "identifiers-as-codes",
            "no code field was found among \(CodeList(fields, limit: 20, joinedBy: nil)); the identifiers in \(codeField) are used as codes"
          ))
      }
    }
    if codeField == nil, let name = nameField {
      codeField = name
      notices.append(
        Notice(
          .warning, "names-as-codes",
          "no code field was found among \(CodeList(fields, limit: 20, joinedBy: nil)); the names in \(name) are used as codes"
        ))
    }
    if let codeField {
      if found == nil { found = try table.attributes.values(of: codeField) }
    } else {
      let choice =
        fields.isEmpty
        ? "the features have no fields"
        : "no code or name field was found among \(CodeList(fields, limit: 20, joinedBy: nil))"
      notices.append(Notice(.warning, "numbered", "\(choice); features are numbered from 1"))
    }
    let labels = try nameField.map { (field) throws(FootprintsError) in try table.attributes.values(of: field)
    }
    var unnamed: [Int] = []
    for index in 0..<table.geometry.count {
      var code = found?[index] ?? ""
      let isUnnamed = code.isEmpty
      if isUnnamed { code = "#\(index + 1)" }
      if let prefixes = request.codePrefix, !prefixes.contains(where: code.hasPrefix) { continue }
      if isUnnamed, codeField != nil { unnamed.append(index) }
      kept.append(index)
      codes.append(code)
      let label = labels?[index] ?? ""
      names.append(label.isEmpty ? code : label)
    }
    if !unnamed.isEmpty {
      notices.append(
        Notice(
          .warning, "no-code",
          "\(FeatureList(unnamed)) without a value in \(codeField ?? ""); numbered from 1 with #",
          about: unnamed.map { "#\($0 + 1)" }))
    }
    guard !kept.isEmpty else {
      throw FootprintsError(
        .badData,
        "no area’s code in \(codeField ?? "the numbering") begins with \(CodeList(request.codePrefix ?? [], joinedBy: "or"))",
        remedy: "Check codePrefix in the data package, or the code field.")
    }
    if request.keepsDuplicates { tellApart() } else { try checkUnique() }
    groups = try Self.groups(table, request.groupField, kept)
  }

  /// The groups by a field, with names where another field has them.
  private static func groups(
    _ table: FeatureTable, _ wanted: String?, _ kept: [Int]
  ) throws(FootprintsError) -> [NamedCode?]? {
    let fields = table.attributes.fields
    guard let field = try Self.field(wanted, "group", fields) else { return nil }
    let codes = try table.attributes.values(of: field)
    let names = try FieldDetection.labelField(of: field, among: fields).map {
      (field) throws(FootprintsError) in
      try table.attributes.values(of: field)
    }
    return kept.map { feature in
      guard let code = codes[feature], !code.isEmpty else { return nil }
      return NamedCode(code: code, name: names?[feature] ?? "")
    }
  }

  /// The field that looks most like codes and has a value in any feature, with its values: published files keep
  /// columns that they never fill.
  private static func codes(
    _ table: FeatureTable, _ role: String?, _ notices: inout [Notice]
  ) throws(FootprintsError) -> (field: String?, values: [String?]?) {
    var fields = table.attributes.fields
    while let field = FieldDetection.codeField(among: fields, role: role) {
      let values = try table.attributes.values(of: field)
      if values.contains(where: { $0?.isEmpty == false }) { return (field, values) }
      notices.append(
        Notice(.warning, "empty-field", "the field \(field) has no value in any feature and is not used"))
      fields.removeAll { $0 == field }
    }
    return (nil, nil)
  }

  /// The field `id`, where nothing looks like a code: every feature must have one of its own. Plain numbers
  /// count rows more often than they name areas, so that names are better, and they are a last resort.
  private static func identifiers(
    _ table: FeatureTable, isLastResort: Bool
  ) throws(FootprintsError) -> (field: String?, values: [String?]?) {
    guard let field = table.attributes.fields.first(where: { $0.lowercased() == "id" }) else {
      return (nil, nil)
    }
    let values = try table.attributes.values(of: field)
    let present = values.compactMap { $0 }.filter { !$0.isEmpty }
    guard present.count == values.count, Set(present).count == values.count,
      isLastResort || !present.contains(where: { Int($0) != nil })
    else { return (nil, nil) }
    return (field, values)
  }

  /// A field that the user or package names must exist.
  private static func field(_ wanted: String?, _ what: String, _ fields: [String]) throws(FootprintsError)
    -> String?
  {
    guard let wanted else { return nil }
    if fields.contains(wanted) { return wanted }
    let folded = fields.filter { $0.lowercased() == wanted.lowercased() }
    if folded.count == 1 { return folded[0] }
    throw FootprintsError(
      .badData, "has no field '\(wanted)' for the \(what)",
      remedy: fields.isEmpty
        ? "Its features have no fields." : "It has \(CodeList(fields, limit: 20, joinedBy: nil)).")
  }

  private func checkUnique() throws(FootprintsError) {
    var first: [String: Int] = [:]
    first.reserveCapacity(codes.count)
    for (index, code) in codes.enumerated() {
      if let earlier = first.updateValue(index, forKey: code) {
        throw FootprintsError(
          .badData, "two features have the code '\(code)'",
          place: "features \(kept[earlier]) and \(kept[index])",
          remedy: "Dissolve them into one, or name another code field.", reason: .duplicateCodes)
      }
    }
  }

  /// Gives areas after the first of a code a number after it, such as `E38000006 (2)`.
  private mutating func tellApart() {
    var places: [String: [Int]] = [:]
    for (place, code) in codes.enumerated() { places[code, default: []].append(place) }
    var known = Set(codes)
    for (code, all) in places.sorted(by: { $0.key < $1.key }) where all.count > 1 {
      var number = 2
      for place in all.dropFirst() {
        while !known.insert("\(code) (\(number))").inserted { number += 1 }
        codes[place] = "\(code) (\(number))"
      }
      notices.append(
        Notice(
          .warning, "duplicate-code",
          "\(all.count) features have the code '\(code)' (features \(CodeList(all.map { "\(kept[$0])" })))",
          about: [code]))
    }
  }
}
