#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of ArcGIS services that is asked over the network, again where asking again may help.
public struct FeatureServer {
  let settings: FetchSettings
  /// Told what is waited for.
  let progress: (String) -> Void

  /// Asks nothing yet.
  public init(_ settings: FetchSettings, progress: @escaping (String) -> Void = { _ in }) {
    self.settings = settings
    self.progress = progress
  }

  /// Why a service does not answer as it should, apart from what asking again has not helped against.
  enum Refusal: Error {
    /// There is no such service, by the server's own words.
    case isGone(String)
    case other(FootprintsError)
  }

  /// The bytes of an answer that is JSON and no error. `path` begins with a slash.
  ///
  /// Asked again after a wait that doubles: where the server is busy (429, 500 and above, also inside an answer that claims
  /// success), where the connection is cut or too slow, and where the answer ends early.
  func answer(_ path: String) throws(Refusal) -> FileBytes {
    let url = settings.base.text + path
    var wait = settings.firstWait
    var last = ""
    for attempt in 1...max(1, settings.attempts) {
      switch try once(url) {
      case .answer(let bytes): return bytes
      case .later(let why, let asked):
        last = why
        if attempt == settings.attempts { break }
        // Many who are refused together do not come back together.
        let pause = asked > 0 ? asked : wait * Double.random(in: 0.5...1)
        progress("\(why); asking again, \(attempt) of \(settings.attempts - 1)")
        usleep(UInt32(min(max(0, pause), FetchSettings.longestWait) * 1e6))
        wait *= 2
      }
    }
    throw .other(
      FootprintsError(
        .noInput, "\(last), however often it was asked (\(max(1, settings.attempts)) times)", file: url,
        remedy: "Try again later: what came so far is kept."))
  }

  /// What one question led to.
  private enum Step {
    case answer(FileBytes)
    case later(String, after: Double)
  }

  private func once(_ first: String) throws(Refusal) -> Step {
    var url = first
    for _ in 0..<5 {
      let transfer = Transfer(url, settings)
      switch transfer.end {
      case .done: break
      case .late: return .later("the server is too slow", after: 0)
      case .cut: return .later("the connection was refused or cut (\(transfer.message))", after: 0)
      case .tooLarge:
        throw .other(
          FootprintsError(
            .badData, "the answer is larger than \(settings.mostBytes) bytes", file: first,
            remedy: "No page of a layer is: check the address.", reason: .answerTooLarge))
      case .failed:
        throw .other(
          FootprintsError(
            .noInput, "cannot be asked: \(transfer.message)", file: first,
            remedy: "Check the address, the network and, behind a proxy, the variable https_proxy."))
      }
      if (300..<400).contains(transfer.status), let target = transfer.redirect {
        guard settings.base.isSameOrigin(target) else {
          throw .other(
            FootprintsError(
              .noInput, "the server sends us elsewhere, to \(target)", file: first,
              remedy: "Nobody else is asked than the host that was named.", reason: .sentElsewhere))
        }
        url = target
        continue
      }
      return try step(transfer, first)
    }
    throw .other(
      FootprintsError(
        .noInput, "the server sends us round in circles", file: first, remedy: "Check the address."))
  }

  private func step(_ transfer: Transfer, _ url: String) throws(Refusal) -> Step {
    let status = transfer.status
    if status == 429 || status >= 500 {
      return .later("the server is busy (status \(status))", after: transfer.retryAfter)
    }
    if status == 404 || status == 410 { throw .isGone("status \(status)") }
    guard status == 200 else {
      throw .other(
        FootprintsError(
          .noInput, "the server answers with status \(status)", file: url,
          remedy: "Check the address; what asks for a password cannot be fetched."))
    }
    let bytes = FileBytes(transfer.bytes, name: url)
    let fault: ServiceFault?
    do throws(FootprintsError) {
      fault = try ServiceFault(in: bytes)
    } catch {
      // It ends early, or is the page of somebody in between.
      return .later("the answer is no JSON, or not all of it (\(error.message))", after: 0)
    }
    guard let fault else { return .answer(bytes) }
    if fault.code == 429 || fault.code >= 500 {
      return .later("the server says: \(fault.message)", after: transfer.retryAfter)
    }
    if [400, 404, 410].contains(fault.code) { throw .isGone(fault.message) }
    throw .other(
      FootprintsError(
        .noInput, "the server says: \(fault.message)", file: url,
        remedy: "What asks for a password cannot be fetched."))
  }
}

extension FeatureServer.Refusal {
  /// The error of a question to which a missing service is no expected answer.
  func error(asking what: String) -> FootprintsError {
    switch self {
    case .other(let error): error
    case .isGone(let why):
      FootprintsError(
        .noInput, "the server refuses to answer: \(why)", file: what, remedy: "Check the address.")
    }
  }
}
