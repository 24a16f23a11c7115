/// Brings the positions of batches from one reference system to another, and rounds them.
struct BatchProjection: Sendable {
  private let transformation: Transformation?
  /// The checked approximation of the way; nil where every position goes through PROJ itself.
  private let lattice: ProjectionLattice?
  private let decimals: Int?
  private let jobs: Int

  /// - Parameters:
  ///   - transformation: the way; nil where positions stay where they are.
  ///   - decimals: the decimals that coordinates keep; nil for all.
  ///   - isExact: whether every position goes through PROJ itself.
  init(_ transformation: Transformation?, decimals: Int?, isExact: Bool, jobs: Int) {
    self.transformation = transformation?.pipeline == nil ? nil : transformation
    lattice = isExact ? nil : self.transformation.flatMap { Self.lattice(of: $0, decimals: decimals) }
    self.decimals = decimals
    self.jobs = jobs
  }

  /// A lattice from longitude and latitude, which differs from PROJ by a millionth of a metre at most, and to them where its
  /// difference of a thousandth of the seventh decimal is rounded away.
  private static func lattice(of transformation: Transformation, decimals: Int?) -> ProjectionLattice? {
    let (source, target) = (transformation.source, transformation.target)
    if source.isGeographic, !target.isGeographic, target.metresPerUnit == 1 {
      return ProjectionLattice(.forwards)
    }
    guard !source.isGeographic, target.isGeographic, let decimals, decimals <= 7 else { return nil }
    return ProjectionLattice(.toDegrees)
  }

  /// The same features elsewhere. Heights and measures stay as they are. Throws `badData` for a position that cannot be
  /// transformed, with the number of its feature, counted from `first`.
  func apply(to batch: consuming FeatureBatch, first: Int) throws(FootprintsError) -> FeatureBatch {
    if transformation == nil, decimals == nil { return batch }
    var places = PositionPlaces()
    batch.forEachGeometry { feature, bytes in
      places.begin(feature, at: batch.bytes(of: feature).lowerBound)
      WKB.walk(bytes, &places)
    }
    if let transformation {
      let before = places.positions
      // Positions that are nowhere, which empty points have, stay there.
      if let lattice {
        _ = try transformation.apply(to: &places.positions, by: lattice, jobs: jobs)
      } else {
        try transformation.apply(to: &places.positions, jobs: jobs)
      }
      for (index, position) in places.positions.enumerated() {
        if before[index].x.isNaN { places.positions[index] = .none }
        guard position.x.isFinite && position.y.isFinite || before[index].x.isNaN else {
          throw FootprintsError(
            .badData, "a position cannot be transformed to \(transformation.target.name)",
            place:
              "feature \(first + places.feature(of: index)), at (\(before[index].x), \(before[index].y))",
            remedy: "It lies outside the area of use.", reason: .outsideTransformation)
        }
      }
    }
    if let decimals {
      let scale = DecimalNumber.powers[decimals]
      func rounded(_ number: Double) -> Double {
        // Beyond 2^53 units there is nothing to round.
        number.magnitude * scale < 0x1p53 ? (number * scale).rounded() / scale : number
      }
      for index in places.positions.indices {
        let position = places.positions[index]
        places.positions[index] = Coordinate(rounded(position.x), rounded(position.y))
      }
    }
    places.write(to: &batch.geometry)
    return batch
  }
}

/// Where the positions of a batch are among its bytes.
private struct PositionPlaces: WKBVisitor {
  var positions: [Coordinate] = []
  /// Runs of positions that have the same distance from each other.
  private var runs: [(offset: Int, count: Int, stride: Int)] = []
  private var features: [(feature: Int, first: Int)] = []
  private var base = 0

  mutating func begin(_ feature: Int, at offset: Int) {
    base = offset
    features.append((feature, positions.count))
  }

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {}
  mutating func end(_ type: GeometryType) {}

  mutating func positions(_ run: PositionRun) {
    runs.append((base + run.offset, run.count, run.parts.stride))
    for index in 0..<run.count { positions.append(run[index]) }
  }

  /// The feature that a position belongs to.
  func feature(of position: Int) -> Int { features.last { $0.first <= position }?.feature ?? 0 }

  /// Puts the positions back where they were.
  func write(to geometry: inout [UInt8]) {
    geometry.withUnsafeMutableBytes { bytes in
      var next = 0
      for run in runs {
        for index in 0..<run.count {
          let place = run.offset + index * run.stride
          bytes.storeBytes(
            of: positions[next].x.bitPattern.littleEndian, toByteOffset: place, as: UInt64.self)
          bytes.storeBytes(
            of: positions[next].y.bitPattern.littleEndian, toByteOffset: place + 8, as: UInt64.self)
          next += 1
        }
      }
    }
  }
}
