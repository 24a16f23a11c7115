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

/// A buffer that several threads fill at the same time.
///
/// Sendable is sound because of how it is used, in this folder only: every task writes to indices that no
/// other task reads or writes before all tasks are done, and the owner keeps the storage alive meanwhile.
struct SharedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Element>

  init(_ base: UnsafeMutableBufferPointer<Element>) { self.base = base }

  subscript(_ index: Int) -> Element {
    @inline(__always) get { base[index] }
    @inline(__always) nonmutating set { base[index] = newValue }
  }
}
