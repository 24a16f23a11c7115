/// A layer with its running sums, as one worker reads them while the kernel keeps the arrays alive: what
/// an edge belongs to and what was summed before it.
struct LayerSums {
  let vertices: UnsafeBufferPointer<GridPoint>
  let ringStarts: UnsafeBufferPointer<UInt32>
  let areaOfRing: UnsafeBufferPointer<UInt32>
  let blocks: UnsafeBufferPointer<EdgeSums>
  let blockRings: UnsafeBufferPointer<UInt32>

  /// The sums of all edges of the layer before one.
  @inline(__always)
  func sums(before edge: UInt32) -> EdgeSums {
    let block = Int(edge) &>> RunningSums.blockBits
    var sums = blocks[block]
    var vertex = block &<< RunningSums.blockBits
    while vertex < Int(edge) {
      sums.add(vertices[vertex], vertices[vertex &+ 1])
      vertex &+= 1
    }
    return sums
  }

  /// The ring that an edge belongs to.
  @inline(__always)
  func ring(of edge: UInt32) -> Int {
    var ring = Int(blockRings[Int(edge) &>> RunningSums.blockBits])
    while ringStarts[ring &+ 1] <= edge { ring &+= 1 }
    return ring
  }

  /// The area that an edge belongs to.
  @inline(__always)
  func area(of edge: UInt32) -> UInt32 { areaOfRing[ring(of: edge)] }

  /// The sums along a whole ring.
  func sums(along edges: Range<Int>) -> EdgeSums {
    var sums = sums(before: UInt32(edges.upperBound))
    sums.subtract(self.sums(before: UInt32(edges.lowerBound)))
    return sums
  }

  /// Calls `body` with the pointers to a layer and its sums, which are valid until it returns.
  static func with<Result>(_ layer: GridLayer, _ sums: RunningSums, _ body: (LayerSums) -> Result) -> Result {
    layer.vertices.withUnsafeBufferPointer { vertices in
      layer.ringStarts.withUnsafeBufferPointer { starts in
        layer.areaOfRing.withUnsafeBufferPointer { areas in
          sums.blocks.withUnsafeBufferPointer { blocks in
            sums.rings.withUnsafeBufferPointer { rings in
              body(
                LayerSums(
                  vertices: vertices, ringStarts: starts, areaOfRing: areas, blocks: blocks, blockRings: rings
                ))
            }
          }
        }
      }
    }
  }
}
