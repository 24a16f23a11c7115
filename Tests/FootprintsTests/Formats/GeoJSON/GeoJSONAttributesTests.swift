import Footprints
import Testing

/// Properties and ids, read when they are asked for.
@Suite struct GeoJSONAttributesTests {
  @Test func fieldsInOrderOfAppearance() throws {
    let table = try geoJSON(
      collection(
        feature("null", #"{"b":1,"a":2}"#), feature("null", #"{"c":1,"a":2}"#), feature("null", "null"),
        feature("null", #"{"b":3}"#)))
    #expect(table.attributes.fields == ["b", "a", "c"])
    #expect(try table.attributes.values(of: "b") == ["1", nil, nil, "3"])
    #expect(try table.attributes.values(of: "none") == [nil, nil, nil, nil])
  }

  @Test(
    arguments: [
      (#""x""#, "x"), (#""  padded\t""#, "padded"), (#""""#, ""), ("null", nil), ("7", "7"),
      ("-1.50e3", "-1.50e3"),
      ("true", "true"), (#"{"n": [1, "x"]}"#, #"{"n": [1, "x"]}"#), ("[]", "[]"),
      (#""\u0041\u00e9\ud83d\ude00\n""#, "Aé😀"), (#""\ud83d""#, "\u{FFFD}"), (#""a\"b\\""#, #"a"b\"#),
      (#""},{\"type\":\"Feature\"""#, #"},{"type":"Feature""#),
    ] as [(String, String?)])
  func valuesAsText(_ json: String, _ text: String?) throws {
    let table = try geoJSON(feature("null", #"{"other":{"k":"no"},"k":\#(json)}"#))
    #expect(try table.attributes.values(of: "k") == [text])
  }

  @Test func theLastOfTwoEqualNamesCounts() throws {
    let table = try geoJSON(feature("null", #"{"k":"first","k":"last"}"#))
    #expect(table.attributes.fields == ["k"])
    #expect(try table.attributes.values(of: "k") == ["last"])
  }

  @Test func aNameWithEscapesIsTheSameName() throws {
    let table = try geoJSON(
      collection(feature("null", #"{"na\u006de":"x"}"#), feature("null", #"{"name":"y","q\"":1}"#)))
    #expect(table.attributes.fields == ["name", "q\""])
    #expect(try table.attributes.values(of: "name") == ["x", "y"])
  }

  @Test func idIsAFieldUnlessAPropertyHasThatName() throws {
    let table = try geoJSON(
      collection(
        feature("null", #"{"code":"a"}"#, more: #","id":"E06""#), feature("null", more: #","id":7"#),
        feature("null")))
    #expect(table.attributes.fields == ["code", "id"])
    #expect(try table.attributes.values(of: "id") == ["E06", "7", nil])
    let both = try geoJSON(feature("null", #"{"id":"property"}"#, more: #","id":"member""#))
    #expect(both.attributes.fields == ["id"])
    #expect(try both.attributes.values(of: "id") == ["property"])
  }

  /// As converters of Esri JSON write them.
  @Test func membersOfAnObjectAmongThePropertiesAreFields() throws {
    let table = try geoJSON(
      collection(
        feature("null", #"{"attributes":{"CCG21CD":"E38","deep":{"x":1}},"n":1}"#),
        feature("null", #"{"n":2,"other":{"CCG21CD":"E39"},"CCG21CD":"E40"}"#),
        feature("null", #"{"attributes":{"CCG21CD":null},"CCG21CD":null}"#)))
    #expect(table.attributes.fields == ["attributes", "CCG21CD", "deep", "n", "other"])
    #expect(try table.attributes.values(of: "CCG21CD") == ["E38", "E40", nil])
    #expect(try table.attributes.values(of: "x") == [nil, nil, nil])
  }

  @Test func manyNamesStayBounded() throws {
    let features = (0..<2000).map { feature("null", #"{"n\#($0)":\#($0)}"#) }
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    let one = try geoJSON(text)
    #expect(one.attributes.fields.count == 256)
    #expect(one.attributes.fields.last == "n255")
    let split = try GeoJSONReader.read(FileBytes(Array(text.utf8), name: "x"), jobs: 7, leastStretch: 1)
    #expect(split.attributes.fields == one.attributes.fields)
  }

  @Test func bytesThatAreNotUTF8AreReplaced() throws {
    var bytes = Array(feature("null", #"{"k":"aXb"}"#).utf8)
    for index in bytes.indices where bytes[index] == 0x58 { bytes[index] = 0xE9 }
    let table = try GeoJSONReader.read(FileBytes(bytes, name: "x"))
    #expect(try table.attributes.values(of: "k") == ["a\u{FFFD}b"])
  }
}
