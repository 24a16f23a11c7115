extension PlanningWorkbookReader {
  /// Reads labels with what stands right of them: board, authority, status.
  mutating func readLabels(_ place: Int) {
    let words = words
    _ = with(place) { sheet, result in
      for row in sheet.rows {
        for (index, label) in row.enumerated() {
          // What was filled in is no label itself.
          guard case .text(let text) = label.value, !sheet.isUsed(label), text.utf8.count < 120,
            let meaning = words.meaning(of: text, .cover),
            // "Local authority chief executive" is somebody who signs.
            words.meaning(of: text, .role) == nil
          else { continue }
          // Table headings have other headings beside them, and labels have them below.
          guard let value = row.dropFirst(index + 1).first,
            value.place.column <= sheet.lastColumn(of: label) + 4,
            words.meaning(of: value.text, .cover) == nil || meaning == "board"
          else { continue }
          let isHeading = PlanningWords.Subject.allCases.contains {
            [.expenditure, .metrics, .conditions, .signature].contains($0)
              && words.meaning(of: value.text, $0) != nil
          }
          if isHeading { continue }
          let traced = sheet.traced(value)
          switch meaning {
          case "board" where row.count - index <= 4:
            if case .text = value.value {
              if result.board.text.isEmpty { result.board = traced }
            } else {
              continue
            }
          case "board_code" where Self.isOfficialCode(traced.text):
            if result.boardCode.text.isEmpty { result.boardCode = traced }
          // Rows of tables say who provides a service.
          case "authority" where row.count <= 4:
            guard case .text = value.value else { continue }
            if result.authority.text.isEmpty { result.authority = traced }
          case "status": if result.status.text.isEmpty { result.status = traced }
          case "period":
            guard result.years == nil, let years = PlanningText.years(in: traced.text) else { continue }
            (result.years, result.yearsSource) = (years, traced.source)
          case "agreed":
            // An answer, and no name of a sheet.
            guard let answer = PlanningText.answer(value) else { continue }
            if result.status.text.isEmpty {
              result.status = TracedValue(answer ? "agreed" : "draft", traced.source)
            }
          case "agreed_on", "version", "completed_by", "email", "telephone": break
          default: continue
          }
          sheet.use(label)
          sheet.use(value)
        }
      }
      return false
    }
  }

  /// `E06000001`.
  static func isOfficialCode(_ text: String) -> Bool {
    text.utf8.count == 9 && text.utf8.first.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } == true
      && text.utf8.dropFirst().allSatisfy(NumberText.isDigit)
  }

  /// Reads who signs: rows of roles with names beside them.
  mutating func readSignatures(_ place: Int) -> Bool {
    let words = words
    let sheet = sheets[place]
    guard
      let heading = headings(
        of: sheet, .signature,
        where: {
          $0.contains("role")
            && ($0.contains("surname") || $0.contains("name") || $0.contains("organisation"))
        })
    else { return false }
    return with(place) { sheet, result in
      let columns = sheet.columns(sheet.rows[heading], .signature, words)
      let at = Dictionary(columns.map { ($0.meaning, $0.cell.place.column) }) { first, _ in first }
      for row in sheet.rows.dropFirst(heading + 1) {
        func cell(_ meaning: String) -> SheetCell? {
          at[meaning].flatMap { sheet.cell(row[0].place.row, $0) }
        }
        guard let label = cell("role"), let role = words.meaning(of: label.text, .role) else { continue }
        let parts = ["title", "first_name", "surname", "name"].compactMap(cell)
        for part in [label] + parts + ["organisation", "email", "date"].compactMap(cell) { sheet.use(part) }
        let name = parts.map(\.text).filter { !$0.isEmpty && !PlanningText.isNothing($0) }.joined(
          separator: " ")
        let source = (parts.last ?? label).place
        result.signatures.append(
          (
            role, cell("organisation")?.text ?? "",
            TracedValue(name, CellSource(sheet: sheet.name, place: source))
          ))
      }
      for (_, cell) in columns { sheet.use(cell) }
      return true
    }
  }

  /// Finds which years the plan is of: a label says so, else the title, else the name of the file.
  mutating func findYears() {
    if result.years != nil { return }
    for sheet in sheets {
      for cell in sheet.rows.joined() {
        guard case .text(let text) = cell.value, text.utf8.count < 200 else { continue }
        let words = text.phrase
        let isTitle =
          words.contains("bcf") || zip(words, words.dropFirst()).contains { $0 == "care" && $1 == "fund" }
        guard isTitle, let years = PlanningText.years(in: text) else { continue }
        (result.years, result.yearsSource) = (years, sheet.source(cell))
        return
      }
    }
    let name = result.file.split(separator: "/").last.map(String.init) ?? result.file
    result.years = PlanningText.years(in: name.replacing("_", with: " "))
    result.findings.append(
      ImportFinding(
        .warning, "no-period", sheet: "", nil,
        result.years == nil
          ? "nothing says for which years the plan is: period_start and period_end stay empty"
          : "no cell says for which years the plan is; they are taken from the name of the file"))
  }
}
