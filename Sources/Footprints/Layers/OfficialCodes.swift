/// The codes of the Government Statistical Service: a letter for the country and eight digits (E38000006).
enum OfficialCodes {
  /// Whether most of the codes are of that form.
  static func areUsed(in codes: [String]) -> Bool {
    codes.count(where: isOfficial) * 2 > codes.count
  }

  static func isOfficial(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return bytes.count == 9 && "EWSNKL".utf8.contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
