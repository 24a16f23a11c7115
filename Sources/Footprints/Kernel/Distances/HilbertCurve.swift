/// The order of a square's points along Hilbert's curve ("Ueber die stetige Abbildung einer Linie auf ein
/// Flächenstück", 1891): points that follow each other lie close together.
enum HilbertCurve {
  /// The place along the curve of a point of 2^16 columns and rows.
  static func place(_ column: UInt32, _ row: UInt32) -> UInt32 {
    var (x, y) = (column, row)
    var place: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let (right, top) = (x & side != 0, y & side != 0)
      place = place << 2 | (right ? (top ? 2 : 3) : (top ? 1 : 0))
      if !top {
        if right { (x, y) = (0xFFFF &- x, 0xFFFF &- y) }
        (x, y) = (y, x)
      }
      side >>= 1
    }
    return place
  }
}
