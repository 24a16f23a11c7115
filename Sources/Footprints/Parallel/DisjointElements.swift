/// A buffer that several threads change at once.
///
/// Unchecked Sendable: every thread touches only elements that no other does, its own slot or its own runs, and
/// the owner of the buffer waits for all of them.
struct DisjointElements<Element>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>
}
