#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Adds up what is found along one segment.
struct DisplacementSum {
  /// What has been found so far.
  private(set) var result: EdgeDisplacement
  private let reach: Double
  private let coincidence: Double

  /// Begins a segment.
  ///
  /// - Parameters:
  ///   - length: its length.
  ///   - reach: the distance within which the other border counts as the same.
  ///   - coincidence: the distance within which it is the same but for the rounding of its vertices.
  init(length: Double, reach: Double, coincidence: Double) {
    result = EdgeDisplacement(length: length)
    (self.reach, self.coincidence) = (reach, coincidence)
  }

  /// The whole segment lies on the other border.
  mutating func coincide() {
    result.shared = result.length
    result.within = result.length
  }

  /// The distance is the same on a range too short to be looked at more closely.
  mutating func add(_ distance: Double, from: Double, to: Double) {
    result.integral += distance * (to - from)
    if distance <= reach { result.within += to - from }
    meet(distance, (from + to) / 2)
  }

  /// The distance on a range is that of one segment.
  mutating func add(_ function: DistanceFunction, from: Double, to: Double) {
    let (begin, end) = (function.begin, function.end)
    if from < begin { add(toEnd: function.nearestEnd(.first), from: from, to: min(to, begin)) }
    if from < end, to > begin {
      add(toLine: function, from: max(from, begin), to: min(to, end))
    }
    if to > end, end >= begin { add(toEnd: function.nearestEnd(.second), from: max(from, end), to: to) }
  }

  /// The distance is that from a line.
  private mutating func add(toLine function: DistanceFunction, from: Double, to: Double) {
    let (one, two) = (function.signedDistance(at: from), function.signedDistance(at: to))
    let (a, b) = (abs(one), abs(two))
    let width = to - from
    meet(a, from)
    meet(b, to)
    if (one < 0) == (two < 0) {
      result.integral += width * (a + b) / 2
    } else if a + b > 0 {
      result.integral += width * (a * a + b * b) / (2 * (a + b))
    }
    if max(a, b) <= reach {
      result.within += width
    } else if one != two {
      // Where the distance, with its sign, is between -reach and reach.
      let (p, q) = ((-reach - one) / (two - one), (reach - one) / (two - one))
      result.within += width * max(0, min(1, max(p, q)) - max(0, min(p, q)))
    }
    // Both lie along each other as far as they go side by side; where they only cross they do not.
    let (first, last) = (max(0, function.begin), min(result.length, function.end))
    if max(abs(function.signedDistance(at: first)), abs(function.signedDistance(at: last))) <= coincidence {
      result.shared += width
    }
  }

  /// The distance is that from a point.
  private mutating func add(toEnd point: Coordinate, from: Double, to: Double) {
    guard from < to else { return }
    let (one, two) = (from - point.x, to - point.x)
    let height = abs(point.y)
    let (a, b) = ((one * one + height * height).squareRoot(), (two * two + height * height).squareRoot())
    meet(a, from)
    meet(b, to)
    // Integral of sqrt(s^2 + h^2) = (s sqrt(s^2 + h^2) + h^2 arsinh(s / h)) / 2.
    var integral = two * b - one * a
    // So near the line of the end its part is below 10^-20 m2.
    if height > 1e-12 {
      // The difference of two arsinh, from sums that do not cancel.
      let logarithm =
        if one >= 0 {
          log((two + b) / (one + a))
        } else if two <= 0 {
          log((a - one) / (b - two))
        } else {
          log((two + b) / height) + log((a - one) / height)
        }
      integral += height * height * logarithm
    }
    result.integral += integral / 2
    if max(a, b) <= reach {
      result.within += to - from
    } else if height < reach {
      let half = (reach * reach - height * height).squareRoot()
      result.within += max(0, min(two, half) - max(one, -half))
    }
  }

  private mutating func meet(_ distance: Double, _ place: Double) {
    if distance > result.largest { (result.largest, result.place) = (distance, place) }
  }
}
