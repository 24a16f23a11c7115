extension Catalogue.Entry {
  /// The services of the Office for National Statistics that are known here. A name that stands in no list that we had is a guess
  /// after its neighbours, and marked so; a wrong one is answered with the nearest that there are.
  static let published: [Self] =
    clinicalCommissioningGroups + partnerships + boards + authorities + regions + smallAreas + centroids
    + lookups

  private static let clinicalCommissioningGroups: [Self] = [
    guess("ccg-2015", "Clinical_Commissioning_Groups_July_2015_EN_BGC", "ccg", "2015-07", "BGC"),
    guess("ccg-2016", "Clinical_Commissioning_Groups_April_2016_EN_BGC", "ccg", "2016-04", "BGC"),
    guess("ccg-2017", "Clinical_Commissioning_Groups_April_2017_EN_BGC", "ccg", "2017-04", "BGC"),
    guess("ccg-2018", "Clinical_Commissioning_Groups_April_2018_EN_BGC", "ccg", "2018-04", "BGC"),
    known(
      "ccg-2019", "Clinical_Commissioning_Groups_April_2019_Boundaries_EN_BUC_2022", "ccg", "2019-04", "BUC"),
    guess("ccg-2020", "Clinical_Commissioning_Groups_April_2020_EN_BGC", "ccg", "2020-04", "BGC"),
    known("ccg-2021", "Clinical_Commissioning_Groups_April_2021_EN_BGC", "ccg", "2021-04", "BGC"),
    known("ccg-2021-buc", "Clinical_Commissioning_Groups_April_2021_EN_BUC", "ccg", "2021-04", "BUC"),
  ]

  private static let partnerships: [Self] = [
    guess(
      "stp-2020", "Sustainability_and_Transformation_Partnerships_April_2020_EN_BUC", "stp", "2020-04", "BUC"),
    known(
      "stp-2021", "Sustainability_and_Transformation_Partnerships_April_2021_EN_BUC_v2", "stp", "2021-04",
      "BUC"),
  ]

  private static let boards: [Self] = [
    guess("icb-2022", "Integrated_Care_Boards_July_2022_EN_BGC", "icb", "2022-07", "BGC"),
    known("icb-2023", "Integrated_Care_Boards_April_2023_EN_BGC", "icb", "2023-04", "BGC"),
    known("icb-2023-bsc", "Integrated_Care_Boards_April_2023_EN_BSC", "icb", "2023-04", "BSC"),
    known("icb-2023-bfc", "Integrated_Care_Boards_April_2023_EN_BFC", "icb", "2023-04", "BFC"),
    known("icb-2023-bfe", "Integrated_Care_Boards_April_2023_EN_BFE", "icb", "2023-04", "BFE"),
    known("icb-2026", "Integrated_Care_Boards_April_2026_Boundaries_EN_BGC", "icb", "2026-04", "BGC"),
    known("icb-2026-bsc", "Integrated_Care_Boards_April_2026_Boundaries_EN_BSC", "icb", "2026-04", "BSC"),
    guess("sicbl-2022", "Sub_Integrated_Care_Board_Locations_July_2022_EN_BGC", "sicbl", "2022-07", "BGC"),
    guess("sicbl-2023", "Sub_Integrated_Care_Board_Locations_April_2023_EN_BGC", "sicbl", "2023-04", "BGC"),
    known(
      "sicbl-2026", "Sub_Integrated_Care_Board_Locations_April_2026_Boundaries_EN_BGC", "sicbl", "2026-04",
      "BGC"),
  ]

  private static let authorities: [Self] = [
    known("utla-2021-05", "Counties_and_Unitary_Authorities_May_2021_UK_BUC_2022", "utla", "2021-05", "BUC"),
    known("utla-2021", "Counties_and_Unitary_Authorities_December_2021_EN_BUC", "utla", "2021-12", "BUC"),
    known(
      "utla-2025", "Counties_and_Unitary_Authorities_December_2025_Boundaries_UK_BGC", "utla", "2025-12",
      "BGC"),
    known("ltla-2021", "Local_Authority_Districts_December_2021_GB_BGC_2022", "ltla", "2021-12", "BGC"),
    known("ltla-2026", "Local_Authority_Districts_May_2026_Boundaries_UK_BGC", "ltla", "2026-05", "BGC"),
    known(
      "strategic-authority-2025", "Combined_Authorities_December_2025_Boundaries_EN_BGC",
      "strategic-authority",
      "2025-12", "BGC"),
  ]

  private static let regions: [Self] = [
    known("nhs-region-2024", "NHS_England_Regions_January_2024_EN_BGC", "nhs-region", "2024-01", "BGC")
  ]

  private static let smallAreas: [Self] = [
    known("msoa-2011", "Middle_Layer_Super_Output_Areas_DEC_2011_EW_BGC_V3", "brick", "2011-12", "BGC"),
    guess(
      "msoa-2021", "Middle_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V3", "brick", "2021-12",
      "BGC"),
    guess(
      "lsoa-2011", "Lower_Layer_Super_Output_Areas_Dec_2011_Boundaries_Generalised_Clipped_BGC_EW_V3",
      "brick", "2011-12", "BGC"),
    guess(
      "lsoa-2021", "Lower_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V5", "brick", "2021-12",
      "BGC"),
  ]

  private static let centroids: [Self] = [
    known("lsoa-2011-centroids", "LSOA_Dec_2011_PWC_in_England_and_Wales_2022", "brick-points", "2011-12"),
    guess("lsoa-2021-centroids", "LSOA_PopCentroids_EW_2021_V4", "brick-points", "2021-12"),
    guess("msoa-2011-centroids", "MSOA_Dec_2011_PWC_in_England_and_Wales_2022", "brick-points", "2011-12"),
    guess("msoa-2021-centroids", "MSOA_PopCentroids_EW_2021_V3", "brick-points", "2021-12"),
  ]

  private static let lookups: [Self] = [
    guess("lookup-2026", "LSOA21_SICBL26_ICB26_NHSER26_LAD26_EN_LU", "lookup", "2026-04"),
    guess("lookup-2021", "LSOA11_CCG21_STP21_LAD21_EN_LU", "lookup", "2021-04"),
  ]

  private static func known(
    _ name: String, _ service: String, _ role: String, _ vintage: String, _ resolution: String? = nil
  ) -> Self {
    Self(name, service, role: role, vintage: vintage, resolution: resolution)
  }

  private static func guess(
    _ name: String, _ service: String, _ role: String, _ vintage: String, _ resolution: String? = nil
  ) -> Self {
    Self(name, service, role: role, vintage: vintage, resolution: resolution, isConfirmed: false)
  }
}
