import Synchronization

/// What was made once and is kept: a value for each key, made by whoever asks first while others who want the same
/// wait for it.
///
/// A failure is not kept: whoever asks next tries again.
package final class Kept: Sendable {
  private final class Place<Value: Sendable>: Sendable { let value = Mutex<Value?>(nil) }

  private struct Key: Hashable {
    let type: ObjectIdentifier
    let words: String
  }

  private let places = Mutex<[Key: any Sendable]>([:])

  /// Keeps nothing yet.
  package init() {}

  /// The value of its type under a key, made now if it is not there.
  package func value<Value: Sendable>(
    _ key: String, make: () throws(FootprintsError) -> Value
  ) throws(FootprintsError) -> Value {
    let place = places.withLock { places -> Place<Value> in
      let key = Key(type: ObjectIdentifier(Value.self), words: key)
      if let known = places[key] as? Place<Value> { return known }
      let new = Place<Value>()
      places[key] = new
      return new
    }
    return try place.value.withLock { (kept) throws(FootprintsError) in
      if let kept { return kept }
      let made = try make()
      kept = made
      return made
    }
  }
}
