/// What a Better Care Fund scheme can be: a type and sub-type of the planning template, and the changes of
/// the High Impact Change Model (HICM) that it puts into practice.
struct SchemeKind: Sendable {
  var type: String
  var subtype: String
  /// Numbers of the HICM, ascending; none for schemes that do not concern transfers of care.
  var changes: [Int]

  /// The eight changes of the model itself, in its order.
  static let highImpactChanges = [
    "Early Discharge Planning", "Systems to Monitor Patient Flow", "Multi-Disciplinary Discharge Teams",
    "Home First/Discharge to Assess", "Seven-Day Services", "Trusted Assessors", "Focus on Choice",
    "Enhancing Health in Care Homes",
  ].enumerated().map {
    SchemeKind(type: "HICM for Managing Transfer of Care", subtype: $1, changes: [$0 + 1])
  }

  /// Everything else that plans spend on.
  static let others = [
    SchemeKind(type: "Intermediate Care Services", subtype: "Bed-Based - Step Up/Down", changes: [4]),
    SchemeKind(type: "Intermediate Care Services", subtype: "Rapid/Crisis Response", changes: [4]),
    SchemeKind(type: "Home Care or Domiciliary Care", subtype: "", changes: [4, 5]),
    SchemeKind(
      type: "Integrated Care Planning and Navigation", subtype: "Care Coordination", changes: [1, 3]),
    SchemeKind(type: "Community Based Schemes", subtype: "", changes: [8]),
    SchemeKind(type: "Assistive Technologies and Equipment", subtype: "Telecare", changes: [9]),
    SchemeKind(type: "DFG Related Schemes", subtype: "Adaptations", changes: [9]),
    SchemeKind(type: "Enablers for Integration", subtype: "Data Integration", changes: [2]),
    SchemeKind(type: "Residential Placements", subtype: "Nursing Home", changes: [5, 6]),
    SchemeKind(type: "Carers Services", subtype: "Respite Services", changes: []),
  ]

  /// The name a plan gives the scheme.
  var title: String { subtype.isEmpty ? type : subtype }
}
