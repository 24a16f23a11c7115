import Footprints

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A layer as `dump_layer.py` writes it: counts of areas, polygons, rings and coordinates, then the
/// three lists of offsets, then x and y of every vertex; all 8 bytes wide, little-endian.
enum LayerDump {
  static func read(_ path: String) -> MultiPolygonArray? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard let counts = integers(4, from: file) else { return nil }
    guard
      let areas = integers(counts[0] + 1, from: file), let polygons = integers(counts[1] + 1, from: file),
      let rings = integers(counts[2] + 1, from: file)
    else { return nil }
    let coordinates = [Coordinate](unsafeUninitializedCapacity: counts[3]) { buffer, filled in
      filled = fread(buffer.baseAddress, MemoryLayout<Coordinate>.stride, counts[3], file)
    }
    guard coordinates.count == counts[3] else { return nil }
    return MultiPolygonArray(
      coordinates: coordinates, ringOffsets: rings, polygonOffsets: polygons, areaOffsets: areas)
  }

  private static func integers(_ count: Int, from file: UnsafeMutablePointer<FILE>) -> [Int]? {
    let values = [Int](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, MemoryLayout<Int>.stride, count, file)
    }
    return values.count == count ? values : nil
  }
}
