/// A box in steps of a grid over all edges, fine enough to separate even the edges of a village in a country.
struct WideBox: BitwiseCopyable {
  var minX = Int32.max >> 1
  var minY = Int32.max >> 1
  var maxX = Int32.min >> 1
  var maxY = Int32.min >> 1

  /// Takes in another box.
  @inline(__always)
  mutating func add(_ other: WideBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }
}

/// Eight boxes side by side, so that one box is compared with eight at a time; where there are fewer, ones that meet
/// nothing. All numbers are below 2^30 in magnitude, so that no difference overflows.
struct WideBoxGroup: BitwiseCopyable {
  private var minX = SIMD8<Int32>(repeating: .max >> 1)
  private var minY = SIMD8<Int32>(repeating: .max >> 1)
  private var maxX = SIMD8<Int32>(repeating: .min >> 1)
  private var maxY = SIMD8<Int32>(repeating: .min >> 1)

  /// The box around all of them.
  @inline(__always)
  var box: WideBox { WideBox(minX: minX.min(), minY: minY.min(), maxX: maxX.max(), maxY: maxY.max()) }

  /// The boxes that share a point with another.
  @inline(__always)
  func lanes(meeting box: WideBox) -> Lanes {
    let left = SIMD8<Int32>(repeating: box.minX)
    let right = SIMD8<Int32>(repeating: box.maxX)
    let bottom = SIMD8<Int32>(repeating: box.minY)
    let top = SIMD8<Int32>(repeating: box.maxY)
    // Negative where a box lies apart on one side.
    let sides = ((right &- minX) | (maxX &- left)) | ((top &- minY) | (maxY &- bottom))
    let apart = SIMD8<UInt8>(truncatingIfNeeded: SIMD8<UInt32>(truncatingIfNeeded: sides) &>> 31)
    return Lanes(bytes: unsafeBitCast(apart, to: UInt64.self) ^ 0x0101_0101_0101_0101)
  }
}

/// Groups of boxes being filled and read box by box, as in `BoxGroups`.
struct WideBoxGroups {
  private let groups: UnsafeMutableBufferPointer<WideBoxGroup>
  private let bytes: UnsafeMutableRawBufferPointer

  /// The groups of a buffer, which its owner keeps.
  init(_ groups: UnsafeMutableBufferPointer<WideBoxGroup>) {
    self.groups = groups
    bytes = UnsafeMutableRawBufferPointer(groups)
  }

  /// A group of eight.
  @inline(__always)
  subscript(_ group: Int) -> WideBoxGroup {
    get { groups[group] }
    nonmutating set { groups[group] = newValue }
  }

  /// One box; those of a group are at eight times its number and on.
  @inline(__always)
  subscript(box place: Int) -> WideBox {
    get {
      let offset = offset(place)
      return WideBox(
        minX: bytes.load(fromByteOffset: offset, as: Int32.self),
        minY: bytes.load(fromByteOffset: offset &+ 32, as: Int32.self),
        maxX: bytes.load(fromByteOffset: offset &+ 64, as: Int32.self),
        maxY: bytes.load(fromByteOffset: offset &+ 96, as: Int32.self))
    }
    nonmutating set {
      let offset = offset(place)
      bytes.storeBytes(of: newValue.minX, toByteOffset: offset, as: Int32.self)
      bytes.storeBytes(of: newValue.minY, toByteOffset: offset &+ 32, as: Int32.self)
      bytes.storeBytes(of: newValue.maxX, toByteOffset: offset &+ 64, as: Int32.self)
      bytes.storeBytes(of: newValue.maxY, toByteOffset: offset &+ 96, as: Int32.self)
    }
  }

  /// Where the first number of a box lies: a group is four vectors of eight numbers of four bytes.
  @inline(__always)
  private func offset(_ place: Int) -> Int { (place &>> 3) &* 128 &+ (place & 7) &* 4 }
}
