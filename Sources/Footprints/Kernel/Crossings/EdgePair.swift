/// An A edge and a B edge that cross once B is displaced: all that has to be kept of a crossing, since the rest follows from
/// the vertices.
struct EdgePair: BitwiseCopyable, Sendable {
  let aEdge: UInt32
  let bEdge: UInt32
}
