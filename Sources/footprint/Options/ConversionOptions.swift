import ArgumentParser
import Footprints

/// What is kept of a layer that is converted, and how.
struct ConversionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The layer to take from a file of several, as FILE#LAYER does.", valueName: "LAYER"))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "The fields to keep, in this order, separated by commas; OLD=NEW gives one another name. Default: all.",
      valueName: "FIELDS"))
  var fields: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Keep only features with this value in this field; without a value, those that have none. May be given several times: all must hold.",
      valueName: "FIELD=VALUE"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      "The reference system of the result. Default: that of the input; longitude and latitude for GeoJSON.",
      valueName: "EPSG:N"))
  var crs: String?

  @Option(
    help: ArgumentHelp("The reference system of the input, whatever it states.", valueName: "EPSG:N"))
  var sourceCrs: String?

  @Option(
    help: ArgumentHelp(
      "The decimals of coordinates, 0 to 15. Default: all of them; 7 where positions become longitudes and latitudes.",
      valueName: "N"))
  var precision: Int?

  @Flag(help: "Project every vertex with PROJ itself, not with its checked approximation.")
  var exactProjection = false

  func validate() throws {
    if let precision, !(0...15).contains(precision) { throw ValidationError("--precision is 0 to 15.") }
    for condition in conditions where !condition.contains("=") || condition.hasPrefix("=") {
      throw ValidationError("--where needs FIELD=VALUE, not '\(condition)'.")
    }
    if fields?.isEmpty == true { throw ValidationError("--fields needs the name of a field.") }
    for choice in choices ?? [] where choice.field.isEmpty || choice.name.isEmpty {
      throw ValidationError("--fields has an empty name.")
    }
  }

  /// The fields asked for; nil for all.
  var choices: [ConversionRequest.Choice]? {
    fields?.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let names = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return .init(field: names[0], name: names.count > 1 ? names[1] : names[0])
    }
  }

  /// What they ask for.
  func request(jobs: Int) throws(FootprintsError) -> ConversionRequest {
    var request = ConversionRequest()
    request.fields = choices
    request.conditions = conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      return .init(field: parts[0], value: parts[1])
    }
    request.target = try crs.map { (crs) throws(FootprintsError) in
      try option("--crs") { () throws(FootprintsError) in try ReferenceSystem(crs) }
    }
    request.source = try sourceCrs.map { (crs) throws(FootprintsError) in
      try option("--source-crs") { () throws(FootprintsError) in try ReferenceSystem(crs) }
    }
    request.decimals = precision
    request.projectsExactly = exactProjection
    request.jobs = jobs
    if let text = environment("SOURCE_DATE_EPOCH"), let seconds = Int(text) {
      request.lastChange = Timestamp.text(secondsSince1970: seconds)
    }
    return request
  }
}

/// What an option asks for; an error in it is a fault of the request, not of a file.
func option<Value>(
  _ name: String, _ value: () throws(FootprintsError) -> Value
) throws(FootprintsError) -> Value {
  do {
    return try value()
  } catch {
    var error = error
    error.kind = .usage
    error.message = "\(name): \(error.message)"
    throw error
  }
}
