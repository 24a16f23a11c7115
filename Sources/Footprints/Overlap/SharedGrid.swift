extension IntegerGrid {
  /// A grid that layers of one part of the world share without knowing of one another: its origin is the
  /// multiple of 2^22 m (4,194 km) nearest to the middle of the areas, far within the limit of the grid.
  package init(sharedBy geometry: MultiPolygonArray, jobs: Int) throws(FootprintsError) {
    let box = try Self.box(of: geometry, jobs: jobs)
    func nearest(_ low: Double, _ high: Double) -> Double {
      let middle = ((low / 2 + high / 2) / 0x1p22).rounded() * 0x1p22
      return middle.isFinite ? middle : 0
    }
    let origin = Coordinate(nearest(box.min.x, box.max.x), nearest(box.min.y, box.max.y))
    self.init(around: Box(min: origin, max: origin))
  }
}
