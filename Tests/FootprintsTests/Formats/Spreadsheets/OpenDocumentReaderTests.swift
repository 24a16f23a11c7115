import Testing

@testable import Footprints

@Suite struct OpenDocumentReaderTests {
  private func workbook(_ tables: String, styles: String = "", manifest: String? = nil)
    throws(FootprintsError)
    -> SpreadsheetWorkbook
  {
    let content =
      #"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>\#(styles)</office:automatic-styles><office:body><office:spreadsheet>\#(tables)</office:spreadsheet></office:body></office:document-content>"#
    var entries: [ZipFixture.Entry] = [
      .init(name: "content.xml", content: Array(content.utf8), isDeflated: true)
    ]
    if let manifest { entries.append(.init(name: "META-INF/manifest.xml", content: Array(manifest.utf8))) }
    return try SpreadsheetWorkbook(FileBytes(ZipFixture(entries).bytes, name: "a.ods"))
  }

  @Test func cellsAreWhatTheyAre() throws {
    let book = try workbook(
      #"""
      <table:table table:name="A" table:style-name="ta2"><table:table-row>
      <table:table-cell office:value-type="string"><text:p>two<text:s text:c="2"/>words</text:p><text:p>more</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="0.5"><text:p>0.5</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.25"/><table:covered-table-cell/>
      <table:table-cell office:value-type="date" office:date-value="2025-04-01"/>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
      <table:table-cell table:formula="of:=1"/>
      <table:table-cell table:formula="of:=A1" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>
      </table:table-row></table:table>
      """#,
      styles:
        #"<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"#)
    let sheet = try #require(book.sheets.first)
    #expect(sheet.heading.state == .hidden)
    #expect(
      sheet.cells.map(\.value) == [
        .text("two  words\nmore"), .number("0.5"), .number("0.5"), .percent("0.25"), .date("2025-04-01"),
        .flag(true), .uncomputed, .error("#REF!"),
      ])
    #expect(sheet.cells.map(\.place.column) == [0, 1, 2, 3, 5, 6, 7, 8])
  }

  /// Programs repeat the last cell and the last row to the edge of the sheet.
  @Test func whatIsRepeatedIsCounted() throws {
    let book = try workbook(
      #"""
      <table:table table:name="A"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="1"/><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row><table:table-cell table:number-columns-repeated="4"/><table:table-cell office:value-type="float" office:value="2"><office:annotation><text:p>note</text:p></office:annotation></table:table-cell></table:table-row></table:table>
      """#)
    #expect(book.sheets[0].cells.map(\.place.reference) == ["A1", "A2", "A3", "E1048004"])
  }

  @Test func whatIsRepeatedTooOftenIsRefused() {
    #expect(throws: FootprintsError.self) {
      try workbook(
        #"<table:table table:name="A"><table:table-row table:number-rows-repeated="900000000"><table:table-cell table:number-columns-repeated="9000" office:value-type="float" office:value="1"/></table:table-row></table:table>"#
      )
    }
  }

  @Test func protectedOnesAreNamed() {
    do throws(FootprintsError) {
      _ = try workbook("", manifest: "<manifest><file-entry><encryption-data/></file-entry></manifest>")
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains("is protected by a password"))
    }
  }
}
