/// The words that come with the program: meanings and, joined by semicolons, the words for them. In Markdown the same is
/// in docs/import.md; `footprint import words` writes it as a table.
///
/// Filled workbooks are not public, and published empty ones could not be compared when this was written: everything is
/// general knowledge of the field and marked as not verified.
enum StandardPlanningWords {
  private typealias Line = (meaning: String, words: String, years: String)

  static let entries: [PlanningWords.Entry] =
    lines(.expenditure, expenditure) + lines(.metrics, metrics) + lines(.conditions, conditions)
    + lines(.signature, signature) + lines(.cover, cover) + lines(.contribution, contributions)
    + lines(.type, types) + lines(.metric, metricNames) + lines(.condition, conditionNames)
    + lines(.role, roles) + lines(.required, required)

  private static func lines(
    _ subject: PlanningWords.Subject, _ lines: [Line]
  ) -> [PlanningWords.Entry] {
    lines.flatMap { line in
      line.words.listParts.map {
        PlanningWords.Entry(
          subject: subject, meaning: line.meaning, words: $0, years: line.years, isVerified: false)
      }
    }
  }

  private static let expenditure: [Line] = [
    ("scheme_id", "Scheme ID; Scheme number; Scheme no; Scheme ref; Scheme reference; ID", ""),
    ("name", "Scheme Name; Name of scheme; Scheme title; Scheme; Activity name", ""),
    (
      "description",
      "Brief Description of Scheme; Brief Description; Scheme description; Description; Description of scheme; Activity description",
      ""
    ),
    ("type", "Scheme Type; Type of scheme; Primary scheme type; Activity; Activity type", ""),
    ("type", "Select scheme type", "2017-18;2018-19"),
    (
      "subtype",
      "Sub Types; Sub Type; Scheme sub type; Scheme subtype; Sub-type of scheme; Activity sub type; Service sub type",
      ""
    ),
    (
      "type_other",
      "Please specify if Scheme Type is Other; Please specify if Scheme Type is other or Sub Type; Specify if other scheme type",
      ""
    ),
    ("area_of_spend", "Area of Spend; Area of expenditure", ""),
    (
      "area_other", "Please specify if Area of Spend is other; Please specify if area of spend", ""
    ),
    ("commissioner", "Commissioner; Commissioned by; Lead commissioner", ""),
    (
      "nhs_share",
      "% NHS; NHS if joint commissioner; % CCG; CCG if joint commissioner; % ICB; ICB if joint commissioner; NHS percentage; NHS share",
      ""
    ),
    (
      "la_share",
      "% LA; LA if joint commissioner; Local authority if joint commissioner; LA percentage; LA share", ""
    ),
    ("provider", "Provider; Provider type; Service provider; Provided by", ""),
    ("funding_source", "Source of Funding; Funding source; Funded from; Funding stream", ""),
    (
      "amount_gbp",
      "Expenditure; Expenditure for scheme; Planned expenditure; Expenditure amount; Spend; Planned spend; Cost; Scheme cost; Amount; Total expenditure; Expenditure on scheme",
      ""
    ),
    ("new_or_existing", "New/Existing Scheme; New or existing scheme; New or existing; New Existing", ""),
    ("hicm", "HICM; HICM number; High Impact Change Model; High impact change; Which change of the HICM", ""),
    ("start_date", "Start date; Scheme start date; Start", ""),
    ("end_date", "End date; Scheme end date", ""),
    ("configuration", "Configuration; Service model; Delivery model", ""),
    ("maturity", "Maturity; Maturity level; HICM maturity", ""),
    (
      "expected_outputs",
      "Expected outputs; Planned outputs; Expected outputs 2023-24; Expected outputs 2024-25; Number of units; Output quantity",
      ""
    ),
    ("output_unit", "Units; Output units; Output unit; Estimated number of units", ""),
    ("link_to_metric", "Metric linked; Linked metric; Link to metrics", ""),
  ]

  private static let metrics: [Line] = [
    ("metric", "Metric; Metrics; Name of metric; Indicator; Measure", ""),
    (
      "baseline",
      "Baseline; Baseline value; Actual; Current; Current performance; Estimated; Latest actual; Previous plan; Baseline performance",
      ""
    ),
    ("target", "Target; Plan; Planned; Ambition; Planned value; Target value; Planned performance; Goal", ""),
    ("unit", "Unit; Units; Unit of measure; Measured in", ""),
    ("period", "Period; Quarter", ""),
    (
      "rationale",
      "Rationale for how ambition was set; Rationale; Comments; Commentary; Local plan to meet ambition; Please describe; Overview narrative; Narrative",
      ""
    ),
  ]

  private static let conditions: [Line] = [
    (
      "condition",
      "National Condition; National conditions; Planning Requirement; Condition; Theme; Requirement; Planning expectation",
      ""
    ),
    ("code", "Code; Number; Reference", ""),
    (
      "met",
      "Please confirm whether your BCF plan meets the Planning Requirement; Does your BCF plan meet; Confirmation; Confirmed; Met; Is the condition met; Does the plan meet the condition; Please confirm; Yes No; Plan to meet; Compliant",
      ""
    ),
    (
      "comment",
      "Please note any supporting documents referred to; Supporting documents; Comments; Comment; Actions; Where the Planning requirement is not met; If the answer is no; Please detail; Assurance of compliance",
      ""
    ),
    (
      "timeframe",
      "Where the Planning requirement is not met please note the anticipated timeframe; Timeframe; Timeframe for resolution; By when; Anticipated timeframe",
      ""
    ),
  ]

  private static let signature: [Line] = [
    ("role", "Role; Role title; Position; Signatory", ""),
    ("title", "Professional title; Title", ""),
    ("first_name", "First name; Forename; Given name", ""),
    ("surname", "Surname; Last name; Family name", ""),
    ("name", "Name; Full name; Signed by", ""),
    ("organisation", "Organisation; Organisation name", ""),
    ("email", "E-mail; Email; E mail address; Email address", ""),
    ("date", "Date; Date signed; Date of signature; Signed on", ""),
  ]

  private static let cover: [Line] = [
    (
      "board",
      "Health and Wellbeing Board; Health & Wellbeing Board; Name of Health and Wellbeing Board; Selected Health and Wellbeing Board; HWB; HWB name",
      ""
    ),
    ("board_code", "HWB code; Health and Wellbeing Board code; ONS code; Area code; GSS code; E code", ""),
    ("authority", "Local authority; Name of local authority; Council; LA name; Lead local authority", ""),
    ("status", "Status; Plan status; Submission status", ""),
    ("version", "Version; Template version", ""),
    ("period", "Plan period; Period; Planning period; Financial year; Years of plan", ""),
    (
      "agreed",
      "Has this plan been signed off by the HWB; Has this report been signed off; Has this plan been signed off by the HWB at the time of submission; Plan agreed",
      ""
    ),
    ("agreed_on", "When was it signed off; If no please indicate when; Date of agreement; Date agreed", ""),
    ("completed_by", "Completed by; Contact name; Prepared by", ""),
    ("email", "E-mail; Email", ""),
    ("telephone", "Contact number; Telephone; Phone", ""),
  ]

  /// Longer words first in meaning, not in place: the longest that fit count.
  private static let contributions: [Line] = [
    (
      "nhsMinimum",
      "NHS Minimum Contribution; Minimum NHS Contribution; NHS Minimum; ICB Minimum Contribution; Minimum ICB Contribution; Minimum NHS allocation; NHS minimum allocation",
      "2022-23;2023-24;2024-25;2025-26"
    ),
    (
      "ccgMinimum",
      "CCG Minimum Contribution; Minimum CCG Contribution; CCG Minimum Fund; CCG Minimum; Minimum CCG allocation",
      "2017-18;2018-19;2019-20;2020-21;2021-22"
    ),
    (
      "nhsAdditional",
      "Additional NHS Contribution; NHS Additional Contribution; Additional ICB Contribution; ICB Additional Contribution; Additional NHS; NHS Additional; Additional ICB",
      "2022-23;2023-24;2024-25;2025-26"
    ),
    (
      "ccgAdditional",
      "Additional CCG Contribution; CCG Additional Contribution; Additional CCG; CCG Additional; CCG Contribution additional",
      "2017-18;2018-19;2019-20;2020-21;2021-22"
    ),
    (
      "laAdditional",
      "Local Authority Additional Contribution; Additional Local Authority Contribution; Additional LA Contribution; LA Additional Contribution; Additional LA; LA Additional; Local Authority Contribution additional",
      ""
    ),
    (
      "laBetterCareFund",
      "Local Authority Better Care Grant; LA Better Care Grant; Local Authority Better Care Fund; LA Better Care Fund",
      "2025-26"
    ),
    (
      "ibcf", "iBCF; iBCF Contribution; Improved Better Care Fund; Improved BCF",
      "2017-18;2018-19;2019-20;2020-21;2021-22;2022-23;2023-24;2024-25"
    ),
    ("dfg", "Disabled Facilities Grant; DFG; DFG contribution", ""),
    (
      "dfgBreakdown",
      "DFG breakdown; DFG breakdown for two tier areas; Disabled Facilities Grant breakdown; DFG breakerdown",
      ""
    ),
    ("winterPressures", "Winter Pressures Grant; Winter pressures; Winter pressures funding", "2019-20"),
    (
      "dischargeLa",
      "Local Authority Discharge Funding; LA Discharge Funding; Local Authority Discharge Fund; Discharge funding local authority",
      "2022-23;2023-24;2024-25"
    ),
    (
      "dischargeIcb",
      "ICB Discharge Funding; ICB Discharge Fund; NHS Discharge Funding; Discharge funding ICB",
      "2022-23;2023-24;2024-25"
    ),
  ]

  /// Families of types, by the names of 2019 that the process list goes by; the types of other years below them.
  private static let types: [Line] = [
    (
      "Assistive Technologies and Equipment",
      "Assistive Technologies and Equipment; Assistive technologies; Community equipment; Equipment and adaptations",
      ""
    ),
    ("Care Act Implementation Related Duties", "Care Act Implementation Related Duties; Care Act", ""),
    ("Carers Services", "Carers Services; Carers; Support for carers; Unpaid carers", ""),
    (
      "Community Based Schemes",
      "Community Based Schemes; Long-term home-based community health services; Long-term home-based community health",
      ""
    ),
    (
      "DFG Related Schemes", "DFG Related Schemes; DFG Related; Disabled Facilities Grant related schemes", ""
    ),
    (
      "Enablers for Integration",
      "Enablers for Integration; Evaluation and enabling integration; Enabling integration; Workforce recruitment and retention",
      ""
    ),
    (
      "HICM for Managing Transfer of Care",
      "HICM for Managing Transfer of Care; High Impact Change Model for Managing Transfer of Care; Discharge support and infrastructure",
      ""
    ),
    (
      "Home Care or Domiciliary Care",
      "Home Care or Domiciliary Care; Home care; Domiciliary care; Long-term home-based social care services; Long-term home-based social care",
      ""
    ),
    ("Housing Related Schemes", "Housing Related Schemes; Housing related", ""),
    (
      "Integrated Care Planning and Navigation",
      "Integrated Care Planning and Navigation; Care planning and navigation", ""
    ),
    (
      "Intermediate Care Services",
      "Intermediate Care Services; Intermediate care; Bed based intermediate care services; Bed-based intermediate care; Home-based intermediate care services; Home-based intermediate care; Short-term home-based social care; Reablement; Reablement in a person's own home; Step down beds",
      ""
    ),
    (
      "Personalised Budgeting and Commissioning",
      "Personalised Budgeting and Commissioning; Personalised budgeting", ""
    ),
    ("Personalised Care at Home", "Personalised Care at Home; End of life care", ""),
    (
      "Prevention / Early Intervention",
      "Prevention / Early Intervention; Prevention; Early intervention; Wider local support to promote prevention and independence; Wider prevention",
      ""
    ),
    (
      "Residential Placements",
      "Residential Placements; Long-term residential or nursing home care; Long-term residential or nursing care; Residential placement",
      ""
    ),
    ("Urgent Community Response", "Urgent Community Response; UCR", ""),
    ("Other", "Other", ""),
  ]

  private static let metricNames: [Line] = [
    (
      "NEA", "Non-elective admissions; NEA; Total number of specific acute non-elective spells",
      "2017-18;2018-19;2019-20;2020-21"
    ),
    (
      "DTOC", "Delayed transfers of care; DTOC; Delayed transfers of care from hospital",
      "2017-18;2018-19;2019-20"
    ),
    (
      "residential admissions 65+",
      "Residential admissions; Admissions to residential care homes; Residential Admissions 65+; Permanent admissions to residential care; Long-term support needs of older people; Admissions to residential and nursing care homes",
      ""
    ),
    (
      "reablement 91 days",
      "Reablement; Proportion of older people still at home 91 days after discharge; 91 days after discharge",
      "2017-18;2018-19;2019-20;2020-21;2021-22;2022-23;2023-24"
    ),
    (
      "avoidable admissions",
      "Avoidable admissions; Unplanned hospitalisation for chronic ambulatory care sensitive conditions",
      "2021-22;2022-23;2023-24;2024-25"
    ),
    (
      "length of stay",
      "Length of stay; Inpatients in hospital 14 days or more; Inpatients resident for 21 days or more",
      "2021-22"
    ),
    (
      "discharge to usual place of residence",
      "Discharge to usual place of residence; Discharge to normal place of residence; Discharged to their normal place of residence",
      "2021-22;2022-23;2023-24;2024-25"
    ),
    ("falls 65+", "Falls; Emergency hospital admissions due to falls", "2023-24;2024-25"),
    (
      "emergency admissions 65+",
      "Emergency admissions; Emergency admissions to hospital for people aged 65+; Emergency admissions 65+",
      "2025-26"
    ),
    (
      "discharge delay",
      "Discharge delays; Average length of discharge delay; Average discharge delay; Discharge delay",
      "2025-26"
    ),
  ]

  private static let conditionNames: [Line] = [
    (
      "NC1",
      "Plans to be jointly agreed; Plans jointly agreed; Jointly agreed plan; A jointly agreed plan; National condition 1; NC1",
      ""
    ),
    (
      "NC2",
      "NHS contribution to adult social care is maintained in line with inflation; Social care maintenance; Maintain social care; National condition 2; NC2",
      "2017-18;2018-19;2019-20;2020-21;2021-22"
    ),
    (
      "NC2",
      "Implementing the objectives of the BCF; Implementing the objectives of the Better Care Fund; Implementing BCF policy objective",
      "2025-26"
    ),
    (
      "NC3",
      "Agreement to invest in NHS commissioned out-of-hospital services; NHS commissioned out of hospital services; National condition 3; NC3",
      "2017-18;2018-19;2019-20;2020-21;2021-22"
    ),
    (
      "NC3",
      "Complying with grant and funding conditions; Complying with grant conditions and BCF funding conditions",
      "2025-26"
    ),
    (
      "NC4",
      "Managing transfers of care; Implementation of the high impact change model for managing transfers of care; National condition 4; NC4",
      "2017-18;2018-19;2019-20;2020-21"
    ),
    ("NC4", "Complying with oversight and support processes; Oversight and support", "2025-26"),
  ]

  private static let roles: [Line] = [
    ("board", "Health and Wellbeing Board Chair; HWB Chair; Chair of the Health and Wellbeing Board", ""),
    (
      "la",
      "Local Authority Chief Executive; LA Chief Executive; Chief Executive of the local authority; Local authority chief exec",
      ""
    ),
    (
      "la", "LA Section 151 Officer; Local Authority Section 151 Officer; Section 151 Officer; S151 officer",
      ""
    ),
    ("la", "Local Authority Director of Adult Social Services; Director of Adult Social Services; DASS", ""),
    (
      "nhs",
      "Integrated Care Board Chief Executive; ICB Chief Executive; ICB Chief Finance Officer; Additional ICB; Integrated Care Board",
      "2022-23;2023-24;2024-25;2025-26"
    ),
    (
      "nhs",
      "Clinical Commissioning Group Accountable Officer; CCG Accountable Officer; CCG Chief Officer; Additional Clinical Commissioning Group",
      "2017-18;2018-19;2019-20;2020-21;2021-22"
    ),
    ("lead", "Better Care Fund Lead Official; BCF Lead; LA BCF Lead; Planning lead", ""),
  ]

  private static let required: [Line] = [
    ("required", "Minimum required spend; Required spend; Minimum required expenditure", ""),
    ("planned", "Planned spend; Planned expenditure", ""),
    (
      "outOfHospital",
      "NHS Commissioned Out of Hospital spend; NHS commissioned out of hospital; Out of hospital spend from the minimum",
      ""
    ),
    (
      "socialCare",
      "Adult Social Care services spend; Adult social care spend; Social care spend from the minimum; Minimum contribution to adult social care; NHS minimum contribution to adult social care",
      ""
    ),
  ]
}
