/// Finds room for the names of areas, so that none covers another.
enum MapLabels {
  /// The size of letters, in tenths of a pixel; wide enough for any usual sans-serif.
  static let (letter, line) = (74, 155)
  private static let mostLines = 3

  /// Names the areas of some layers, the largest first.
  static func place(on layers: inout [MapFigure.Layer], of labelled: [Int], in frame: MapFrame) {
    struct Candidate {
      let layer, area: Int
      let lines: [String]
      let room: Room
    }
    var candidates: [Candidate] = []
    for layer in labelled {
      for (area, shown) in layers[layer].areas.enumerated() where !shown.rings.isEmpty {
        guard let room = Room(in: shown.rings, frame) else { continue }
        let lines = wrapped(shown.unit.name, to: room.width / letter)
        candidates.append(Candidate(layer: layer, area: area, lines: lines, room: room))
      }
    }
    candidates.sort {
      let (a, b) = (layers[$0.layer].areas[$0.area].unit.code, layers[$1.layer].areas[$1.area].unit.code)
      return ($1.room.width, $0.layer, a) < ($0.room.width, $1.layer, b)
    }
    var taken: [Extent] = []
    for candidate in candidates {
      let extent = Extent(candidate.lines, around: candidate.room.middle)
      guard extent.width <= candidate.room.width * 5 / 4, extent.isInside(frame),
        !taken.contains(where: extent.meets)
      else { continue }
      taken.append(extent)
      layers[candidate.layer].areas[candidate.area].label = .init(
        lines: candidate.lines, middle: candidate.room.middle)
    }
  }

  /// A name in few lines of at most so many letters, where words allow it.
  private static func wrapped(_ name: String, to room: Int) -> [String] {
    var lines: [String] = []
    for word in name.printable.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= max(10, room) || lines.count == mostLines {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The ground that a text covers.
  private struct Extent {
    let left, right, top, bottom: Int

    init(_ lines: [String], around middle: MapFrame.Place) {
      let width = (lines.map(\.count).max() ?? 0) * letter
      (left, right) = (Int(middle.x) - width / 2, Int(middle.x) + width / 2)
      (top, bottom) = (Int(middle.y) - lines.count * line / 2, Int(middle.y) + lines.count * line / 2)
    }

    var width: Int { right - left }

    func meets(_ other: Extent) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func isInside(_ frame: MapFrame) -> Bool {
      left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height
    }
  }
}

/// The widest level stretch inside an area, with the same height above and below it as far as a few heights show.
private struct Room {
  let middle: MapFrame.Place
  let width: Int

  init?(in rings: [[MapFrame.Place]], _ frame: MapFrame) {
    let heights = rings.joined().map { min(max(Int($0.y), 0), frame.height) }
    guard let top = heights.min(), let bottom = heights.max(), bottom > top else { return nil }
    var best: (width: Int, middle: MapFrame.Place)?
    // Between the quarters of the height: near its ends an area is seldom wide.
    for step in 4...12 {
      // Between two rows of the grid, where no vertex lies.
      let y = Double(top) + Double((bottom - top) * step) / 16 + 0.5
      var crossings: [Double] = []
      for ring in rings {
        for (index, p) in ring.enumerated() {
          let q = ring[index + 1 == ring.count ? 0 : index + 1]
          guard (Double(p.y) > y) != (Double(q.y) > y) else { continue }
          crossings.append(
            Double(p.x) + (y - Double(p.y)) / Double(q.y - p.y) * Double(q.x - p.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (from, to) = (max(0, crossings[pair]), min(Double(frame.width), crossings[pair + 1]))
        let width = Int(to - from)
        if width > best?.width ?? 0 {
          best = (width, MapFrame.Place(Int32((from + to) / 2), Int32(y)))
        }
      }
    }
    guard let best else { return nil }
    (width, middle) = best
  }
}
