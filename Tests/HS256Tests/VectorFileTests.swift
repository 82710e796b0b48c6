import Foundation
import TestSupport
import Testing

@Suite("Files of vectors")
struct VectorFileTests {
    private struct Case: Decodable {
        let msgHex: HexBytes
    }

    private func cases(_ json: String) throws -> [Case] {
        try VectorFile<Case>(json: Data(json.utf8), name: "test").cases
    }

    @Test("Cases decode from snake case and hexadecimal digits")
    func decodes() throws {
        let cases = try cases(#"{"source": "own", "count": 2, "cases": [{"msg_hex": ""}, {"msg_hex": "00fFA9"}]}"#)
        #expect(cases.map(\.msgHex.bytes) == [[], [0x00, 0xFF, 0xA9]])
    }

    @Test(
        "A file with other cases than it says, or with none, is refused",
        arguments: [
            #"{"source": "own", "count": 2, "cases": [{"msg_hex": ""}]}"#,
            #"{"source": "own", "count": 0, "cases": []}"#,
            #"{"source": "own", "count": 1, "cases": [{"msg_hex": "0"}]}"#,
            #"{"source": "own", "count": 1, "cases": [{"msg_hex": "0g"}]}"#,
        ])
    func refuses(json: String) {
        #expect(throws: (any Error).self) { try cases(json) }
    }
}
