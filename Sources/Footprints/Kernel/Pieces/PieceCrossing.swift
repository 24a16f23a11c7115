/// Where the boundaries of two areas cross.
struct PieceCrossing: BitwiseCopyable {
  let aEdge: UInt32
  let bEdge: UInt32
  let point: CrossingPoint
  /// Whether the A edge enters the B area there, and so the B edge leaves the A area.
  let isEntering: Bool

  /// The crossing of two edges; nil when they do not cross.
  init?(
    _ edges: EdgePair, _ a: UnsafeBufferPointer<GridPoint>, _ b: UnsafeBufferPointer<GridPoint>
  ) {
    let (p, q) = (a[Int(edges.aEdge)], a[Int(edges.aEdge) &+ 1])
    let (r, s) = (b[Int(edges.bEdge)], b[Int(edges.bEdge) &+ 1])
    switch meeting(p, q, r, s) {
    case .entering(let crossing): (point, isEntering) = (crossing.point, true)
    case .leaving(let crossing): (point, isEntering) = (crossing.point, false)
    case .apart, .strip: return nil
    }
    (aEdge, bEdge) = (edges.aEdge, edges.bEdge)
  }
}
