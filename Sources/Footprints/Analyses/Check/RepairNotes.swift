extension LayerRepair {
  /// How the ground was given away, and what could not be.
  var notes: [Note] {
    var notes = [
      Note(
        "Ground in two areas, and gaps between areas, went to the one with the longest border there, where no border moved by more than \(Wording.number(distance)) m."
      )
    ]
    let (overlaps, gaps) = (
      coverage.overlaps.count, coverage.gaps.count + coverage.inlets.ground.count
    )
    if overlaps + gaps > 0 {
      let parts = [
        overlaps > 0 ? Wording.plural(overlaps, "overlap") : nil,
        gaps > 0 ? Wording.plural(gaps, "gap") : nil,
      ].compactMap(\.self)
      notes.append(
        Note(
          "\(Wording.list(parts)) \(Wording.form(overlaps + gaps, "is", "are")) left as \(Wording.form(overlaps + gaps, "it was", "they were")): a border would have had to move further."
        ))
    }
    return notes
  }
}
