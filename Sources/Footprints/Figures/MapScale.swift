/// A round length that fits a part of a map, for its scale bar.
public struct MapScale: Sendable, Equatable {
  /// The length in metres.
  public let metres: Double
  /// The length on the screen, in tenths of a pixel.
  public let width: Int

  /// The largest of 1, 2 and 5 times a power of ten that is no longer than a fifth of the map.
  public init(_ frame: MapFrame) {
    let most = (frame.box.max.x - frame.box.min.x) / 5
    var (metres, next) = (1.0, 2.0)
    // 1, 2, 5, 10, ...
    while metres * next <= most {
      metres *= next
      next = next == 2 && String(Int(metres)).first == "2" ? 2.5 : 2
    }
    self.metres = metres
    width = Int((metres * frame.scale).rounded())
  }

  /// The length in words: "20 km".
  public var words: String {
    metres >= 1000 ? "\(Wording.grouped(Int(metres / 1000))) km" : "\(Int(metres)) m"
  }
}
