/// Collects what the reader of one Shapefile has to say, worded for its user.
struct ShapefileNotices {
  /// The name of the .shp as the user gave it.
  let file: String
  /// The notices so far.
  private(set) var list: [Notice] = []

  /// Starts without any.
  init(file: String) { self.file = file }

  /// Adds a notice; the message is a clause that follows the name of the file.
  mutating func add(_ severity: Notice.Severity, _ code: String, _ message: String) {
    list.append(Notice(severity, code, "\(file): \(message)"))
  }

  /// What was repaired in the geometry.
  mutating func add(_ polygons: ShapefilePolygons) {
    add(unclosed: polygons.unclosed, degenerate: polygons.degenerate, misoriented: polygons.misoriented)
  }

  private mutating func add(unclosed: RecordList, degenerate: RecordList, misoriented: RecordList) {
    if unclosed.count > 0 {
      add(.warning, "ring-closed", "closed the unclosed rings of \(unclosed.text).")
    }
    if degenerate.count > 0 {
      add(
        .warning, "ring-dropped",
        "left out rings with fewer than three corners, which have no area, of \(degenerate.text).")
    }
    if misoriented.count > 0 {
      add(
        .warning, "ring-orientation",
        "\(misoriented.text): a ring is drawn counter-clockwise like a hole but lies in no exterior; "
          + "which rings are holes was decided by which rings lie inside which.")
    }
  }

  /// The same of a stream.
  mutating func add(_ geometry: ShapefileGeometry) {
    add(unclosed: geometry.unclosed, degenerate: geometry.degenerate, misoriented: geometry.misoriented)
  }

  /// Which features are not there because they were deleted.
  mutating func add(deleted: RecordList) {
    guard deleted.count > 0 else { return }
    add(.warning, "deleted", "left out \(deleted.text), which the .dbf marks as deleted.")
  }

  /// What in the .shp does not look as its writer left it.
  mutating func add(unread: Int, isNumberedInOrder: Bool) {
    if unread > 0 {
      add(
        .warning, "trailing-bytes",
        "\(unread) bytes after the end that the header states were not read. Export the file again if "
          + "features are missing.")
    }
    if !isNumberedInOrder {
      add(
        .warning, "record-numbers",
        "the records are not numbered 1, 2, 3 and so on; they were read in the order in which they appear. Export "
          + "the file again if it was edited in place.")
    }
  }

  /// Whether shapes and attributes go together.
  mutating func add(shapeCount: Int, table: DBaseTable?) {
    guard let table else {
      add(
        .warning, "no-attributes",
        "there is no .dbf beside it, so the features have no attributes such as codes and names.")
      return
    }
    if table.recordCount < shapeCount {
      add(
        .warning, "record-count",
        "the .dbf has \(table.recordCount) records for \(shapeCount) shapes; the shapes after record "
          + "\(table.recordCount) have no attributes.")
    } else if table.recordCount > shapeCount {
      add(
        .warning, "record-count",
        "the .dbf has \(table.recordCount) records for \(shapeCount) shapes; the records after "
          + "\(shapeCount) have no shape and were left out.")
    }
  }
}
