/// How far generalisation may have moved a layer's boundaries.
public struct Resolution: Sendable, Hashable {
  /// How the tolerance is known.
  public enum Origin: String, Sendable {
    /// The data package names the product.
    case stated
    /// The name of the file has that of the product: `CCG_Apr_2021_EN_BUC.geojson`.
    case named
    /// Estimated from the spacing of the vertices.
    case measured
  }

  /// Where areas on the coast end.
  public enum Clip: String, Sendable {
    /// At the mean high water mark.
    case coast
    /// At the extent of the realm: mostly mean low water.
    case realm
  }

  /// The product's name where one is stated: `BUC`, `BGC`.
  public let name: String?
  /// The nominal tolerance of the generalisation in metres.
  public let tolerance: Double
  /// How the tolerance is known.
  public let origin: Origin

  /// The nominal tolerance of the ONS boundary products, metres (ONS Geography, "Digital boundaries: a
  /// guide"): full resolution has none; 20, 200 and 500 m for generalised, super and ultra generalised.
  static let products: [String: Double] = ["BF": 0, "BG": 20, "BS": 200, "BU": 500]

  /// A stated resolution: a product's three letters (the third says how it is clipped) or metres, such as
  /// `BUC` or `100`. Nil when the text is neither.
  package init?(stated text: String) {
    let upper = text.uppercased()
    if let tolerance = Self.products[String(upper.prefix(2))], upper.count == 3 {
      self.init(name: upper, tolerance: tolerance, origin: .stated)
    } else if let metres = Double(upper.filter { $0 != "M" && $0 != " " }), metres >= 0, metres < 1e5 {
      self.init(name: nil, tolerance: metres, origin: .stated)
    } else {
      return nil
    }
  }

  /// The product that the name of a file has, with anything but letters and digits around it; nil where it has none, or several.
  init?(inName file: String) {
    let words = file.split { !($0.isLetter || $0.isNumber) }.map { $0.uppercased() }
    let found = Set(
      words.filter {
        $0.count == 3 && "CE".contains($0.suffix(1)) && Self.products[String($0.prefix(2))] != nil
      })
    guard found.count == 1, let name = found.first, let tolerance = Self.products[String(name.prefix(2))]
    else {
      return nil
    }
    self.init(name: name, tolerance: tolerance, origin: .named)
  }

  /// Where areas on the coast end; nil where nothing says so.
  public var clip: Clip? {
    switch name?.last {
    case "C": .coast
    case "E": .realm
    default: nil
    }
  }

  /// A stated resolution: the three letters of a published product, such as `BUC`, or metres, such as `100`.
  ///
  /// Throws `badData` for anything else, with how resolutions are written.
  public init(named text: String) throws(FootprintsError) {
    guard let resolution = Resolution(stated: text) else {
      throw FootprintsError(
        .badData, "unknown resolution '\(text)'",
        remedy: "It is one of BFC, BFE, BGC, BSC, BUC, or the tolerance in metres such as \"100\".")
    }
    self = resolution
  }

  private init(name: String?, tolerance: Double, origin: Origin) {
    self.name = name
    self.tolerance = tolerance
    self.origin = origin
  }

  /// The tolerance of the coarsest published product, metres.
  static let coarsest = 500.0

  /// A layer's tolerance estimated from its vertices.
  ///
  /// Half of the length of a generalised boundary lies in segments about five times as long as the tolerance:
  /// for published BUC layers the ratio is 5.1 to 5.5, for BSC ones 5.1 to 6.4, for synthetic fractal borders
  /// simplified by 20 m it is 6.3 (`docs/methods/slivers.md`). The length-weighted median does not move when a
  /// wriggling coast adds many short segments. An exact layer has short segments, so its estimate is small.
  ///
  /// Never above `coarsest`: shapes drawn by hand have long straight sides that are not the result of generalisation.
  package init(measuring geometry: MultiPolygonArray, jobs: Int = 1) {
    self.init(
      name: nil,
      tolerance: Swift.min(Self.coarsest, LengthWeightedMedian(of: geometry, jobs: jobs).length / 5),
      origin: .measured)
  }
}

extension Resolution: CustomStringConvertible {
  /// "BUC (500 m)", "about 126 m, measured".
  public var description: String {
    // Below 100,000 where stated, else at most that of the coarsest product.
    let metres = tolerance >= 10 ? "\(Int(tolerance.rounded()))" : "\((tolerance * 10).rounded() / 10)"
    switch origin {
    case .stated: return name.map { "\($0) (\(metres) m)" } ?? "\(metres) m"
    case .named: return "\(name ?? "") (\(metres) m), by the file’s name"
    case .measured: return "about \(metres) m, measured"
    }
  }
}
