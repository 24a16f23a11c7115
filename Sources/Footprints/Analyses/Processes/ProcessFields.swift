/// What every output says about a process.
enum ProcessFields {
  static let all: [Field<ProcessChange>] = [
    .text("name", "process", "the process’s name") { $0.name },
    .texts("also", "also called", "other names by which it can be asked for") { $0.also },
    .text("summary", "what happens", "what happens, in a phrase; empty where it is not given") { $0.summary },
    .integers("hicm", "HICM", "the changes of the High Impact Change Model that it belongs to") {
      $0.changes
    },
    .texts(
      "scheme_types", "scheme types", "the scheme types that it touches; the beginning of a type is enough"
    ) {
      $0.schemeTypes
    },
    .texts("metrics", "metrics", "the metrics that it concerns") { $0.metrics },
    .texts("conditions", "conditions", "the national conditions that it answers") { $0.conditions },
  ]
}
