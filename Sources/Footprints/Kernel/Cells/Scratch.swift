/// A growing buffer that keeps its storage, for the lists that are made afresh in every cell. It belongs to
/// one worker and is never shared while it is written.
final class Scratch<Element: BitwiseCopyable> {
  private(set) var buffer = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
  /// How many elements are in use.
  private(set) var count = 0

  deinit { buffer.deallocate() }

  /// Forgets all elements and makes room for a number of elements, of any value.
  func reset(count: Int) {
    self.count = 0
    grow(to: count)
    self.count = count
  }

  /// Forgets all elements and sets a number of elements to a value.
  func reset(count: Int, to value: Element) {
    reset(count: count)
    UnsafeMutableBufferPointer(rebasing: buffer[0..<count]).update(repeating: value)
  }

  /// Forgets all elements and gives the storage back.
  func release() {
    buffer.deallocate()
    buffer = UnsafeMutableBufferPointer(start: nil, count: 0)
    count = 0
  }

  @inline(__always)
  func append(_ element: Element) {
    if count == buffer.count { grow(to: count + 1) }
    buffer[count] = element
    count &+= 1
  }

  /// Forgets the last elements. Precondition: there are as many.
  func removeLast(_ number: Int) { count -= number }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get { buffer[index] }
    set { buffer[index] = newValue }
  }

  /// The elements in use. Valid until the next change of size.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(rebasing: buffer[0..<count]) }

  private func grow(to capacity: Int) {
    guard capacity > buffer.count else { return }
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(16, capacity + capacity / 2))
    for index in 0..<count { larger[index] = buffer[index] }
    buffer.deallocate()
    buffer = larger
  }
}
