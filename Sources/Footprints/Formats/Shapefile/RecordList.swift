/// The records something was noticed about: the first few by number, the rest counted, so that a file with
/// the same flaw in every record does not make a notice for each.
struct RecordList {
  private static let shown = 10
  private var numbers: [Int] = []
  private var last = 0
  /// How many different records.
  private(set) var count = 0

  /// Counts a record, once however often it is reported. Precondition: records come in ascending order.
  mutating func insert(_ record: Int) {
    guard record != last else { return }
    last = record
    count += 1
    if numbers.count < Self.shown { numbers.append(record) }
  }

  /// "record 3", "records 3, 8" or "records 3, 8 and 12 more".
  var text: String {
    let list = numbers.map(String.init).joined(separator: ", ")
    let more = count > numbers.count ? " and \(count - numbers.count) more" : ""
    return "\(Wording.form(count, "record", "records")) \(list)\(more)"
  }
}
