/// A workbook of a spreadsheet program, open for reading: Excel's XLSX and XLSM, or an OpenDocument spreadsheet (ODS).
///
/// What is read goes to a visitor row by row, so that a sheet of any length needs little memory. Formulas are not computed:
/// what counts is the value that the program kept beside each.
package struct SpreadsheetFile: ~Copyable {
  private let archive: ZipArchive
  private let bytes: FileBytes

  /// Opens a workbook.
  ///
  /// Throws `noInput` where there is no file; `badData` for what is none of these formats, and for one that is protected by
  /// a password, with what to do.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    try Self.refuseCompound(bytes)
    archive = try Self.archive(bytes)
    self.bytes = bytes
  }

  private static func archive(_ bytes: FileBytes) throws(FootprintsError) -> ZipArchive {
    do throws(FootprintsError) {
      return try ZipArchive(bytes)
    } catch {
      guard error.message == "is not a zip archive" else { throw error }
      throw FootprintsError(
        .badData, "is no workbook: neither XLSX, XLSM nor ODS", file: bytes.name,
        remedy: "Open it in a spreadsheet program and save it as .xlsx.")
    }
  }

  /// Reads all sheets that the visitor wants. Throws `badData` for what cannot be read, and what the visitor throws.
  package borrowing func read(_ visitor: any SheetVisitor) throws(FootprintsError) {
    if archive.entries.contains(where: { $0.name == "xl/workbook.bin" }) {
      throw FootprintsError(
        .badData, "is a binary workbook (.xlsb)", file: bytes.name,
        remedy: "Open it in Excel and save it as .xlsx.")
    }
    if let content = archive.entries.first(where: { $0.name == "content.xml" }) {
      try OpenDocumentReader.read(content, of: archive, file: bytes.name, visitor)
    } else {
      try OfficeOpenReader.read(archive, file: bytes.name, visitor)
    }
  }

  /// Old workbooks and encrypted ones are compound files of OLE.
  private static func refuseCompound(_ bytes: FileBytes) throws(FootprintsError) {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let (isCompound, isEncrypted) = bytes.withBytes { raw in
      guard raw.prefix(8).elementsEqual(magic) else { return (false, false) }
      // The names of its streams are in UTF-16, in a directory that can be anywhere.
      let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
      var found = false
      var place = 0
      while place + name.count <= raw.count, !found {
        found = raw[place] == name[0] && raw[place..<place + name.count].elementsEqual(name)
        // Entries of the directory begin at multiples of 128 bytes.
        place += 128
      }
      return (true, found)
    }
    if !isCompound { return }
    throw isEncrypted
      ? FootprintsError(
        .badData, "is protected by a password", file: bytes.name,
        remedy: "Open it in Excel, remove the password (File, Info, Protect Workbook) and save it.")
      : FootprintsError(
        .badData, "is a workbook of the format before 2007 (.xls)", file: bytes.name,
        remedy: "Open it in a spreadsheet program and save it as .xlsx.")
  }
}
