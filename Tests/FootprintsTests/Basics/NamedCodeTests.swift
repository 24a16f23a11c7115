import Foundation
import Footprints
import Testing

@Suite struct NamedCodeTests {
  @Test func comesBackAsItWas() throws {
    let codes = [NamedCode(code: "RXC", name: "East Sussex \"Trust\""), NamedCode(code: "E38000247")]
    let data = try JSONEncoder().encode(codes)
    #expect(try JSONDecoder().decode([NamedCode].self, from: data) == codes)
  }

  @Test func aNameMayBeMissingAndACodeMayNot() throws {
    func decoded(_ json: String) throws -> NamedCode {
      try JSONDecoder().decode(NamedCode.self, from: Data(json.utf8))
    }
    #expect(try decoded(#"{"code": "RXC"}"#) == NamedCode(code: "RXC"))
    #expect(throws: DecodingError.self) { try decoded(#"{"name": "East Sussex"}"#) }
  }
}
