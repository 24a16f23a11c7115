/// A box in steps of a coarse grid, of which 16 bits are enough to separate most boxes. Rounding keeps the
/// order of coordinates, so boxes that meet still do.
struct SmallBox {
  var minX = Int16.max
  var minY = Int16.max
  var maxX = Int16.min
  var maxY = Int16.min

  /// Takes in another box.
  @inline(__always)
  mutating func add(_ other: SmallBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }
}

/// Eight boxes side by side, so that one box is compared with eight at a time; where there are fewer, ones
/// that meet nothing.
struct BoxGroup: BitwiseCopyable {
  private var minX = SIMD8<Int16>(repeating: .max)
  private var minY = SIMD8<Int16>(repeating: .max)
  private var maxX = SIMD8<Int16>(repeating: .min)
  private var maxY = SIMD8<Int16>(repeating: .min)

  /// The box around all of them.
  @inline(__always)
  var box: SmallBox { SmallBox(minX: minX.min(), minY: minY.min(), maxX: maxX.max(), maxY: maxY.max()) }

  /// The boxes that share a point with another.
  @inline(__always)
  func lanes(meeting box: SmallBox) -> Lanes {
    // Named and with a stated type: otherwise the compiler takes operators that go lane by lane.
    let left: SIMD8<Int16> = SIMD8(repeating: box.minX)
    let right: SIMD8<Int16> = SIMD8(repeating: box.maxX)
    let bottom: SIMD8<Int16> = SIMD8(repeating: box.minY)
    let top: SIMD8<Int16> = SIMD8(repeating: box.maxY)
    let meets = (minX .<= right) .& (maxX .>= left) .& (minY .<= top) .& (maxY .>= bottom)
    let bytes = SIMD8<Int8>(truncatingIfNeeded: SIMD8<Int16>(repeating: 0).replacing(with: 1, where: meets))
    return Lanes(bytes: unsafeBitCast(bytes, to: UInt64.self))
  }
}

/// Groups of boxes being filled and read box by box.
///
/// A place in the middle of a vector is written and read as the number that lies there in memory: changing the
/// whole vector would make its next reader wait.
struct BoxGroups {
  private let groups: UnsafeMutableBufferPointer<BoxGroup>
  private let bytes: UnsafeMutableRawBufferPointer

  /// The groups of a buffer, which its owner keeps.
  init(_ groups: UnsafeMutableBufferPointer<BoxGroup>) {
    self.groups = groups
    bytes = UnsafeMutableRawBufferPointer(groups)
  }

  /// A group of eight.
  @inline(__always)
  subscript(_ group: Int) -> BoxGroup {
    get { groups[group] }
    nonmutating set { groups[group] = newValue }
  }

  /// One box; those of a group are at eight times its number and on.
  @inline(__always)
  subscript(box place: Int) -> SmallBox {
    get {
      let offset = offset(place)
      return SmallBox(
        minX: bytes.load(fromByteOffset: offset, as: Int16.self),
        minY: bytes.load(fromByteOffset: offset &+ 16, as: Int16.self),
        maxX: bytes.load(fromByteOffset: offset &+ 32, as: Int16.self),
        maxY: bytes.load(fromByteOffset: offset &+ 48, as: Int16.self))
    }
    nonmutating set {
      let offset = offset(place)
      bytes.storeBytes(of: newValue.minX, toByteOffset: offset, as: Int16.self)
      bytes.storeBytes(of: newValue.minY, toByteOffset: offset &+ 16, as: Int16.self)
      bytes.storeBytes(of: newValue.maxX, toByteOffset: offset &+ 32, as: Int16.self)
      bytes.storeBytes(of: newValue.maxY, toByteOffset: offset &+ 48, as: Int16.self)
    }
  }

  /// Where the first number of a box lies: a group is four vectors of eight numbers of two bytes.
  @inline(__always)
  private func offset(_ place: Int) -> Int { (place &>> 3) &* 64 &+ (place & 7) &* 2 }
}
