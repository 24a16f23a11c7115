/// The catchments of all trusts over the bricks, made by one method.
struct Catchments: Sendable {
  let method: CatchmentMethod
  /// Code and name of each trust.
  let trusts: [NamedCode]
  /// The share of each brick in each trust's catchment.
  let membership: Membership
  /// The trust layer; nil for catchments from flows.
  let layer: PreparedLayer?
  /// The area of each catchment in m2; nil where the method makes no polygon.
  let areas: [Double?]

  /// The areas of a trust layer; a layer without names takes them from `names`.
  init(_ layer: PreparedLayer, names: [String: String], membership: Membership) {
    method = .layer
    self.layer = layer
    trusts = layer.units.map { $0.named(by: names) }
    self.membership = membership
    areas = (0..<layer.count).map { layer.area(of: $0) }
  }

  /// Catchments made from flows.
  init(_ catchments: FlowCatchments, method: CatchmentMethod, names: [String: String], bricks: Bricks) {
    self.method = method
    layer = nil
    trusts = catchments.trusts.map { NamedCode(code: $0, name: $0).named(by: names) }
    membership = catchments.membership
    let sizes = membership.totals((0..<bricks.layer.count).map { bricks.layer.area(of: $0) })
    areas = method == .proportional ? sizes.map { _ in nil } : sizes
  }
}

extension NamedCode {
  /// The same with the name that a list has for its code, where it has none of its own.
  func named(by names: [String: String]) -> NamedCode {
    name == code || name.isEmpty ? NamedCode(code: code, name: names[code] ?? code) : self
  }
}
