import CGEOS
import Synchronization

/// One fixed coordinate operation from a reference system to another.
///
/// A single operation is chosen for the whole job, from the source system and the area of use of the target
/// alone: were it chosen point by point, two layers could go different ways and diverge by metres along a
/// border. Ballpark operations, which skip the change of datum, are refused.
public struct Transformation: Sendable, Hashable {
  /// Where coordinates come from.
  public let source: ReferenceSystem
  /// Where they go.
  public let target: ReferenceSystem
  /// The operation's name in the EPSG registry, or "none" when nothing has to be done.
  public let operation: String
  /// The accuracy that the registry states, in metres; nil when it states none.
  public let accuracy: Double?
  /// The operation as a PROJ pipeline; nil when nothing has to be done.
  package let pipeline: String?

  /// Chooses the best operation that is available without a network.
  package init(from source: ReferenceSystem, to target: ReferenceSystem) throws(FootprintsError) {
    self = try PROJRegistry.look { (context) throws(FootprintsError) in
      try Transformation(from: source, to: target, in: context)
    }
  }

  private init(
    from source: ReferenceSystem, to target: ReferenceSystem, in context: PROJContext
  ) throws(FootprintsError) {
    self.source = source
    self.target = target
    let handle = context.handle
    func refused(_ why: String) -> FootprintsError {
      FootprintsError(
        .badData, "no usable transformation from \(source.name) to \(target.name): \(why)",
        remedy: "Choose another working system, or state the layer’s own.", reason: .noTransformation)
    }
    guard let from = PROJObject(owning: proj_create(handle, source.definition), in: context),
      let to = PROJObject(owning: proj_create(handle, target.definition), in: context)
    else { throw refused(context.lastError) }
    if proj_is_equivalent_to_with_ctx(
      handle, from.pointer, to.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) == 1
    {
      (operation, accuracy, pipeline) = ("none", 0, nil)
      return
    }
    guard let factory = proj_create_operation_factory_context(handle, nil) else {
      throw refused(context.lastError)
    }
    defer { proj_operation_factory_context_destroy(factory) }
    proj_operation_factory_context_set_allow_ballpark_transformations(handle, factory, 0)
    proj_operation_factory_context_set_grid_availability_use(
      handle, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    proj_operation_factory_context_set_spatial_criterion(
      handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    if let area = target.areaOfUse ?? source.areaOfUse {
      proj_operation_factory_context_set_area_of_interest(
        handle, factory, area.min.x, area.min.y, area.max.x > 180 ? area.max.x - 360 : area.max.x, area.max.y)
    }
    // First what leads there directly, which is found in a quarter of the time. Where there is nothing, a way through a
    // third system is still better than none, as from ETRS89 to OSGB36, whose direct way needs a grid that may not be
    // installed.
    var found: OpaquePointer?
    for intermediate in [
      PROJ_INTERMEDIATE_CRS_USE_NEVER, PROJ_INTERMEDIATE_CRS_USE_IF_NO_DIRECT_TRANSFORMATION,
      PROJ_INTERMEDIATE_CRS_USE_ALWAYS,
    ] {
      proj_operation_factory_context_set_allow_use_intermediate_crs(handle, factory, intermediate)
      proj_list_destroy(found)
      found = proj_create_operations(handle, from.pointer, to.pointer, factory)
      if proj_list_get_count(found) > 0 { break }
    }
    guard let list = found else { throw refused(context.lastError) }
    defer { proj_list_destroy(list) }
    guard proj_list_get_count(list) > 0,
      let chosen = PROJObject(owning: proj_list_get(handle, list, 0), in: context),
      let visual = PROJObject(owning: proj_normalize_for_visualization(handle, chosen.pointer), in: context),
      let text = proj_as_proj_string(handle, visual.pointer, PJ_PROJ_5, nil)
    else { throw refused("none is known that is better than a guess") }
    operation = chosen.name
    let stated = proj_coordoperation_get_accuracy(handle, chosen.pointer)
    accuracy = stated >= 0 ? stated : nil
    let written = String(cString: text)
    // The registry's answer for systems that differ in name only.
    pipeline = written == "+proj=noop" ? nil : written
  }

  /// Transforms coordinates in place with PROJ itself, on up to `jobs` threads. Coordinates that PROJ cannot
  /// transform become infinite.
  package func apply(to coordinates: inout [Coordinate], jobs: Int) throws(FootprintsError) {
    try run(on: &coordinates, jobs: jobs, forwards: true)
  }

  /// The same, but PROJ sees each distinct position once; `known` are those of this transformation.
  func apply(to coordinates: inout [Coordinate], known: TransformedPositions, jobs: Int)
    throws(FootprintsError)
  {
    guard let pipeline else { return }
    try parallelChunks(of: &coordinates, jobs: jobs, chunk: 1 << 16) { () throws(FootprintsError) in
      try PROJOperation(pipeline)
    } body: { operation, chunk, _ in
      known.transform(chunk, operation)
    }
  }

  /// How well coordinates were transformed by a lattice.
  public struct Approximation: Sendable, Hashable {
    /// The largest difference from the operation itself, at points that the approximation was not made from: in metres,
    /// or in degrees on the way back.
    public var largestDeviation: Double
    /// The vertices that went through the operation itself, because the approximation was not good enough
    /// where they are.
    public var exactVertices: Int
  }

  /// Transforms longitudes and latitudes in place by a lattice, many times faster than the operation itself, or back to
  /// them, whichever way the lattice goes; nil when nothing has to be done. Only for a lattice of this transformation, of
  /// which one side is geographic.
  package func apply(
    to coordinates: inout [Coordinate], by lattice: ProjectionLattice, jobs: Int
  ) throws(FootprintsError) -> Approximation? {
    guard let pipeline else { return nil }
    let total = Mutex(Approximation(largestDeviation: 0, exactVertices: 0))
    try parallelChunks(of: &coordinates, jobs: jobs, chunk: 1 << 16) { () throws(FootprintsError) in
      try LatticeWorker(lattice, pipeline: pipeline) { part in
        total.withLock {
          $0.largestDeviation = max($0.largestDeviation, part.largestDeviation)
          $0.exactVertices += part.exactVertices
        }
      }
    } body: { worker, chunk, _ in
      worker.transform(chunk)
    }
    return total.withLock { $0 }
  }

  /// Transforms coordinates of the target back to the source, in place.
  package func applyInverse(to coordinates: inout [Coordinate], jobs: Int) throws(FootprintsError) {
    try run(on: &coordinates, jobs: jobs, forwards: false)
  }

  private func run(on coordinates: inout [Coordinate], jobs: Int, forwards: Bool) throws(FootprintsError) {
    guard let pipeline else { return }
    try parallelChunks(of: &coordinates, jobs: jobs, chunk: 1 << 14) { () throws(FootprintsError) in
      try PROJOperation(pipeline)
    } body: { operation, chunk, _ in
      operation.transform(chunk, forwards: forwards)
    }
  }
}

extension ReferenceSystem {
  /// The smallest box, in this system's own coordinates, around its area of use, sampled along a grid because
  /// the sides of the area are curved; nil when the area is not known.
  func projectedAreaOfUse() throws(FootprintsError) -> Box? {
    guard let area = areaOfUse else { return nil }
    let steps = 16
    var grid: [Coordinate] = []
    for column in 0...steps {
      for row in 0...steps {
        let (u, v) = (Double(column) / Double(steps), Double(row) / Double(steps))
        grid.append(
          Coordinate(
            area.min.x + u * (area.max.x - area.min.x), area.min.y + v * (area.max.y - area.min.y)))
      }
    }
    let transformation = try Transformation(
      from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: self)
    try transformation.apply(to: &grid, jobs: 1)
    var box = Box.empty
    for position in grid where position.x.isFinite && position.y.isFinite { box.extend(to: position) }
    return box.isEmpty ? nil : box
  }
}

/// A PROJ operation made from its pipeline, for use on one thread.
struct PROJOperation: ~Copyable {
  private let object: PROJObject

  init(_ pipeline: String) throws(FootprintsError) {
    let context = PROJContext()
    guard let object = PROJObject(owning: proj_create(context.handle, pipeline), in: context) else {
      throw FootprintsError(.fault, "PROJ does not accept its own pipeline: \(context.lastError)")
    }
    self.object = object
  }

  /// Transforms in place (`proj_trans_generic`, which strides over interleaved coordinates).
  func transform(_ coordinates: UnsafeMutableBufferPointer<Coordinate>, forwards: Bool = true) {
    guard let base = coordinates.baseAddress else { return }
    // Coordinate is two doubles side by side; x and y are read and written with the stride of a pair.
    let x = UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
    let stride = MemoryLayout<Coordinate>.stride
    proj_trans_generic(
      object.pointer, forwards ? PJ_FWD : PJ_INV, x, stride, coordinates.count, x + 1, stride,
      coordinates.count, nil, 0, 0, nil, 0, 0)
  }

  /// One transformed position.
  func transform(_ coordinate: Coordinate, forwards: Bool = true) -> Coordinate {
    var copy = coordinate
    withUnsafeMutablePointer(to: &copy) {
      transform(UnsafeMutableBufferPointer(start: $0, count: 1), forwards: forwards)
    }
    return copy
  }
}
