/// The land of Northmere, drawn by hand in kilometres from its middle: an island in the open North Sea.
enum NorthmereLand {
  /// The mainland, the two Gannet Isles, and the lake that gave the region its name.
  static let land = Land(
    outlines: [
      Outline(kilometres: [
        (-31, -8), (-28, -27), (-14, -33), (-4, -28), (4, -33), (15, -32), (24, -34), (31, -25), (27, -15),
        (33, -5), (29, 5), (34, 15), (31, 26), (20, 30), (14, 36), (2, 34), (-8, 37), (-21, 34), (-29, 25),
        (-25, 15), (-32, 6),
      ]),
      Outline(kilometres: [(39, 16), (46, 15), (48, 22), (43, 27), (38, 23)]),
      Outline(kilometres: [(38, 32), (43, 31), (44, 36), (39, 37)]),
    ],
    lakes: [Outline(kilometres: [(-12, 14), (-7, 13), (-6, 18), (-9, 20.5), (-13, 18)])])

  /// The towns, largest first; villages do not bend the lattice.
  static let towns = [
    Town(centre: .kilometres(0, 7), pull: 0.7, reach: 10_000),
    Town(centre: .kilometres(20, -21), pull: 0.65, reach: 9000),
    Town(centre: .kilometres(22, 7), pull: 0.55, reach: 7000),
    Town(centre: .kilometres(-15, 26), pull: 0.5, reach: 6500),
    Town(centre: .kilometres(-24, -26), pull: 0.4, reach: 5000),
  ]
}
