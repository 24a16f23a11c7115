import Testing

@testable import Footprints

@Suite struct OfficeOpenReaderTests {
  private func read(_ fixture: WorkbookFixture) throws -> SpreadsheetWorkbook {
    try SpreadsheetWorkbook(FileBytes(fixture.bytes, name: "a.xlsx"))
  }

  private func sheet(_ rows: [[WorkbookFixture.Cell]]) throws -> SpreadsheetSheet {
    try #require(try read(WorkbookFixture([.init(name: "A", rows: rows)])).sheets.first)
  }

  @Test func cellsAreWhatTheyAre() throws {
    let sheet = try sheet([
      ["words", 12, 1234.5], [],
      ["", .percent(0.25), .date(45_748), .flag(true), .error("#REF!"), .formula(7), .formula(nil)],
    ])
    #expect(
      sheet.cells.map(\.value) == [
        .text("words"), .number("12"), .number("1234.5"), .percent("0.25"), .date("2025-04-01"), .flag(true),
        .error("#REF!"), .number("7"), .uncomputed,
      ])
    #expect(sheet.cells.map(\.place.reference) == ["A1", "B1", "C1", "B3", "C3", "D3", "E3", "F3", "G3"])
    #expect(sheet.cells.map(\.isFormula).suffix(3) == [true, true, true])
  }

  @Test func textsInRunsAreJoinedWithoutTheirPronunciation() throws {
    var fixture = WorkbookFixture([
      .init(
        name: "A",
        rows: [
          [
            .raw(#"<c r="A1" t="s"><v>0</v></c>"#),
            .raw(
              #"<c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve">line </t></r></is></c>"#
            ),
            .raw(#"<c t="str"><f>A1</f><v>of a formula</v></c>"#), .raw(#"<c r="E1" t="s"><v>1</v></c>"#),
          ]
        ])
    ])
    fixture.parts["xl/sharedStrings.xml"] =
      #"<x:sst xmlns:x="\#(WorkbookFixture.main)"><x:si><x:r><x:t>Bed </x:t></x:r><x:r><x:rPr/><x:t xml:space="preserve"> based</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b</x:t></x:si></x:sst>"#
    let cells = try #require(try read(fixture).sheets.first).cells
    #expect(
      cells.map(\.value) == [.text("Bed based"), .text("inline "), .text("of a formula"), .text("a\rb")])
    #expect(cells.map(\.place.reference) == ["A1", "B1", "C1", "E1"])
  }

  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (60, false, "1900-02-29"),
    (61, false, "1900-03-01"),
    (0, true, "1904-01-01"), (44_286, true, "2025-04-01"), (45_748.75, false, "2025-04-01T18:00:00"),
    (0.5, false, "12:00:00"), (36_585, false, "2000-02-29"),
  ])
  func daysAreCountedAsExcelCountsThem(serial: Double, from1904: Bool, text: String) {
    #expect(SerialDay.text(serial, from1904: from1904) == text)
  }

  @Test(arguments: [
    ("0.0%", NumberFormat.percent), ("#,##0.00", .plain), ("[Red]#,##0;[Red]-#,##0", .plain),
    ("dd/mm/yyyy", .date),
    ("\"days\" 0", .plain), ("[$-809]d mmmm yyyy", .date), ("General", .plain), ("0\\d", .plain),
    ("[h]:mm", .date),
  ])
  func formatsSayWhatNumbersAre(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test func sheetsAreHiddenOrNotAndDaysAreCountedFrom1904() throws {
    var fixture = WorkbookFixture([
      .init(name: "A & B", rows: [[.date(44_286)]]), .init(name: "H", rows: [[1]], state: "hidden"),
      .init(name: "V", rows: [[1]], state: "veryHidden", merged: ["A1:B2"]),
    ])
    fixture.countsFrom1904 = true
    let workbook = try read(fixture)
    #expect(workbook.sheets.map(\.heading.name) == ["A & B", "H", "V"])
    #expect(workbook.sheets.map(\.heading.state) == [.visible, .hidden, .veryHidden])
    #expect(workbook.sheets[0].cells[0].text == "2025-04-01")
    #expect(workbook.sheets[2].merged.first?.last == CellPlace(1, 1))
  }

  @Test(arguments: ["B12", "$C$3", "XFD1048576", "a1:b2".split(separator: ":").first.map(String.init) ?? ""])
  func placesHaveReferences(text: String) throws {
    let place = try #require(CellPlace(text))
    #expect(place.reference == text.uppercased().replacing("$", with: ""))
  }

  @Test(arguments: ["", "A", "12", "A0", "XFE1", "A1048577", "A1B", "1A"])
  func whatIsNoPlaceIsNone(text: String) { #expect(CellPlace(text) == nil) }

  // MARK: What is refused

  private func message(_ bytes: [UInt8]) -> String {
    do throws(FootprintsError) {
      _ = try SpreadsheetWorkbook(FileBytes(bytes, name: "a.xlsx"))
      return ""
    } catch {
      return error.description
    }
  }

  @Test func protectedAndOldWorkbooksAreNamed() {
    var compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    compound += [UInt8](repeating: 0, count: 504)
    #expect(message(compound).contains("before 2007 (.xls)"))
    compound += "EncryptedPackage".utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 96)
    #expect(message(compound).contains("a.xlsx: is protected by a password"))
    #expect(message(Array("no zip".utf8)).contains("is no workbook"))
    #expect(message(ZipFixture([.init(name: "a.txt", content: [65])]).bytes).contains("without a workbook"))
    #expect(
      message(ZipFixture([.init(name: "xl/workbook.bin", content: [65])]).bytes).contains("(.xlsb)"))
  }

  @Test func hostileXMLIsRefused() {
    func with(_ sheet: String) -> String {
      var fixture = WorkbookFixture([.init(name: "A", rows: [])])
      fixture.parts["xl/worksheets/sheet1.xml"] = sheet
      return message(fixture.bytes)
    }
    #expect(
      with(#"<!DOCTYPE a [<!ENTITY b "cc">]><worksheet>&b;</worksheet>"#).contains("has a document type"))
    #expect(with(String(repeating: "<a>", count: 300)).contains("nests elements"))
    #expect(with("<worksheet><sheetData>").contains("no XML that can be read"))
    #expect(with(#"<a b="\#(String(repeating: "x", count: 1 << 21))"/>"#).contains("bytes of attributes"))
    #expect(with(#"<sheetData><row r="1048577"/></sheetData>"#).contains("a row 1048577"))
    #expect(with(#"<row r="1"><c r="A2"><v>1</v></c></row>"#).contains("'A2' in row 1"))
    #expect(
      with(#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#).contains("out of their order"))
    #expect(with(#"<row r="1"><c r="A1" t="s"><v>9</v></c></row>"#).contains("text that is not there"))
    #expect(with(#"<row r="1"><c r="A1"><v>x</v></c></row>"#).contains("'x' for a number"))
  }

  @Test func anArchiveThatUnpacksToFarTooMuchIsRefused() {
    let bomb = ZipFixture([
      .init(name: "content.xml", content: [60], isDeflated: true, statedSize: 4_000_000_000)
    ])
    #expect(message(bomb.bytes).contains("too many to be believed"))
  }
}
