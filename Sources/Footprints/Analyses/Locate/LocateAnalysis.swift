/// In which areas points lie.
public enum LocateAnalysis: Analysis {
  /// `locate`.
  public static let name = "locate"
  /// What it answers.
  public static let summary = "In which area of each layer points lie, such as postcodes or sites."

  /// Points and layers.
  public struct Request: AnalysisRequest {
    /// Points of the package, or a file.
    public var points: String
    /// Layers of the study, or files; at least one.
    public var areas: [String]
    /// What is said about the points besides their name.
    public var options = PointOptions()

    /// Points and layers with the defaults.
    public init(points: String, areas: [String]) {
      self.points = points
      self.areas = areas
    }

    /// The points and the layers.
    public var layers: [String] { [points] + areas }

    /// Refuses a request without layers, and half a pair of coordinates.
    public func validate() throws(FootprintsError) {
      if areas.isEmpty {
        throw FootprintsError(.usage, "no layer is named to look for the points in")
      }
      try options.validate()
    }

    private enum CodingKeys: String, CodingKey {
      case points, areas, options
    }

    /// Reads a request; only `points` and `areas` are needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        points: try values.decode(String.self, forKey: .points),
        areas: try values.decode([String].self, forKey: .areas))
      try values.update(&options, .options)
    }
  }

  /// Reads all, and finds the areas of each layer that hold each point.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> LocateResult {
    // A package that nothing is taken from is no part of the answer.
    if request.areas.allSatisfy(enquiry.study.isOutside), enquiry.study.arePointsOutside(request.points) {
      enquiry.forgetPackage()
    }
    let points = try enquiry.points(request.points, options: request.options)
    var layers: [PreparedLayer] = []
    for name in request.areas {
      let layer = try enquiry.layer(name)
      if layers.contains(where: { $0.identity == layer.identity }) {
        enquiry.note([
          Notice(.warning, "same-layer", "\(layer.name) is asked for twice: its columns are there once")
        ])
        continue
      }
      // Two files with the same name in two folders are known by their paths.
      layers.append(layers.contains { $0.name == layer.name } ? layer.named(name) : layer)
    }
    let located = try layers.map { (layer) throws(FootprintsError) in
      enquiry.progress("locating \(points.name) in \(layer.name)")
      return try PointLocator(layer.gridded).locate(points.coordinates, jobs: enquiry.jobs)
    }
    let result = LocateResult(
      points: points, layers: zip(layers, located).map { LocateResult.InLayer($0, $1) }, jobs: enquiry.jobs)
    enquiry.note(result.layers.compactMap { $0.notice(of: points) })
    return result
  }
}

extension Study {
  /// Whether points asked for are not of the package, but a file.
  func arePointsOutside(_ points: String) -> Bool {
    guard let package else { return true }
    return !package.points.contains { $0.name == points || $0.request.role == points.lowercased() }
      && package.layer(named: points) == nil
  }
}
