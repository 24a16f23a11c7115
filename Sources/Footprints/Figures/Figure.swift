/// A picture of numbers that a result has: what it shows, in values; how it is drawn is up to a renderer.
///
/// A figure never holds a number that the result does not have, and its description says what it shows to whoever cannot see it.
public struct Figure: Sendable {
  /// What is drawn.
  public enum Content: Sendable {
    /// Areas on a map.
    case map(MapFigure)
    /// One number each of some organisations, as bars.
    case bars(BarsFigure)
    /// Shares of every pair of two layers.
    case matrix(MatrixFigure)
    /// Two shares of each of some organisations, one against the other.
    case scatter(ScatterFigure)
    /// One number each before and after.
    case change(ChangeFigure)
    /// What happened when.
    case timeline(TimelineFigure)
  }

  /// The words above it.
  public var title: String
  /// What it shows, a sentence or a few: the text for whoever cannot see it.
  public var description: String
  /// What is drawn.
  public var content: Content

  /// Puts the parts together.
  public init(_ title: String, description: String, _ content: Content) {
    self.title = title
    self.description = description
    self.content = content
  }
}

/// One number each of some organisations, as bars.
public struct BarsFigure: Sendable {
  /// One bar.
  public struct Bar: Sendable {
    /// What it stands for; its code joins it to the rows of tables and the areas of maps.
    public var unit: NamedCode
    /// The number, on the scale of the figure.
    public var value: Double
    /// What stands behind the bar, such as "49.7%".
    public var words: String
  }

  /// The bars, from above.
  public var bars: [Bar]
  /// The number of the longest bar that there could be.
  public var scale: Double

  /// Puts the parts together; shares unless stated otherwise.
  public init(_ bars: [Bar], scale: Double = 1) {
    self.bars = bars
    self.scale = scale
  }
}

/// Shares of every pair of two layers, as squares that are the darker the more is shared.
public struct MatrixFigure: Sendable {
  /// The areas of the rows.
  public var rows: [NamedCode]
  /// The areas of the columns.
  public var columns: [NamedCode]
  /// The pairs that share anything: positions of row and column, and the share of the row, 0...1.
  public var cells: [(row: Int, column: Int, share: Double)]

  /// Puts the parts together.
  public init(
    rows: [NamedCode], columns: [NamedCode], cells: [(row: Int, column: Int, share: Double)]
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

/// Two shares of each of some organisations, one against the other, both 0...1.
public struct ScatterFigure: Sendable {
  /// One organisation.
  public struct Point: Sendable {
    /// The organisation.
    public var unit: NamedCode
    /// Its shares along both axes.
    public var x, y: Double
  }

  /// What the axes are.
  public var xTitle, yTitle: String
  /// The words of the quadrants: low x and low y, high x and low y, low x and high y, both high.
  public var quadrants: [String]
  /// The points.
  public var points: [Point]
}

/// One number of each of some things, before and after.
public struct ChangeFigure: Sendable {
  /// One thing.
  public struct Row: Sendable {
    /// What it is.
    public var name: String
    /// The numbers, on the scale of the figure.
    public var before, after: Double
    /// The numbers in words.
    public var beforeWords, afterWords: String
  }

  /// The things, from above.
  public var rows: [Row]
  /// The ends of the scale.
  public var scale: ClosedRange<Double>
}

/// What happened when.
public struct TimelineFigure: Sendable {
  /// One event.
  public struct Event: Sendable {
    /// When, in years, such as 2021.25.
    public var year: Double
    /// The date as it is written.
    public var date: String
    /// What happened, or what was in force from then.
    public var words: String
  }

  /// The events in their order.
  public var events: [Event]
}
