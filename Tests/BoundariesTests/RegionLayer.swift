import Footprints
import Foundation
import Testing

/// A layer of the embedded region as the tests read it: Foundation's JSON, then flat buffers in a plane.
struct RegionLayer {
  /// A position in millionths of a degree.
  struct Position: Hashable {
    var longitude: Int
    var latitude: Int
  }

  var codes: [String] = []
  /// For each area all its rings.
  var rings: [[[Position]]] = []
  /// The areas in metres on a plane, true to scale at the region's middle.
  var areas = MultiPolygonArray()

  init(_ role: String, file: String) throws {
    let bytes = try #require(RegionFiles.all[file])
    let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    for feature in try #require(root["features"] as? [[String: Any]]) {
      let properties = try #require(feature["properties"] as? [String: String])
      codes.append(try #require(properties["\(role)_code"]))
      let geometry = try #require(feature["geometry"] as? [String: Any])
      var polygons = geometry["coordinates"] as? [[[[Double]]]] ?? []
      if let single = geometry["coordinates"] as? [[[Double]]] { polygons = [single] }
      var own: [[Position]] = []
      for polygon in polygons {
        for ring in polygon {
          own.append(
            ring.map {
              Position(longitude: Int(($0[0] * 1e6).rounded()), latitude: Int(($0[1] * 1e6).rounded()))
            })
          for position in ring {
            areas.append(Coordinate((position[0] - 0.45) * 63_516, (position[1] - 55.3) * 111_329))
          }
          areas.endRing()
        }
        areas.endPolygon()
      }
      areas.endArea()
      rings.append(own)
    }
  }
}
