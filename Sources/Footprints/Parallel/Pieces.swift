/// A range cut into consecutive pieces of equal size for parallel work.
struct Pieces: Sendable {
  private let total: Int
  private let size: Int
  /// How many pieces there are.
  let count: Int

  /// Cuts `0..<total` into a few pieces for each job, none (but the last) smaller than `minimum`.
  init(of total: Int, minimum: Int, jobs: Int) {
    self.total = total
    size = max(minimum, (total + 8 * max(1, jobs) - 1) / (8 * max(1, jobs)))
    count = (total + size - 1) / size
  }

  /// The indices of one piece.
  subscript(_ piece: Int) -> Range<Int> { piece * size..<min(total, (piece + 1) * size) }
}
