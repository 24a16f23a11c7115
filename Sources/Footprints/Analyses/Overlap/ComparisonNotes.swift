extension LayerComparison {
  /// What the areas of X and Y are called; with their layers where both are called the same.
  var titles: (x: RoleTitle, y: RoleTitle) {
    let titles = (x: x.title.place, y: y.title.place)
    return titles.x == titles.y && x.name != y.name ? (titles.x.of(x.name), titles.y.of(y.name)) : titles
  }

  /// What a reader needs to know about how the pairs were chosen and people counted.
  var notes: [Note] {
    var notes = [sliverNote]
    if belowMinimum.count > 0 {
      notes.append(
        Note(
          "\(Wording.plural(belowMinimum.count, "pair")) below the minimum share of \(Wording.setting(parameters.minimumShare)), \(Wording.area(belowMinimum.area)) in all, left out."
        ))
    }
    if let population {
      notes.append(
        Note(
          "\(Wording.sentence(unit.noun)): \(population.method.explanation); \(Wording.plural(population.xStraddling, "small area")) \(Wording.form(population.xStraddling, "straddles", "straddle")) a border of \(titles.x.many), \(Wording.grouped(population.yStraddling)) of \(titles.y.many)."
        ))
      notes.append(Note(population.basis.sentence(of: "in all small areas")))
    }
    return notes
  }

  private var sliverNote: Note {
    let rule = "narrower than \(Wording.decimal(sliverRule.width, 1)) m (\(sliverRule.reason))"
    if slivers.count == 0 { return Note("No slivers \(rule).") }
    let people = population == nil ? "" : " and \(unit.words(slivers.people))"
    return Note(
      "\(Wording.plural(slivers.count, "sliver")) \(rule), \(Wording.area(slivers.area))\(people) in all, \(parameters.keepsSlivers ? "listed with the rest" : "left out").",
      reason: parameters.keepsSlivers ? nil : .sliversLeftOut)
  }
}
