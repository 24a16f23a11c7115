/// How a segment lies to the border of another layer.
struct EdgeDisplacement: BitwiseCopyable, Sendable {
  /// Its length in metres.
  var length = 0.0
  /// The length that lies on the other border.
  var shared = 0.0
  /// The length within the distance asked for.
  var within = 0.0
  /// The integral of the distance from the other border along the segment, in m2.
  var integral = 0.0
  /// The largest distance from the other border, and the place along the segment where it is.
  var largest = 0.0
  var place = 0.0
}
