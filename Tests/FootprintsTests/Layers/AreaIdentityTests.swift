import Footprints
import Testing

@Suite struct AreaIdentityTests {
  @Test(
    arguments: [
      (#"{"CCG21CD":"E38","CCG21NM":"North"}"#, "CCG21CD", "CCG21NM"),
      (#"{"objectid":1,"ccg20cd":"E38","ccg20nm":"North"}"#, "ccg20cd", "ccg20nm"),
      (#"{"ccg21_name":"North","ccg21_code":"E38"}"#, "ccg21_code", "ccg21_name"),
      (#"{"id":5,"code":"E38","name":"North"}"#, "code", "name"),
      (#"{"ons_code":"E38","Name":"North"}"#, "ons_code", "Name"),
    ])
  func codeAndNameInAnySpelling(_ properties: String, _ code: String, _ name: String) throws {
    let layer = try layer(areas(properties))
    #expect(layer.origin.codeField == code)
    #expect(layer.origin.nameField == name)
    #expect(layer.codes == ["E38"])
    #expect(layer.names == ["North"])
    #expect(layer.notices.isEmpty)
  }

  @Test func numbersAreCodesToo() throws {
    #expect(try layer(areas(#"{"code":7}"#, #"{"code":8}"#)).codes == ["7", "8"])
  }

  @Test func areasWithoutACodeAreNumbered() throws {
    let layer = try layer(
      areas(#"{"code":"A","name":"a"}"#, #"{"code":null,"name":"b"}"#, #"{"code":"  "}"#, "null"))
    #expect(layer.codes == ["A", "#2", "#3", "#4"])
    #expect(layer.names == ["a", "b", "#3", "#4"])
    let notice = try #require(layer.notices.first { $0.code == "no-code" })
    #expect(notice.message.contains("features 1, 2 and 3"))
  }

  @Test func aFieldThatIsNeverFilledIsNotUsed() throws {
    let layer = try layer(areas(#"{"CCG21CD":null,"other_code":"A"}"#, #"{"CCG21CD":"","other_code":"B"}"#)) {
      $0.role = "ccg"
    }
    #expect(layer.origin.codeField == "other_code")
    #expect(layer.notices.map(\.code) == ["empty-field"])
  }

  @Test func namesAreUsedAsCodes() throws {
    let layer = try layer(areas(#"{"NAME":"North"}"#, #"{"NAME":"South"}"#))
    #expect(layer.codes == ["North", "South"])
    #expect(layer.notices.map(\.code) == ["names-as-codes"])
  }

  /// A collection of squares in England, each with members of its own beside its geometry.
  private static func squares(_ members: [(properties: String, id: String?)]) -> String {
    let features = members.enumerated().map { index, member in
      feature(
        squarePolygon(-2 + Double(index) / 10, 52, 0.1), member.properties,
        more: member.id.map { #","id":\#($0)"# } ?? "")
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  /// The identifiers of features stand for codes where no field does, but plain numbers not for names.
  @Test(
    arguments: [
      ([(#"{"name":"West"}"#, #""E1""#), (#"{"name":"East"}"#, #""E2""#)], ["E1", "E2"], "id"),
      ([("null", #""E1""#), ("{}", #""E2""#)], ["E1", "E2"], "id"),
      ([("null", "7"), ("null", "8")], ["7", "8"], "id"),
      ([(#"{"id":"E1"}"#, "1"), (#"{"id":"E2"}"#, "2")], ["E1", "E2"], "id"),
      ([(#"{"ID":"E1","name":"West"}"#, nil), (#"{"ID":"E2","name":"East"}"#, nil)], ["E1", "E2"], "ID"),
      ([(#"{"name":"West"}"#, "1"), (#"{"name":"East"}"#, "2")], ["West", "East"], "name"),
      ([(#"{"name":"West"}"#, #""E1""#), (#"{"name":"East"}"#, nil)], ["West", "East"], "name"),
      ([(#"{"name":"West"}"#, #""E1""#), (#"{"name":"East"}"#, #""E1""#)], ["West", "East"], "name"),
      ([("null", #""E1""#), ("null", #""E1""#)], ["#1", "#2"], nil),
      ([(#"{"code":"A"}"#, #""E1""#), (#"{"code":"B"}"#, #""E2""#)], ["A", "B"], "code"),
    ] as [([(String, String?)], [String], String?)])
  func identifiersStandForCodes(_ members: [(String, String?)], _ codes: [String], _ field: String?) throws {
    let layer = try layer(Self.squares(members.map { ($0.0, $0.1) }))
    #expect(layer.codes == codes)
    #expect(layer.origin.codeField == field)
    let notice =
      [
        "id": "identifiers-as-codes", "ID": "identifiers-as-codes", "name": "names-as-codes", "code": nil,
      ][field ?? ""] ?? (field == nil ? "numbered" : nil)
    #expect(layer.notices.map(\.code) == [notice].compactMap { $0 })
  }

  @Test func featuresWithoutFieldsAreNumbered() throws {
    let layer = try layer(areas("{}", "null"))
    #expect(layer.codes == ["#1", "#2"])
    #expect(layer.origin.codeField == nil)
    #expect(layer.notices.map(\.code) == ["numbered"])
  }

  @Test func duplicateCodesAreRefused() throws {
    let error = try #require(layerError(areas(#"{"code":"A"}"#, #"{"code":"B"}"#, #"{"code":" A "}"#)))
    #expect(error.kind == .badData)
    #expect(error.message == "two features have the code 'A'")
    #expect(error.place == "features 0 and 2")
    #expect(error.file == "x.geojson")
    #expect(error.remedy != nil)
  }

  @Test func codePrefixKeepsTheRest() throws {
    let text = areas(
      #"{"code":"E1"}"#, #"{"code":"W1"}"#, #"{"code":"S1"}"#, #"{"code":null}"#, #"{"code":"W1"}"#)
    let layer = try layer(text) { $0.codePrefix = ["E", "S"] }
    #expect(layer.codes == ["E1", "S1"])
    #expect(layer.geometry.count == 2)
    #expect(layer.origin.features == 5)
    #expect(layer.notices.map(\.code) == ["left-out"])
    let none = try #require(layerError(text) { $0.codePrefix = ["X", "Y"] })
    #expect(none.message.contains("begins with X or Y"))
  }

  @Test func fieldsThatAreNamedMustExist() throws {
    let text = areas(#"{"code":"A","Alt":"B"}"#)
    #expect(try layer(text) { $0.codeField = "alt" }.codes == ["B"])
    let error = try #require(layerError(text) { $0.codeField = "none" })
    #expect(error.message == "has no field 'none' for the code")
    #expect(error.remedy == "It has code, Alt.")
    #expect(layerError(text) { $0.nameField = "none" }?.message.contains("for the name") == true)
  }
}
