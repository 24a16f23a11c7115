/// What every name in every output means, made from the declarations that the outputs are made from.
public enum DataDictionary {
  /// The dictionary of some analyses, as a document.
  public static func document(of analyses: [any Analysis.Type]) -> Document {
    var blocks: [Document.Block] = [
      .paragraph(
        "Names are the same in CSV, newline-delimited JSON and JSON. In JSON they are members of results; a name with a dot is a member of a member, one with [] a member of each element of a list. Every JSON output also has schema_version, command, parameters, provenance and warnings; parameters also have only, sort and limit where rows were chosen by them, and the lists are in that order then."
      )
    ]
    func add<Subject: Analysis>(_ analysis: Subject.Type) { blocks += self.blocks(of: analysis) }
    for analysis in analyses { add(analysis) }
    return Document(title: "Outputs", blocks: blocks)
  }

  private static func blocks<Subject: Analysis>(of analysis: Subject.Type) -> [Document.Block] {
    typealias Result = Subject.Result
    let formats = Renderers.supporting(Result.self).map(\.name)
    var blocks: [Document.Block] = [
      .heading(Subject.name), .paragraph(Subject.summary),
      .paragraph("Formats: \(formats.joined(separator: ", "))."),
    ]
    for declaration in Result.tables {
      let isMain = declaration.name == Result.tables.first?.name
      blocks += [
        .heading("\(Subject.name): table \(declaration.name)"),
        .paragraph("\(isMain ? "The rows of csv and ndjson: " : "")\(declaration.meaning)."),
        table(declaration.columns.map { Entry(path: $0.columnName, description: $0) }),
      ]
    }
    let parameters = Result.parameters.map(\.description)
    if !parameters.isEmpty {
      blocks += [
        .heading("\(Subject.name): parameters"), table(parameters.flatMap { entries(of: $0, under: "") }),
      ]
    }
    blocks += [
      .heading("\(Subject.name): results"),
      table(Result.fields.flatMap { entries(of: $0.description, under: "") }),
    ]
    return blocks
  }

  /// A field with the path to it.
  private struct Entry: Sendable {
    let path: String
    let description: FieldDescription
  }

  private static func entries(of field: FieldDescription, under path: String) -> [Entry] {
    let own =
      path + (field.isMap && field.title.contains("NAME") ? field.title : field.name)
      + (field.isList ? "[]" : "")
    return [Entry(path: own, description: field)]
      + field.parts.flatMap { entries(of: $0, under: own + ".") }
  }

  private static func table(_ entries: [Entry]) -> Document.Block {
    .table(
      Table(
        "fields",
        [
          .text("name", "name", "") { $0.path },
          .text("unit", "unit", "") { $0.description.unit?.rawValue },
          .text("meaning", "meaning", "") { entry in
            entry.description.meaning + (entry.description.condition.map { " (\($0.words))" } ?? "")
          },
        ], rows: entries))
  }
}

extension FieldDescription {
  /// The name of its column; for one whose names depend on the data, the prefix and a word for the rest.
  fileprivate var columnName: String { isMap ? title.contains("NAME") ? title : "\(title)NAME" : name }
}
