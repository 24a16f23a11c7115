/// A layer with its running sums, as one worker reads them while the kernel keeps the arrays alive.
struct LayerSums {
  let edges: LayerEdges
  private let blocks: UnsafeBufferPointer<EdgeSums>
  private let pieces: UnsafeBufferPointer<EdgeSums>

  /// All vertices of the layer.
  @inline(__always)
  var vertices: UnsafeBufferPointer<GridPoint> { edges.vertices }

  /// The sums of all edges of the layer before one.
  @inline(__always)
  func sums(before edge: UInt32) -> EdgeSums {
    let block = Int(edge) &>> EdgeOwners.blockBits
    var sums = pieces[block &>> RunningSums.pieceBits]
    sums.add(blocks[block])
    var vertex = block &<< EdgeOwners.blockBits
    while vertex < Int(edge) {
      sums.add(vertices[vertex], vertices[vertex &+ 1])
      vertex &+= 1
    }
    return sums
  }

  /// The sums along a whole ring.
  func sums(along edges: Range<Int>) -> EdgeSums {
    var sums = sums(before: UInt32(edges.upperBound))
    sums.subtract(self.sums(before: UInt32(edges.lowerBound)))
    return sums
  }

  /// Calls `body` with the pointers to a layer and its sums, which are valid until it returns.
  static func with<Result>(_ layer: SummedLayer, _ body: (LayerSums) -> Result) -> Result {
    LayerEdges.with(layer.layer, layer.owners) { edges in
      layer.sums.blocks.withUnsafeBufferPointer { blocks in
        layer.sums.pieces.withUnsafeBufferPointer { pieces in
          body(LayerSums(edges: edges, blocks: blocks, pieces: pieces))
        }
      }
    }
  }
}

/// A layer with what the kernel works out about it first.
struct SummedLayer: Sendable {
  let layer: GridLayer
  let owners: EdgeOwners
  let sums: RunningSums

  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    self.layer = layer
    owners = EdgeOwners(layer)
    sums = try RunningSums(layer, jobs: jobs)
  }

  /// Calls `body` with the pointers to the layer alone, which are valid until it returns.
  func withEdges<Result>(_ body: (LayerEdges) -> Result) -> Result { LayerEdges.with(layer, owners, body) }

  /// The own area of every area in square metres.
  func ownAreas(jobs: Int) throws(FootprintsError) -> [Double] {
    let pieces = Pieces(of: layer.count, minimum: 1 << 10, jobs: jobs)
    let areas = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      LayerSums.with(self) { pointers in
        pieces[piece].map { area in
          var sum: Int128 = 0
          for ring in layer.rings(ofArea: area) { sum &+= pointers.sums(along: layer.edges(of: ring)).area }
          return layer.grid.squareMetres(sum)
        }
      }
    }
    return Array(areas.joined())
  }
}
