/// The catchments of all trusts over the bricks, made by one method.
struct Catchments: Sendable {
  let method: CatchmentMethod
  /// Code and name of each trust.
  let trusts: [NamedCode]
  /// The share of each brick in each trust's catchment.
  let membership: Membership
  /// The catchments as areas, where they are those of a layer, or made from sites; nil for catchments from flows.
  let layer: PreparedLayer?
  /// The area of each catchment in m2; nil where the method makes no polygon.
  let areas: [Double?]

  /// The areas of a trust layer, or such as were made from sites.
  init(_ layer: PreparedLayer, method: CatchmentMethod = .layer, membership: Membership) {
    self.method = method
    self.layer = layer
    trusts = layer.units
    self.membership = membership
    areas = (0..<layer.count).map { layer.area(of: $0) }
  }

  /// Catchments made from flows, which have codes only; `names` are those of organisations.
  init(_ catchments: FlowCatchments, method: CatchmentMethod, names: [String: String], bricks: Bricks) {
    self.method = method
    layer = nil
    trusts = catchments.trusts.map { NamedCode(code: $0, name: $0).named(by: names) }
    membership = catchments.membership
    let sizes = membership.totals((0..<bricks.layer.count).map { bricks.layer.area(of: $0) })
    areas = method == .proportional || bricks.arePoints ? sizes.map { _ in nil } : sizes
  }
}
