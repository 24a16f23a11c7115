/// A layer with what the kernel works out about it first.
struct IntegratedLayer: Sendable {
  let layer: GridLayer
  let owners: EdgeOwners
  let prefixes: PrefixIntegrals

  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    self.layer = layer
    owners = EdgeOwners(layer)
    prefixes = try PrefixIntegrals(layer, jobs: jobs)
  }

  /// Calls `body` with the pointers to the layer alone, which are valid until it returns.
  func withEdges<Result>(_ body: (LayerEdges) -> Result) -> Result { LayerEdges.with(layer, owners, body) }

  /// Calls `body` with the pointers to the layer and its integrals, which are valid until it returns.
  func withIntegrals<Result>(_ body: (IntegratedEdges) -> Result) -> Result {
    IntegratedEdges.with(self, body)
  }

  /// The size of every area in square metres.
  func ownAreas(jobs: Int) throws(FootprintsError) -> [Double] {
    let pieces = Pieces(of: layer.count, minimum: 1 << 10, jobs: jobs)
    let areas = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      withIntegrals { pointers in
        pieces[piece].map { area in
          var sum: Int128 = 0
          for ring in layer.rings(ofArea: area) {
            sum &+= pointers.integrals(along: layer.edges(of: ring)).area
          }
          return layer.grid.squareMetres(sum)
        }
      }
    }
    return Array(areas.joined())
  }
}
