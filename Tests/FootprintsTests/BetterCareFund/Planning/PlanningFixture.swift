@testable import Footprints

/// A made-up planning workbook, as one would be filled in, to be changed in the ways that people change them.
struct PlanningFixture {
  typealias Cell = WorkbookFixture.Cell

  var cover: [[Cell]] = [
    ["Better Care Fund 2023-25 Template"], ["2. Cover"], [],
    ["Health and Wellbeing Board:", "", "Saltholme Vale"], ["Completed by:", "", "A. Person"],
    ["Has this plan been signed off by the HWB?", "", "Yes"], [],
    ["Role:", "Professional Title", "First-name:", "Surname:", "E-mail:"],
    ["Health and Wellbeing Board Chair", "Cllr", "Ann", "Able", "a@example.org"],
    [
      "Integrated Care Board Chief Executive or person to whom they have delegated sign-off", "Dr", "Bo",
      "Best",
    ],
    ["Local Authority Chief Executive", "", "Cy", "Cole"], ["LA Section 151 Officer", "", "Di", "Dent"],
  ]
  var income: [[Cell]] = [
    ["4. Income"], ["Selected Health and Wellbeing Board:", "", "Saltholme Vale"], [],
    ["Disabled Facilities Grant (DFG)", "Gross Contribution"], ["Saltholme Vale", 1_000],
    ["Total Minimum LA Contribution exclude iBCF", .formula(1_000)], [],
    ["iBCF Contribution", "Contribution"],
    ["Saltholme Vale", "£2,500.50"], ["Total iBCF Contribution", .formula(2_500.5)], [],
    ["NHS Minimum Contribution", "Contribution"], ["NHS Fenwold ICB", "7 000"], ["NHS Osmarsh ICB", 3_000],
    ["Total NHS Minimum Contribution", .formula(10_000)], [],
    ["Total BCF Pooled Budget", .formula(13_500.5)],
  ]
  var expenditure: [[Cell]] = [
    ["5. Expenditure"],
    ["Running Balances", "Income", "Expenditure", "Balance"],
    ["DFG", .formula(1_000), .formula(1_000), .formula(0)],
    ["NHS Minimum", .formula(10_000), .formula(10_000), .formula(0)], [],
    ["Required Spend", "Minimum Required Spend", "Planned Spend"],
    ["Adult Social Care services spend from the minimum ICB allocations", 4_000, .formula(4_000)], [],
    headings,
    [
      "1", "Adaptations", "Grants for homes", "DFG Related Schemes", "Adaptations", "Social Care", "LA", "",
      "",
      "Local Authority", "DFG", 1_000, "Existing",
    ],
    [
      "2", "Beds", "Step-down beds", "Bed based intermediate Care Services", "Step down", "Community Health",
      "NHS",
      .percent(1), .percent(0), "Private Sector", "NHS Minimum Contribution", 6_000, "Existing",
    ],
    [
      "2", "Beds", "Step-down beds", "Bed based intermediate Care Services", "Step down", "Social Care",
      "Joint",
      .percent(0.25), "75%", "Private Sector", "NHS Minimum Contribution", "£4,000.00", "Existing",
    ],
    [
      "3", "Care at home", "", "Home Care or Domiciliary Care", "", "Social Care", "LA", "", "", "", "iBCF",
      2_500.5,
      "New",
    ],
    ["4"], ["5"], ["Total", "", "", "", "", "", "", "", "", "", "", .formula(13_500.5)],
  ]
  var metrics: [[Cell]] = [
    ["6. Metrics"], ["Metric", "Baseline", "Plan", "Unit"],
    ["Avoidable admissions", 874.8, 853.8, "per 100,000"],
    ["Discharge to usual place of residence", .percent(0.898), .percent(0.902), ""],
  ]
  var conditions: [[Cell]] = [
    ["7. National Conditions"],
    [
      "Code", "Planning Requirement", "Please confirm whether your BCF plan meets the Planning Requirement?",
      "Comments",
    ],
    ["NC1", "A jointly developed and agreed plan", "Yes", "See narrative"],
    ["NC2", "Maintain social care", "No", ""],
  ]
  var guidance: [[Cell]] = [["1. Guidance"], ["Please fill in the yellow cells of the expenditure sheet."]]
  var names = [
    "1. Guidance", "2. Cover", "4. Income", "5. Expenditure", "6. Metrics", "7. National Conditions",
  ]
  var order = [0, 1, 2, 3, 4, 5]
  var states = [String](repeating: "visible", count: 6)
  var merged = [[String]](repeating: [], count: 6)

  static let headings: [Cell] = [
    "Scheme ID", "Scheme Name", "Brief Description of Scheme", "Scheme Type", "Sub Types", "Area of Spend",
    "Commissioner", "% NHS (if Joint Commissioner)", "% LA (if Joint Commissioner)", "Provider",
    "Source of Funding",
    "Expenditure (£)", "New/ Existing Scheme",
  ]

  var fixture: WorkbookFixture {
    let rows = [guidance, cover, income, expenditure, metrics, conditions]
    return WorkbookFixture(
      order.map { .init(name: names[$0], rows: rows[$0], state: states[$0], merged: merged[$0]) })
  }

  func read(_ name: String = "plan.xlsx") throws(FootprintsError) -> PlanningWorkbook {
    try PlanningWorkbookReader.read(
      SpreadsheetWorkbook(FileBytes(fixture.bytes, name: name)), words: .standard)
  }
}
