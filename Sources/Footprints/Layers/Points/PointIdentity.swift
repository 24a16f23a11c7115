/// Which fields of a file of points hold their identifiers and names, found by their names.
struct PointIdentity {
  private(set) var code: String?
  private(set) var name: String?

  /// The names of columns of postcodes, the one that is written as people write them first: the directories of the Office
  /// for National Statistics have several.
  private static let postcodes = ["pcds", "postcode", "pcd8", "pcd7", "pcd"]
  /// What else identifies a point.
  private static let others = ["uprn", "id", "identifier", "reference", "ref"]

  /// Finds the fields, or those that are asked for. Throws `badData` for one that is not there.
  init(_ fields: [String], _ options: PointOptions, role: String?, file: String) throws(FootprintsError) {
    func first(_ names: [String]) -> String? {
      names.lazy.compactMap { name in fields.first { $0.fieldKey == name } }.first
    }
    if let wanted = options.codeField {
      code = fields[try PointColumns.column(wanted, fields, file)]
    } else if let column = fields.first?.fieldKey, Self.postcodes.contains(column) {
      // A directory of postcodes, whose other columns say in which areas they lie.
      code = first(Self.postcodes)
    } else {
      code =
        FieldDetection.codeField(among: fields, role: role) ?? first(Self.postcodes) ?? first(Self.others)
    }
    if let wanted = options.nameField {
      name = fields[try PointColumns.column(wanted, fields, file)]
    } else if code.map({ !Self.postcodes.contains($0.fieldKey) }) ?? true {
      name = FieldDetection.labelField(among: fields, role: role)
    }
  }

  /// Whether the identifiers are postcodes.
  var isPostcode: Bool { code.map { Self.postcodes.contains($0.fieldKey) } ?? false }
}
