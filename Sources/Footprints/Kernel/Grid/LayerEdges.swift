/// A layer as one worker reads it while the kernel keeps the arrays alive.
struct LayerEdges {
  let vertices: UnsafeBufferPointer<GridPoint>
  private let ringStarts: UnsafeBufferPointer<UInt32>
  private let areaOfRing: UnsafeBufferPointer<UInt32>
  private let blockRings: UnsafeBufferPointer<UInt32>

  /// The ring that an edge belongs to.
  @inline(__always)
  func ring(of edge: UInt32) -> Int {
    var ring = Int(blockRings[Int(edge) &>> EdgeOwners.blockBits])
    while ringStarts[ring &+ 1] <= edge { ring &+= 1 }
    return ring
  }

  /// The area that an edge belongs to.
  @inline(__always)
  func area(of edge: UInt32) -> UInt32 { areaOfRing[ring(of: edge)] }

  /// Calls `body` with the pointers to a layer, which are valid until it returns.
  static func with<Result>(_ layer: GridLayer, _ owners: EdgeOwners, _ body: (LayerEdges) -> Result) -> Result
  {
    layer.vertices.withUnsafeBufferPointer { vertices in
      layer.ringStarts.withUnsafeBufferPointer { starts in
        layer.areaOfRing.withUnsafeBufferPointer { areas in
          owners.rings.withUnsafeBufferPointer { rings in
            body(LayerEdges(vertices: vertices, ringStarts: starts, areaOfRing: areas, blockRings: rings))
          }
        }
      }
    }
  }
}
