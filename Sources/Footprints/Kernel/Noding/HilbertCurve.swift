/// The place of a cell along Hilbert's curve through a square of 2^16 by 2^16 cells: cells near to each other on it are
/// near to each other in the plane. (J. Skilling, "Programming the Hilbert curve", 2004, for two dimensions.)
@inline(__always)
func hilbertPlace(_ x: UInt32, _ y: UInt32) -> UInt32 {
  var (x, y) = (x & 0xFFFF, y & 0xFFFF)
  var place: UInt32 = 0
  var side: UInt32 = 1 << 15
  while side > 0 {
    let right: UInt32 = x & side == 0 ? 0 : 1
    let upper: UInt32 = y & side == 0 ? 0 : 1
    place = place &<< 2 | ((3 &* right) ^ upper)
    // The quarters at both ends are turned.
    if upper == 0 {
      if right == 1 { (x, y) = (~x, ~y) }
      swap(&x, &y)
    }
    side &>>= 1
  }
  return place
}
