/// How the A edge p -> q passes the B edge r -> s once B is displaced: 1 from right to left, into its polygon, -1 from
/// left to right, 0 where they do not cross. What `meeting` says, without the place. Precondition: their closed boxes
/// meet, neither has length 0.
@inline(__always)
func passage(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Int32 {
  _fastPath(reach(p, q) | reach(r, s) < shortReach)
    ? Sides<Int64>(p, q, r, s).passage : longPassage(p, q, r, s)
}

@inline(never)
private func longPassage(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Int32 {
  Sides<Int128>(p, q, r, s).passage
}

extension Sides {
  @inline(__always)
  fileprivate var passage: Int32 { areCrossing ? isEntering ? 1 : -1 : 0 }
}
