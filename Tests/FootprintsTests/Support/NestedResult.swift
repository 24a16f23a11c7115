import Footprints

/// A record that holds records and lists of them, down to some depth.
struct NestedNode: Sendable {
  var text: String?
  var number: Double?
  var whole: Int?
  var money: Money?
  var flag: Bool?
  var texts: [String] = []
  var integers: [Int] = []
  var flags: [(name: String, flag: Bool)] = []
  var only: [NestedNode] = []
  var children: [NestedNode] = []
  var conditions: Set<Condition> = []

  /// The fields, with records down to a depth.
  static func fields(depth: Int) -> [Field<NestedNode>] {
    let plain: [Field<NestedNode>] = [
      .text("text", "", "") { $0.text }, .number("number", "", decimals: 1, "") { $0.number },
      .count("whole", "", "") { $0.whole }, .money("money", "", "") { $0.money },
      .flag("flag", "", "") { $0.flag }, .texts("texts \"quoted\"", "", "") { $0.texts },
      .integers("integers", "", "") { $0.integers }, .flags("flags", prefix: "", "") { $0.flags },
      .people("population", "", "") { $0.number }.when(.people),
    ]
    if depth == 0 { return plain }
    let parts = fields(depth: depth - 1)
    return plain + [
      .record("only", "", parts, showing: { $0.conditions }) { $0.only.first },
      .records("children", "", parts, showing: { $0.conditions }) { $0.children },
    ]
  }
}

/// A result of such records; its lists are written one element at a time.
struct NestedResult: AnalysisResult {
  var root: NestedNode
  static let parameters: [Field<NestedResult>] = [
    .text("text", "", "") { $0.root.text }, .texts("texts", "", "") { $0.root.texts },
  ]
  static let fields: [Field<NestedResult>] = [
    .records("list", "", NestedNode.fields(depth: 3), showing: { $0.root.conditions }) { $0.root.children },
    .text("text", "", "") { $0.root.text },
    .record("record", "", NestedNode.fields(depth: 1)) { $0.root.only.first },
    .flags("flags", prefix: "", "") { $0.root.flags }, .texts("texts", "", "") { $0.root.texts },
    .records("without fields", "", [] as [Field<NestedNode>]) { $0.root.children },
    .records("nodes", "", NestedNode.fields(depth: 2)) { $0.root.only },
  ]

  /// A random one, the same for the same seed.
  static func random(seed: UInt64) -> NestedResult {
    var generator = SeededGenerator(seed: seed)
    return NestedResult(root: node(depth: 4, using: &generator))
  }

  private static let scalars: [Unicode.Scalar] = [
    "a", "é", "😀", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}",
    "\u{301}", "{", ",",
  ]
  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.1, 1.0 / 3, 1e-300, 1e300, 1e16, 123_456.789, .nan, .infinity, -.infinity,
    .leastNonzeroMagnitude,
    .greatestFiniteMagnitude,
  ]

  private static func text(using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
    }
    return text
  }

  private static func node(depth: Int, using generator: inout SeededGenerator) -> NestedNode {
    func some<Value>(_ value: (inout SeededGenerator) -> Value) -> Value? {
      Bool.random(using: &generator) ? value(&generator) : nil
    }
    func list<Value>(_ most: Int, _ value: (inout SeededGenerator) -> Value) -> [Value] {
      (0..<Int.random(in: 0...most, using: &generator)).map { _ in value(&generator) }
    }
    var node = NestedNode()
    node.text = some { text(using: &$0) }
    node.number = some { numbers[Int.random(in: 0..<numbers.count, using: &$0)] }
    node.whole = some { Int.random(in: .min ... .max, using: &$0) }
    node.money = some { Money(pence: .random(in: .min ... .max, using: &$0)) }
    node.flag = some { Bool.random(using: &$0) }
    node.texts = list(3) { text(using: &$0) }
    node.integers = list(3) { Int.random(in: -9...9, using: &$0) }
    node.flags = list(2) { (text(using: &$0), Bool.random(using: &$0)) }
    node.conditions = some { _ in [Condition.people] } ?? []
    if depth > 0 {
      node.only = list(1) { Self.node(depth: depth - 1, using: &$0) }
      node.children = list(3) { Self.node(depth: depth - 1, using: &$0) }
    }
    return node
  }
}
