/// What can be wrong with boundaries and with what is said about them. The raw value is its name in every output.
public enum FindingKind: String, Sendable, CaseIterable {
  // The order is the one in which kinds are listed where nothing else decides.
  case truncated, unreadable
  case referenceSystem = "reference-system"
  case duplicateCode = "duplicate-code"
  case missingCode = "missing-code"
  case nullGeometry = "null-geometry"
  case invalidRing = "invalid-ring"
  case overlap, spike, pinhole
  case sliverOverlap = "sliver-overlap"
  case sliverGap = "sliver-gap"
  case gap
  case unmatchedBorder = "unmatched-border"
  case distantPart = "distant-part"
  case duplicateName = "duplicate-name"
  case wrongTier = "wrong-tier"
  case crossing
  case mixedResolution = "mixed-resolution"
  case mixedVintage = "mixed-vintage"
  case orphanRow = "orphan-row"
  case missingRow = "missing-row"
  case flowSum = "flow-sum"
  case planWithoutPartners = "plan-without-partners"
  case partnerWithoutArea = "partner-without-area"
  case twoCodes = "two-codes"
  case money

  /// How much a finding matters.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// What is made from it is wrong, or other programs refuse it.
    case error
    /// Somebody should look at it.
    case warning
    /// Nothing need be wrong.
    case information

    /// The more important comes first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .information: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity { declaration.severity }
  /// What it is called for people, several of them: "overlaps".
  public var title: String { declaration.title }
  /// What it is, a phrase.
  public var meaning: String { declaration.meaning }
  /// What to do about it, a sentence.
  public var advice: String { declaration.advice }

  private struct Declaration {
    let severity: Severity
    let title: String
    let meaning: String
    let advice: String

    init(_ severity: Severity, _ title: String, _ meaning: String, _ advice: String) {
      (self.severity, self.title, self.meaning, self.advice) = (severity, title, meaning, advice)
    }
  }

  private var declaration: Declaration {
    switch self {
    case .truncated:
      Declaration(
        .error, "Files cut short", "a file does not hold all that it should",
        "Download or export the file again.")
    case .unreadable:
      Declaration(
        .error, "Unreadable inputs", "a layer or table cannot be used", "Correct what the message says.")
    case .referenceSystem:
      Declaration(
        .error, "Implausible coordinates", "coordinates do not fit the reference system",
        "Find out in which system the file is, and whether latitude comes before longitude.")
    case .duplicateCode:
      Declaration(
        .error, "Repeated codes", "several areas have one code",
        "Unite the areas, or give each its own code.")
    case .missingCode:
      Declaration(.error, "Missing codes", "an area has no code", "Give every area its code.")
    case .nullGeometry:
      Declaration(
        .error, "Areas without boundary", "an area has no geometry, or encloses no ground",
        "Supply the boundary, or leave the area out.")
    case .invalidRing:
      Declaration(
        .error, "Invalid boundaries",
        "rings of an area cross or touch themselves or each other, or lie where they may not",
        "Redraw the boundary at the place; other programs refuse it.")
    case .overlap:
      Declaration(
        .error, "Overlaps", "two areas cover the same ground",
        "Decide whose the ground is, and draw one common border.")
    case .spike:
      Declaration(
        .warning, "Spikes", "a boundary runs out and back on the same line, or nearly so",
        "Delete the vertex at the tip.")
    case .pinhole:
      Declaration(
        .warning, "Pinholes", "a small hole within one area that no area fills",
        "Fill it, unless something lies there.")
    case .sliverOverlap:
      Declaration(
        .warning, "Sliver overlaps", "two areas cover the same narrow ground along their border",
        "Use one common border for both; nobody meant the strip to count twice.")
    case .sliverGap:
      Declaration(
        .warning, "Sliver gaps", "narrow ground between areas that no area covers",
        "Use one common border for both; whoever lives in the strip is in no area.")
    case .gap:
      Declaration(
        .information, "Gaps", "wide ground enclosed by areas that no area covers",
        "Nothing, if it is a lake or a place that does not belong to the layer.")
    case .unmatchedBorder:
      Declaration(
        .information, "Unmatched vertices",
        "a common border has a vertex on one side that the other side does not have",
        "Nothing, unless the layer is to be edited or generalised: then the two sides part.")
    case .distantPart:
      Declaration(
        .warning, "Distant parts", "a part of an area lies far from all others",
        "Check the coordinates; an island that far away is rare.")
    case .duplicateName:
      Declaration(
        .warning, "Repeated names", "several areas have one name",
        "Check that they are different areas.")
    case .wrongTier:
      Declaration(
        .warning, "Codes of another tier or country",
        "codes are of another kind of area, or of another country, than the rest",
        "Leave the areas out, or keep those of one country by the prefix of their codes.")
    case .crossing:
      Declaration(
        .warning, "Areas across a border", "an area lies across a border of the other layer",
        "Agree who is responsible for the smaller part.")
    case .mixedResolution:
      Declaration(
        .warning, "Different detail", "two layers are generalised differently",
        "Use products of the same detail together.")
    case .mixedVintage:
      Declaration(
        .warning, "Different years", "two layers are of different years",
        "Use layers of one date together.")
    case .orphanRow:
      Declaration(
        .warning, "Rows without an area", "rows of a table belong to no area of the layer",
        "Check year and level of the table.")
    case .missingRow:
      Declaration(
        .warning, "Areas without a row", "areas of a layer have no row in a table",
        "Complete the table.")
    case .flowSum:
      Declaration(
        .warning, "Flows that do not add up", "the proportions of a small area sum to more than 1",
        "Check whether rows are repeated, or totals are among them.")
    case .planWithoutPartners:
      Declaration(
        .warning, "Plans without partners", "nobody takes part in a plan, or nobody signs it",
        "Complete the table of partners.")
    case .partnerWithoutArea:
      Declaration(
        .warning, "Plans and partners without area",
        "a plan’s board, or a partner who commissions for an area, is in no layer",
        "Check the code, and the year of the layer.")
    case .twoCodes:
      Declaration(
        .warning, "Organisations with two codes", "one organisation appears under several codes",
        "Use one of them, or add a table of aliases.")
    case .money:
      Declaration(
        .warning, "Money that does not add up",
        "what the partners of a plan contribute is not what its schemes spend",
        "Compare both tables with the plan.")
    }
  }
}
