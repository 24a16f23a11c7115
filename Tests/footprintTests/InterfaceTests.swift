import Foundation
import Testing

/// The names that other programs rely on: columns, keys, and what is common to all JSON.
@Suite struct InterfaceTests {
  typealias Object = [String: Any]

  private func json(_ arguments: String...) async throws -> (object: Object, text: String) {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return (try #require(value as? Object), outcome.output)
  }

  private func header(_ arguments: String...) async throws -> [Substring] {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try await tool.run(arguments + ["--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n")[0].split(separator: ",")
  }

  private func expectKeys(
    _ value: Any?, _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Object {
    let object = try #require(value as? Object, sourceLocation: sourceLocation)
    for key in keys.split(separator: " ") {
      #expect(object[String(key)] != nil, "\(key) is missing", sourceLocation: sourceLocation)
    }
    return object
  }

  private func first(_ value: Any?, sourceLocation: SourceLocation = #_sourceLocation) throws -> Any? {
    try #require((value as? [Any])?.first, sourceLocation: sourceLocation)
  }

  @Test func overlapColumns() async throws {
    let area = "x_code,x_name,y_code,y_name,area_m2,x_share,y_share,jaccard,mean_width_m,relation"
    let people = "population,x_population_share,y_population_share,area_relation,divided_population"
    #expect(try await header("overlap", "ccg", "utla") == (area + "," + people).split(separator: ","))
    #expect(try await header("overlap", "ccg", "utla", "--weights", "area") == area.split(separator: ","))
  }

  @Test func everyJSONHasItsProvenance() async throws {
    for arguments in [
      ["layers"], ["overlap", "ccg", "utla"], ["score", "ccg", "utla"],
      ["impact", "XT1", "--process", "trusted-assessor"], ["profile", "XT1"],
    ] {
      let tool = try Tool()
      defer { tool.remove() }
      let outcome = try await tool.run(arguments + ["--format", "json"])
      let object = try expectKeys(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)),
        "schema_version command parameters provenance warnings results")
      #expect(object["command"] as? String == arguments[0])
      #expect((object["schema_version"] as? String)?.wholeMatch(of: /\d+\.\d+/) != nil)
      let provenance = try expectKeys(
        object["provenance"], "inputs working_crs operations versions licence fictional")
      #expect(provenance["fictional"] as? Bool == true)
      _ = try expectKeys(provenance["versions"], "footprint geos proj")
      _ = try expectKeys(try first(provenance["operations"]), "source target operation accuracy_m")
      let input = try expectKeys(
        try first(provenance["inputs"]), "path sha256 vintage resolution areas role crs")
      #expect((input["sha256"] as? String)?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
      #expect((provenance["licence"] as? [String])?.isEmpty == false)
    }
  }

  @Test func filesOfOneselfAreNotFictional() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write(Squares.a, to: "a.geojson")
    try tool.write(Squares.b, to: "b.geojson")
    let outcome = try await tool.run("overlap", "a.geojson", "b.geojson", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.lowercased().contains("fictional"))
    for arguments in [["overlap", "ccg", "utla"], ["layers"], ["score", "ccg", "utla"]] {
      for format in ["table", "md", "csv"] {
        let run = try await tool.run(arguments + ["--format", format])
        #expect((run.output + run.errors).contains("FICTIONAL"), "\(arguments) \(format)")
      }
    }
  }

  @Test func scoreKeys() async throws {
    let results = try expectKeys(
      try await json("score", "ccg", "utla").object["results"], "system units presets")
    let system = try expectKeys(
      results["system"],
      "v_measure homogeneity completeness degree_of_fit degree_of_hierarchy weighted_best_jaccard mapcurves coterminous"
    )
    _ = try expectKeys(system["degree_of_fit"], "x_to_y y_to_x")
    _ = try expectKeys(system["degree_of_hierarchy"], "x_in_y y_in_x")
    _ = try expectKeys(system["weighted_best_jaccard"], "x y")
    _ = try expectKeys(system["mapcurves"], "x y")
    _ = try expectKeys(system["coterminous"], "count of tolerance")
    _ = try expectKeys(
      system,
      "variation_of_information variation_of_information_normalised rand adjusted_rand")
    _ = try expectKeys(system["conditional_entropy"], "y_given_x x_given_y")
    for name in ["effective_splits", "square_root_entropy", "split_pairs", "splits"] {
      _ = try expectKeys(system[name], "x y")
    }
    _ = try expectKeys(system["goodman_kruskal"], "lambda tau")
    _ = try expectKeys(system["intersections"], "all populated")
    let keys =
      "side code name mass uncovered_share best_partner best_share best_jaccard partners effective_partners_shannon effective_partners_simpson inhomogeneity mapcurves corner_index"
    let unit = try expectKeys(try first(results["units"]), keys + " verdicts")
    let verdicts = try expectKeys(unit["verdicts"], "coterminous hsj-75 one-utla")
    #expect(verdicts.values.allSatisfy { $0 is Bool })
    let columns = try await header("score", "ccg", "utla")
    #expect(columns.prefix(14) == keys.split(separator: " ")[...])
  }

  @Test func impactKeys() async throws {
    let (object, text) = try await json("impact", "XT1", "--process", "discharge-to-assess")
    let results = try expectKeys(
      object["results"],
      "trust process plans untouched_matches smallest_set configurations signatories_total")
    _ = try expectKeys(results["trust"], "code name catchment_method population area_m2")
    let plan = try expectKeys(
      try first(results["plans"]),
      "plan_id hwb_code name population trust_share hwb_share schemes amount_gbp metrics conditions signatories stps"
    )
    _ = try expectKeys(
      try first(plan["schemes"]),
      "scheme_id type subtype hicm amount_gbp maturity configuration matched_by")
    _ = try expectKeys(try first(plan["stps"]), "code name share")
    _ = try expectKeys(results["smallest_set"], "coverage plans")
    _ = try expectKeys(results["configurations"], "distinct effective")
    let heat = try expectKeys(results["heat"], "maturity start_dates pounds_per_head plans")
    _ = try expectKeys(heat["maturity"], "levels unknown slowest fastest")
    let amounts = text.matches(of: /"amount_gbp": (\S+?),?\n/)
    #expect(amounts.count > 10)
    for amount in amounts {
      #expect(amount.output.1.wholeMatch(of: /\d+\.\d\d/) != nil, "\(amount.output.0)")
    }
    let columns = try await header("impact", "XT1", "--process", "discharge-to-assess")
    for name in [
      "plan_id", "hwb_code", "name", "population", "trust_share", "hwb_share", "amount_gbp", "metrics",
      "conditions", "signatories", "stps",
    ] { #expect(columns.contains(name[...])) }
  }

  @Test func profileKeys() async throws {
    let results = try expectKeys(
      try await json("profile", "XU03").object["results"], "organisation tiers sentences")
    _ = try expectKeys(results["organisation"], "code name tier population area_m2")
    let tier = try expectKeys(
      try first(results["tiers"]), "tier layer corner_index effective_partners partners")
    let keys = "code name population x_share y_share leverage dependence bearing_deg"
    _ = try expectKeys(try first(tier["partners"]), keys)
    #expect((results["sentences"] as? [String])?.isEmpty == false)
    let columns = try await header("profile", "XU03")
    #expect(columns.first == "tier")
    for name in keys.split(separator: " ") { #expect(columns.contains(name)) }
  }

  @Test func partnershipsKeys() async throws {
    let results = try expectKeys(
      try await json("partnerships").object["results"], "plans partnerships cells sentences")
    let plan = try expectKeys(
      try first(results["plans"]),
      "plan_id name hwb_code population out_of_line main_partnership main_share outside_share partnerships")
    _ = try expectKeys(
      try first(plan["partnerships"]), "code name population plan_share partnership_share")
    let partnership = try expectKeys(try first(results["partnerships"]), "code name population plans")
    _ = try expectKeys(try first(partnership["plans"]), "plan_id name plan_share partnership_share")
    _ = try expectKeys(
      try first(results["cells"]),
      "partnership_code hwb_code trust_code population hwb_share trust_share out_of_line")
    let columns = try await header("partnerships")
    #expect(columns.prefix(4) == ["plan_id", "plan_name", "partnership_code", "partnership_name"])
  }

  @Test func processesKeys() async throws {
    let results = try expectKeys(try await json("processes").object["results"], "processes")
    #expect((results["processes"] as? [Any])?.count == 11)
    _ = try expectKeys(try first(results["processes"]), "name hicm scheme_types metrics conditions")
  }

  @Test func dissolveKeys() async throws {
    let results = try expectKeys(
      try await json("dissolve", "bricks", "--lookup", "lookup", "--by", "utla_code").object["results"],
      "groups")
    let keys = "code name areas area_m2 parts holes population"
    _ = try expectKeys(try first(results["groups"]), keys)
    #expect(try await header("dissolve", "ccg") == keys.split(separator: " "))
  }

  @Test func catchmentKeys() async throws {
    let results = try expectKeys(
      try await json("catchment", "--compare").object["results"], "catchments comparison other")
    let keys =
      "trust_code trust_name method threshold bricks population area_m2 parts holes patients own_patients_share"
    _ = try expectKeys(try first(results["catchments"]), keys)
    _ = try expectKeys(try first(results["comparison"]), keys)
  }

  @Test func whatIfKeys() async throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("layer: ccg\nchanges: [{merge: [XC05, XC06], code: N}]\n", to: "s.yaml")
    let outcome = try await tool.run(
      "whatif", "s.yaml", "--suggest", "1", "--trust", "XT1", "--process", "discharge-to-assess", "--format",
      "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? Object
    let results = try expectKeys(object?["results"], "scenario system units impact suggestions")
    _ = try expectKeys(try expectKeys(results["system"], "before after")["after"], "v_measure degree_of_fit")
    _ = try expectKeys(try first(results["units"]), "side code before after")
    // Nothing changes for those that neither merge nor share people with those that do.
    let changed = (results["units"] as? [Object])?.filter { $0["changed"] as? Bool == true }.compactMap {
      $0["code"] as? String
    }
    #expect(Set(changed ?? []) == ["XC05", "XC06", "N", "XU01", "XU02", "XU03"])
    _ = try expectKeys(results["impact"], "before after")
    _ = try expectKeys(try first(results["suggestions"]), "change measure before after gain")
  }

  @Test func apportionKeys() async throws {
    let columns = try await header(
      "apportion", "population", "bricks", "utla", "--extensive", "population")
    #expect(columns == ["brick_code", "y_name", "population", "coverage"])
  }

  @Test func flowColumns() async throws {
    let columns = try await header("overlap", "trust", "utla", "--weights", "flow")
    for name in ["relation", "area_relation", "patients", "x_patients_share", "y_patients_share"] {
      #expect(columns.contains(name[...]), "\(name)")
    }
    #expect(!columns.contains("population"))
  }

  @Test func likeKeys() async throws {
    let results = try expectKeys(
      try await json("like", "XC01").object["results"], "organisation measures like not_compared")
    _ = try expectKeys(try first(results["measures"]), "measure tier value median rank known")
    let keys = "code name distance likeness measures_compared in_common differs"
    _ = try expectKeys(try first(results["like"]), keys + " measures")
    #expect(try await header("like", "XC01").prefix(7) == keys.split(separator: " ")[...])
  }

  @Test func sensitivityKeys() async throws {
    let results = try expectKeys(
      try await json("score", "trust", "utla", "--weights", "all").object["results"],
      "runs not_run summary conclusions")
    _ = try expectKeys(results["summary"], "conclusions flips within_reach")
    _ = try expectKeys(
      try first(results["conclusions"]),
      "kind detail code name population flips flips_in within_reach value limit value_low value_high answers")
    let columns = try await header("profile", "XU03", "--weights", "all")
    for weights in ["population", "area", "flow"] {
      #expect(columns.contains("answer_weights_\(weights)"), "\(weights)")
    }
  }

  @Test func whatNumbersRestOn() async throws {
    for arguments in [["overlap", "ccg", "utla"], ["score", "ccg", "utla"]] {
      let results = try await json(arguments[0], arguments[1], arguments[2]).object["results"] as? Object
      _ = try expectKeys(
        results?["basis"], "total counted_share divided_small_areas divided_share told_share")
    }
    let impact = try await json(
      "impact", "XT1", "--process", "trusted-assessor", "--catchment", "proportional")
    let plans = try #require((impact.object["results"] as? Object)?["plans"])
    _ = try expectKeys(
      try first(plans), "divided_share trust_share_low trust_share_high hwb_share_low hwb_share_high")
    let catchments = try await header("catchment", "--method", "fptp")
    #expect(catchments.contains("population_low") && catchments.contains("population_high"))
  }

  @Test func diffKeys() async throws {
    let results = try expectKeys(try await json("diff", "ltla", "utla").object["results"], "summary areas")
    _ = try expectKeys(
      results["summary"], "same renamed recoded moved split merged new gone")
    _ = try expectKeys(
      try first(results["areas"]),
      "old_code old_name new_code new_name kind old_share new_share area_m2 population")
  }

  @Test func layersKeys() async throws {
    let results = try expectKeys(try await json("layers").object["results"], "layers tables unreadable")
    _ = try expectKeys(
      try first(results["layers"]),
      "name role vintage resolution areas vertices crs code_field label_field problems")
  }

  /// Money of all plans is the sum of their schemes to the penny.
  @Test func moneyAddsUp() async throws {
    let (object, _) = try await json("impact", "XT1", "--process", "discharge-to-assess")
    let results = try #require(object["results"] as? Object)
    func pence(_ value: Any?) throws -> Int {
      Int((try #require(value as? NSNumber).doubleValue * 100).rounded())
    }
    var total = 0
    for plan in try #require(results["plans"] as? [Object]) {
      let schemes = try #require(plan["schemes"] as? [Object])
      let sum = try schemes.reduce(0) { $0 + (try pence($1["amount_gbp"])) }
      #expect(sum == (try pence(plan["amount_gbp"])))
      total += sum
    }
    #expect(total == (try pence(results["amount_gbp"])))
  }
}
