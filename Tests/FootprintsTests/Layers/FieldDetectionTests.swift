import Footprints
import Testing

@Suite struct FieldDetectionTests {
  @Test(
    arguments: [
      // fields, role, code, label
      (["CCG21CD", "CCG21NM", "BNG_E", "BNG_N", "LONG", "LAT"], "ccg", "CCG21CD", "CCG21NM"),
      (["OBJECTID", "ccg20nm", "ccg20cd"], "ccg", "ccg20cd", "ccg20nm"),
      (["ccg21_code", "ccg21_name"], "ccg", "ccg21_code", "ccg21_name"),
      (["CCG21CDH", "CCG21CD", "CCG21NM", "LAD21CD", "LAD21NM"], "ccg", "CCG21CD", "CCG21NM"),
      (["CCG21CDH", "CCG21CD", "CCG21NM", "LAD21CD", "LAD21NM"], "ltla", "LAD21CD", "LAD21NM"),
      (["ccg21_nhs_code", "ccg21_code", "ccg21_name"], "ccg", "ccg21_code", "ccg21_name"),
      (["ccg21_nhs_code", "ccg21_name"], "ccg", "ccg21_nhs_code", "ccg21_name"),
      (["id", "code", "name"], "utla", "code", "name"),
      (["ons_code", "Name"], "utla", "ons_code", "Name"),
      (["geo_code", "NAME"], "ltla", "geo_code", "NAME"),
      (["area_code", "area_name"], nil, "area_code", "area_name"),
      (["TrustCd", "COUNT_MSOA", "SUM_Patien"], "trust", "TrustCd", nil),
      (["TrustCode", "TrustName"], "trust", "TrustCode", "TrustName"),
      (["nhs_trust22_code", "nhs_trust22_name", "status"], "trust", "nhs_trust22_code", "nhs_trust22_name"),
      (["objectid", "ctyua19cd", "ctyua19nm", "ctyua19nmw"], "utla", "ctyua19cd", "ctyua19nm"),
      (["UTLA21CD", "UTLA21NM"], "utla", "UTLA21CD", "UTLA21NM"),
      (["UTLA21CD", "UTLA21NM"], "hwb", "UTLA21CD", "UTLA21NM"),
      (["LAD21CD", "LAD21NMW", "LAD21NM"], "ltla", "LAD21CD", "LAD21NM"),
      (["LAD21CD", "LAD21NMW"], "ltla", "LAD21CD", "LAD21NMW"),
      (["msoa11_cod", "msoa11_nam"], "brick", "msoa11_cod", "msoa11_nam"),
      (["utla21_cod", "utla21_nam"], "utla", "utla21_cod", "utla21_nam"),
      (["lsoa11cd", "lsoa11nm"], "brick", "lsoa11cd", "lsoa11nm"),
      (["ICB22CD", "ICB22NM"], "stp", "ICB22CD", "ICB22NM"),
      (["stp21_code", "stp21_name", "utla21_code"], "utla", "utla21_code", "stp21_name"),
      (["CCG CODE", "CCG NAME"], "ccg", "CCG CODE", "CCG NAME"),
      (["NAME"], "ccg", nil, "NAME"),
      (["ccg18nm", "postcode", "status_code"], "ccg", nil, "ccg18nm"),
      (["Name", "description"], "ccg", nil, "Name"),
      (["ccg", "ccg_code"], "ccg", "ccg_code", nil),
      (["msoa", "TrustCode", "proportion"], "brick", "msoa", nil),
      (["ward_code", "region_name"], "region", "ward_code", "region_name"),
      ([], nil, nil, nil),
    ] as [([String], String?, String?, String?)])
  func fields(fields: [String], role: String?, code: String?, label: String?) {
    #expect(FieldDetection.codeField(among: fields, role: role) == code)
    #expect(FieldDetection.labelField(among: fields, role: role) == label)
  }
}
