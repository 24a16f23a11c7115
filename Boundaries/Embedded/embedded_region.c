// The files come in through C23's #embed. The compiler lists them among the dependencies of this file, so
// that a changed data file is built in again.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "EmbeddedRegion.h"

#ifndef __has_embed
#error "this compiler has no #embed: use the clang that comes with Swift 6.2 or later"
#endif
#if !__has_embed("../region/datapackage.json")
#error "Boundaries/region is missing or empty: run `swift run generate-region --out Boundaries/region`"
#endif

static const unsigned char datapackage_json[] = {
#embed "../region/datapackage.json"
};
static const unsigned char bricks_geojson[] = {
#embed "../region/bricks.geojson"
};
static const unsigned char ccg_geojson[] = {
#embed "../region/ccg.geojson"
};
static const unsigned char utla_geojson[] = {
#embed "../region/utla.geojson"
};
static const unsigned char ltla_geojson[] = {
#embed "../region/ltla.geojson"
};
static const unsigned char stp_geojson[] = {
#embed "../region/stp.geojson"
};
static const unsigned char trust_geojson[] = {
#embed "../region/trust.geojson"
};
static const unsigned char population_csv[] = {
#embed "../region/population.csv"
};
static const unsigned char flows_csv[] = {
#embed "../region/flows.csv"
};
static const unsigned char lookup_csv[] = {
#embed "../region/lookup.csv"
};
static const unsigned char organisations_csv[] = {
#embed "../region/organisations.csv"
};
static const unsigned char plans_csv[] = {
#embed "../region/bcf/plans.csv"
};
static const unsigned char partners_csv[] = {
#embed "../region/bcf/partners.csv"
};
static const unsigned char contributions_csv[] = {
#embed "../region/bcf/contributions.csv"
};
static const unsigned char schemes_csv[] = {
#embed "../region/bcf/schemes.csv"
};
static const unsigned char metrics_csv[] = {
#embed "../region/bcf/metrics.csv"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const embedded_file embedded_region[] = {
  FILE_OF("datapackage.json", datapackage_json),
  FILE_OF("bricks.geojson", bricks_geojson),
  FILE_OF("ccg.geojson", ccg_geojson),
  FILE_OF("utla.geojson", utla_geojson),
  FILE_OF("ltla.geojson", ltla_geojson),
  FILE_OF("stp.geojson", stp_geojson),
  FILE_OF("trust.geojson", trust_geojson),
  FILE_OF("population.csv", population_csv),
  FILE_OF("flows.csv", flows_csv),
  FILE_OF("lookup.csv", lookup_csv),
  FILE_OF("organisations.csv", organisations_csv),
  FILE_OF("bcf/plans.csv", plans_csv),
  FILE_OF("bcf/partners.csv", partners_csv),
  FILE_OF("bcf/contributions.csv", contributions_csv),
  FILE_OF("bcf/schemes.csv", schemes_csv),
  FILE_OF("bcf/metrics.csv", metrics_csv),
};

const embedded_file *embedded_region_files(void) { return embedded_region; }

const unsigned long embedded_region_count = sizeof embedded_region / sizeof embedded_region[0];
