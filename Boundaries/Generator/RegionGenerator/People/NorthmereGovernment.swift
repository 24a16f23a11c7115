/// Who governs and who commissions where in Northmere.
///
/// Lower-tier authorities surround their seats; everything else follows from them, with the exceptions that
/// history leaves everywhere: a detached part, and commissioners whose borders cut through authorities.
struct NorthmereGovernment: Sendable {
  /// A lower-tier authority: its name, its seat, and the numbers of the upper-tier authority and of the
  /// CCG it belongs to.
  private struct Authority {
    var name: String
    var seat: Point
    var upper: Int
    var commissioner: Int
  }

  private static let authorities = [
    Authority(name: "Fenwold", seat: .kilometres(-16, 26), upper: 0, commissioner: 0),
    Authority(name: "Osmarsh", seat: .kilometres(7, 27), upper: 0, commissioner: 0),
    Authority(name: "Brackenholt", seat: .kilometres(-20, 1), upper: 0, commissioner: 1),
    Authority(name: "Northmere City", seat: .kilometres(0, 7), upper: 0, commissioner: 1),
    Authority(name: "Larkstow", seat: .kilometres(20, 4), upper: 1, commissioner: 2),
    Authority(name: "Gannetshore", seat: .kilometres(28, 23), upper: 1, commissioner: 5),
    Authority(name: "Thistlecombe", seat: .kilometres(0, -18), upper: 1, commissioner: 3),
    Authority(name: "Saltholme Vale", seat: .kilometres(-31, -33), upper: 2, commissioner: 4),
    Authority(name: "Port Averley", seat: .kilometres(20, -21), upper: 3, commissioner: 3),
  ]
  static let upperNames = ["Northmere", "Kestrel Hundred", "Saltholme Vale", "Port Averley"]
  static let commissionerNames = [
    "NHS Fenwold and Osmarsh CCG", "NHS Northmere City and Brackenholt CCG", "NHS Larkstow CCG",
    "NHS Averley and Thistlecombe CCG", "NHS Saltholme Vale CCG", "NHS Gannetshore CCG",
  ]
  /// Each CCG lies in one STP.
  private static let partnershipOfCommissioner = [0, 0, 1, 1, 0, 1]
  static let partnershipNames = [
    "Northmere and Saltholme Health and Care Partnership",
    "Averley and the Hundred Health and Care Partnership",
  ]

  /// For each brick, the number of its area in each tier.
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  private(set) var commissioner: [Int]
  private(set) var partnership: [Int]

  init(bricks: Partition) {
    lower = bricks.centres.map(Self.nearestSeat)
    upper = []
    partnership = []
    commissioner = lower.map { Self.authorities[$0].commissioner }

    // Larkstow Detached, in the middle of Brackenholt: an exclave that its neighbours' CCG looks after.
    let detached = Point.kilometres(-21, 7)
    for brick in Self.nearest(3, to: detached, among: bricks.centres) { lower[brick] = 4 }
    upper = lower.map { Self.authorities[$0].upper }

    // Southern suburbs of the city look to Averley, eastern villages to Larkstow, and one marsh of Osmarsh
    // to Gannetshore: real overlaps, small enough to be taken for slivers by a careless eye.
    for (place, count, from, to) in [
      (Point.kilometres(1, -9), 9, 3, 3), (Point.kilometres(11, 9), 6, 3, 2),
      (Point.kilometres(17, 27), 1, 1, 5),
    ] {
      let candidates = bricks.centres.indices.filter { lower[$0] == from }
      let moved = Self.nearest(count, to: place, among: candidates.map { bricks.centres[$0] })
      for number in moved { commissioner[candidates[number]] = to }
    }
    partnership = commissioner.map { Self.partnershipOfCommissioner[$0] }
  }

  private static func nearestSeat(to centre: Point) -> Int {
    nearest(1, to: centre, among: authorities.map(\.seat)).first ?? 0
  }

  /// The numbers of the points nearest to a place, nearest first.
  private static func nearest(_ count: Int, to place: Point, among points: [Point]) -> [Int] {
    let order = points.indices.sorted {
      let (a, b) = (points[$0].squaredDistance(to: place), points[$1].squaredDistance(to: place))
      return a == b ? $0 < $1 : a < b
    }
    return Array(order.prefix(count))
  }

  /// The names of the lower-tier authorities.
  static var lowerNames: [String] { authorities.map(\.name) }
}
