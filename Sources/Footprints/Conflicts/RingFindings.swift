/// Areas whose rings were not valid, from what their repair knows.
enum RingFindings {
  static func findings(in layer: PreparedLayer) -> [Finding] {
    layer.repairs.flatMap { repair in
      let unit = layer.index(ofCode: repair.code).map(layer.unit) ?? NamedCode(code: repair.code, name: "")
      let spikes = repair.spikes.map { tip in
        Finding(
          .spike, in: layer.name, about: unit, at: tip,
          "the boundary of \(unit.label) runs out and straight back at \(Self.place(tip))")
      }
      return repair.isSpikeOnly ? spikes : spikes + [invalid(repair, unit, in: layer)]
    }
  }

  private static func invalid(_ repair: AreaRepair, _ unit: NamedCode, in layer: PreparedLayer) -> Finding {
    var message =
      "the boundary of \(unit.label) is invalid: \(repair.fault) at \(place(repair.location)), \(repair.ring)"
    if !repair.ringOrder.isEmpty {
      message += "; " + Wording.list(repair.ringOrder.map(\.description))
    }
    let change = abs(repair.areaAfter - repair.areaBefore)
    if repair.areaAfter == 0 {
      message += "; it encloses no ground"
    } else if change >= 1 {
      message += "; put right, its area changes by \(Wording.area(change))"
    }
    var finding = Finding(.invalidRing, in: layer.name, about: unit, at: repair.location, message)
    finding.area = change
    return finding
  }

  /// "430120 190450", whole metres.
  static func place(_ place: Coordinate) -> String {
    "\(Wording.plain(place.x)) \(Wording.plain(place.y))"
  }
}
