/// The edges of a layer with the integrals along them, as one worker reads both while the kernel keeps the arrays alive.
struct IntegratedEdges {
  let edges: LayerEdges
  private let blocks: UnsafeBufferPointer<BoundaryIntegrals>
  private let pieces: UnsafeBufferPointer<BoundaryIntegrals>

  /// All vertices of the layer.
  @inline(__always)
  var vertices: UnsafeBufferPointer<GridPoint> { edges.vertices }

  /// The integrals along all edges of the layer before one.
  @inline(__always)
  func integrals(before edge: UInt32) -> BoundaryIntegrals {
    let block = Int(edge) &>> EdgeOwners.blockBits
    var integrals = pieces[block &>> PrefixIntegrals.pieceBits]
    integrals.add(blocks[block])
    var vertex = block &<< EdgeOwners.blockBits
    while vertex < Int(edge) {
      integrals.add(vertices[vertex], vertices[vertex &+ 1])
      vertex &+= 1
    }
    return integrals
  }

  /// The integrals along a whole ring.
  func integrals(along edges: Range<Int>) -> BoundaryIntegrals {
    var integrals = integrals(before: UInt32(edges.upperBound))
    integrals.subtract(self.integrals(before: UInt32(edges.lowerBound)))
    return integrals
  }

  /// Calls `body` with the pointers to a layer and its integrals, which are valid until it returns.
  static func with<Result>(_ layer: IntegratedLayer, _ body: (IntegratedEdges) -> Result) -> Result {
    LayerEdges.with(layer.layer, layer.owners) { edges in
      layer.prefixes.blocks.withUnsafeBufferPointer { blocks in
        layer.prefixes.pieces.withUnsafeBufferPointer { pieces in
          body(IntegratedEdges(edges: edges, blocks: blocks, pieces: pieces))
        }
      }
    }
  }
}
