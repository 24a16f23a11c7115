/// A question that a study can answer: a request, how it is run, a result.
///
/// Each analysis has a folder of its own here. What it needs elsewhere is one verb of the command, and one line that
/// registers that; formats, provenance, the data dictionary and the study's memory come with the frame.
public protocol Analysis {
  /// What is asked: the same on a command line, in a query of a server, and in a file.
  associatedtype Request: AnalysisRequest
  /// What is answered.
  associatedtype Result: AnalysisResult
  /// The name, which is the command's verb: `overlap`.
  static var name: String { get }
  /// What it answers, a sentence.
  static var summary: String { get }
  /// Answers a valid request.
  static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> Result
}

/// What is asked of an analysis.
public protocol AnalysisRequest: Codable, Sendable, Hashable {
  /// The layers that it names, for whoever decides which package they belong to.
  var layers: [String] { get }
  /// Refuses numbers outside their range: throws `usage` with ``Reason/outOfRange(_:)`` and the name of the number.
  func validate() throws(FootprintsError)
}

extension AnalysisRequest {
  /// None.
  public var layers: [String] { [] }
  /// Everything is valid.
  public func validate() throws(FootprintsError) {}
}

extension KeyedDecodingContainer {
  /// Replaces a default by the value under a key, if there is one.
  ///
  /// For the `init(from:)` of a request whose properties have defaults: decoding made by the compiler asks for every key.
  public func update<Value: Decodable>(_ value: inout Value, _ key: Key) throws {
    if let given = try decodeIfPresent(Value.self, forKey: key) { value = given }
  }
}

/// An analysis's result with what it was made from.
public struct Answer<Subject: Analysis>: Sendable {
  /// The result.
  public let result: Subject.Result
  /// What it was made from, and the notices.
  public let inputs: Inputs

  /// The result ready to be given out in any format that is available for it.
  public var report: Report { Report(command: Subject.name, result: result, inputs: inputs) }

  /// The same with some of its rows only, or in another order.
  ///
  /// Throws `usage` for a listing that names what the result does not have.
  public func report(listing: Listing) throws(FootprintsError) -> Report {
    do throws(FootprintsError) {
      return try Report(command: Subject.name, result: result, inputs: inputs, listing: listing)
    } catch {
      throw error.asked(of: inputs.package, in: inputs.folder)
    }
  }
}

extension Study {
  /// Asks an analysis, and records what it was answered from.
  ///
  /// Throws `usage` for a request that makes no sense, and whatever reading its inputs throws.
  public func run<Subject: Analysis>(
    _ analysis: Subject.Type, _ request: Subject.Request
  ) throws(FootprintsError) -> Answer<Subject> {
    try request.validate()
    let enquiry = Enquiry(self)
    do throws(FootprintsError) {
      let result = try Subject.run(request, in: enquiry)
      enquiry.noteEndedCodes()
      return Answer(result: result, inputs: enquiry.inputs)
    } catch {
      throw inFictionalRegion(error)
    }
  }
}

/// Checks of the numbers of a request; false for what is not a number.
enum RequestCheck {
  /// Refuses what is not a share from 0 to 1.
  static func share(_ value: Double, _ name: String) throws(FootprintsError) {
    guard (0...1).contains(value) else { throw outOfRange(name, value, "a share from 0 to 1") }
  }

  /// Refuses what is not a share above 0 and up to 1.
  static func positiveShare(_ value: Double, _ name: String) throws(FootprintsError) {
    guard value > 0, value <= 1 else { throw outOfRange(name, value, "a share above 0 and up to 1") }
  }

  /// Refuses what is not a length of 0 m or more.
  static func metres(_ value: Double, _ name: String) throws(FootprintsError) {
    guard value >= 0, value.isFinite else { throw outOfRange(name, value, "a length of 0 m or more") }
  }

  private static func outOfRange(_ name: String, _ value: Double, _ range: String) -> FootprintsError {
    FootprintsError(.usage, "\(name) is \(value), not \(range)", reason: .outOfRange(name))
  }
}
