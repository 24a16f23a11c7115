/// The spatial index of a layer: an R-tree as SQLite keeps it, packed in the order of a Hilbert curve (Kamel and Faloutsos,
/// VLDB 1994), which is made in a fraction of the time that adding boxes one by one takes.
struct SpatialIndex {
  /// A box and what it is around: a feature by its number, or a node of the level below.
  private struct Entry {
    var number: Int64
    // Rounded outwards to the single precision that the index has.
    var minX: Float
    var maxX: Float
    var minY: Float
    var maxY: Float
  }

  private var entries: [Entry] = []
  /// The smallest box around all.
  private(set) var extent = Box.empty

  /// How many entries a node has at most, as SQLite chooses it for four numbers and pages of 4096 bytes: 51 of 24 bytes.
  private static let capacity = 51
  private static let nodeSize = 4 + capacity * 24

  /// Adds a feature.
  mutating func add(_ number: Int64, _ box: Box) {
    extent.extend(to: box)
    entries.append(
      Entry(
        number: number, minX: Self.down(box.min.x), maxX: Self.up(box.max.x), minY: Self.down(box.min.y),
        maxY: Self.up(box.max.y)))
  }

  private static func down(_ number: Double) -> Float {
    let near = Float(number)
    return Double(near) > number ? near.nextDown : near
  }

  private static func up(_ number: Double) -> Float {
    let near = Float(number)
    return Double(near) < number ? near.nextUp : near
  }

  /// Makes the index of a column of a table, whose name is `rtree_<table>_<column>`.
  mutating func write(
    to database: SQLiteDatabase, named name: String
  ) throws(FootprintsError) {
    try database.run(
      "CREATE VIRTUAL TABLE \(SQLiteDatabase.quoted(name)) USING rtree(id, minx, maxx, miny, maxy)")
    if entries.isEmpty { return }
    sort()
    var writer = try Nodes(database, name)
    var level = entries
    entries = []
    // The nodes of a level are the entries of the next, until all fit into the root, which is node 1.
    var depth = 0
    while level.count > Self.capacity {
      let nodes = (level.count + Self.capacity - 1) / Self.capacity
      var next: [Entry] = []
      next.reserveCapacity(nodes)
      for node in 0..<nodes {
        // Evenly filled, so that none is nearly empty.
        let range = level.count * node / nodes..<level.count * (node + 1) / nodes
        let number = try writer.add(level[range], isLeaf: depth == 0)
        next.append(Self.union(level[range], number))
      }
      level = next
      depth += 1
    }
    try writer.addRoot(level[...], depth: depth)
  }

  private static func union(_ entries: ArraySlice<Entry>, _ number: Int64) -> Entry {
    var all = Entry(number: number, minX: .infinity, maxX: -.infinity, minY: .infinity, maxY: -.infinity)
    for entry in entries {
      all.minX = min(all.minX, entry.minX)
      all.maxX = max(all.maxX, entry.maxX)
      all.minY = min(all.minY, entry.minY)
      all.maxY = max(all.maxY, entry.maxY)
    }
    return all
  }

  /// Sorts by the places of the middles of the boxes along the curve, then by number.
  private mutating func sort() {
    let width = max(extent.max.x - extent.min.x, .leastNonzeroMagnitude)
    let height = max(extent.max.y - extent.min.y, .leastNonzeroMagnitude)
    func cell(_ middle: Double, _ low: Double, _ size: Double) -> UInt32 {
      let place = (middle - low) / size * 65535
      return place.isFinite ? UInt32(min(65535, max(0, place))) : 0
    }
    let places = entries.map { entry in
      hilbertPlace(
        cell((Double(entry.minX) + Double(entry.maxX)) / 2, extent.min.x, width),
        cell((Double(entry.minY) + Double(entry.maxY)) / 2, extent.min.y, height))
    }
    let order = entries.indices.sorted { (places[$0], entries[$0].number) < (places[$1], entries[$1].number) }
    entries = order.map { entries[$0] }
  }

  /// Writes nodes in the form of SQLite (rtree.c): depth of the tree, in the root alone, and the number of entries, two
  /// bytes each, then the entries, all most significant byte first.
  private struct Nodes {
    private let node: SQLiteStatement
    private let row: SQLiteStatement
    private let parent: SQLiteStatement
    private var last: Int64 = 1
    private var bytes: [UInt8] = []

    init(_ database: SQLiteDatabase, _ name: String) throws(FootprintsError) {
      func insert(_ suffix: String) throws(FootprintsError) -> SQLiteStatement {
        try database.statement("INSERT OR REPLACE INTO \(SQLiteDatabase.quoted(name + suffix)) VALUES (?, ?)")
      }
      node = try insert("_node")
      row = try insert("_rowid")
      parent = try insert("_parent")
    }

    mutating func add(_ entries: ArraySlice<Entry>, isLeaf: Bool) throws(FootprintsError) -> Int64 {
      last += 1
      try write(entries, last, depth: 0, isLeaf)
      return last
    }

    mutating func addRoot(_ entries: ArraySlice<Entry>, depth: Int) throws(FootprintsError) {
      try write(entries, 1, depth: depth, depth == 0)
    }

    private mutating func write(
      _ entries: ArraySlice<Entry>, _ number: Int64, depth: Int, _ isLeaf: Bool
    ) throws(FootprintsError) {
      bytes.removeAll(keepingCapacity: true)
      append(UInt16(clamping: depth))
      append(UInt16(clamping: entries.count))
      for entry in entries {
        append(UInt64(bitPattern: entry.number))
        for edge in [entry.minX, entry.maxX, entry.minY, entry.maxY] { append(edge.bitPattern) }
        let owner = isLeaf ? row : parent
        try owner.bind(.integer(entry.number), at: 1)
        try owner.bind(.integer(number), at: 2)
        try owner.run()
      }
      bytes.append(contentsOf: repeatElement(0, count: SpatialIndex.nodeSize - bytes.count))
      try node.bind(.integer(number), at: 1)
      try node.bind(.binary(bytes), at: 2)
      try node.run()
    }

    private mutating func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// The triggers that keep the index when features change (OGC 12-128r18, annex F.3), as the standard has them.
  static func triggers(table: String, key: String, geometry: String, index: String) -> String {
    let (t, k, g, i) = (
      SQLiteDatabase.quoted(table), SQLiteDatabase.quoted(key), SQLiteDatabase.quoted(geometry),
      SQLiteDatabase.quoted(index)
    )
    func trigger(_ suffix: String) -> String {
      "CREATE TRIGGER \(SQLiteDatabase.quoted(index + suffix)) AFTER"
    }
    func isSomewhere(_ row: String) -> String { "(\(row).\(g) NOTNULL AND NOT ST_IsEmpty(\(row).\(g)))" }
    func isNowhere(_ row: String) -> String { "(\(row).\(g) ISNULL OR ST_IsEmpty(\(row).\(g)))" }
    let box = "ST_MinX(NEW.\(g)), ST_MaxX(NEW.\(g)), ST_MinY(NEW.\(g)), ST_MaxY(NEW.\(g))"
    return """
      \(trigger("_insert")) INSERT ON \(t) WHEN (new.\(g) NOT NULL AND NOT ST_IsEmpty(NEW.\(g))) BEGIN \
      INSERT OR REPLACE INTO \(i) VALUES (NEW.\(k), \(box)); END;
      \(trigger("_update6")) UPDATE OF \(g) ON \(t) WHEN OLD.\(k) = NEW.\(k) AND \(isSomewhere("NEW")) AND \
      \(isSomewhere("OLD")) BEGIN UPDATE \(i) SET minx = ST_MinX(NEW.\(g)), maxx = ST_MaxX(NEW.\(g)), \
      miny = ST_MinY(NEW.\(g)), maxy = ST_MaxY(NEW.\(g)) WHERE id = NEW.\(k); END;
      \(trigger("_update7")) UPDATE OF \(g) ON \(t) WHEN OLD.\(k) = NEW.\(k) AND \(isSomewhere("NEW")) AND \
      \(isNowhere("OLD")) BEGIN INSERT INTO \(i) VALUES (NEW.\(k), \(box)); END;
      \(trigger("_update2")) UPDATE OF \(g) ON \(t) WHEN OLD.\(k) = NEW.\(k) AND \(isNowhere("NEW")) BEGIN \
      DELETE FROM \(i) WHERE id = OLD.\(k); END;
      \(trigger("_update5")) UPDATE ON \(t) WHEN OLD.\(k) != NEW.\(k) AND \(isSomewhere("NEW")) BEGIN \
      DELETE FROM \(i) WHERE id = OLD.\(k); INSERT OR REPLACE INTO \(i) VALUES (NEW.\(k), \(box)); END;
      \(trigger("_update4")) UPDATE ON \(t) WHEN OLD.\(k) != NEW.\(k) AND \(isNowhere("NEW")) BEGIN \
      DELETE FROM \(i) WHERE id IN (OLD.\(k), NEW.\(k)); END;
      \(trigger("_delete")) DELETE ON \(t) WHEN old.\(g) NOT NULL BEGIN DELETE FROM \(i) WHERE id = OLD.\(k); END;
      """
  }
}
