import Foundation
@testable import HS256
import TestSupport
import Testing

/// What most programs read, compared with Foundation's parser where that reads the same.
struct LenientJSONTests {
    private func value(_ text: String) -> JSONValue? { LenientJSON.value(of: Array(text.utf8)) }

    @Test(arguments: [
        (#"{"a":1,"a":2}"#, #"{"a":2}"#), (#"{"a":1,"b":3,"\u0061":2}"#, #"{"b":3,"a":2}"#),
        (#"[{"a":{"b":1,"b":2}}]"#, #"[{"a":{"b":2}}]"#), (#""\ud800""#, "\"\u{FFFD}\""),
        (#""\ud83d\ude00""#, "\"\u{1F600}\""), (#""\\ud800""#, #""\\ud800""#),
        (#""\udc00\ud800""#, "\"\u{FFFD}\u{FFFD}\""),
    ])
    func reads(_ text: String, _ expected: String) throws {
        #expect(value(text)?.description == expected)
    }

    @Test(arguments: ["{'a':1}", "{\"a\":1,}", "\u{FEFF}{}", "01", "[1", "", "nul", "\"\t\"", "\"\\x\"", "{} {}"])
    func refuses(_ text: String) {
        #expect(value(text) == nil)
    }

    @Test func badUTF8() {
        #expect(LenientJSON.value(of: [0x22, 0xFF, 0x22]) == .string("\u{FFFD}"))
    }

    @Test func depth() {
        func nested(_ count: Int) -> [UInt8] {
            Array(repeating: 0x5B, count: count) + Array(repeating: 0x5D, count: count)
        }
        #expect(LenientJSON.value(of: nested(LenientJSON.maximumDepth)) != nil)
        guard case .unknown = LenientJSON.read(nested(LenientJSON.maximumDepth + 1)) else {
            Issue.record("what is nested too deep is not known")
            return
        }
    }

    @Test func thousandsOfNames() {
        let members = (0..<20_000).map { "\"n\($0 % 5_000)\":\($0)" }.joined(separator: ",")
        guard case .object(let object)? = value("{\(members)}") else {
            Issue.record("not an object")
            return
        }
        #expect(object.members.count == 5_000)
        #expect(object["n0"] == 15_000)
    }

    @Test(
        arguments: [
            ("", []), ("AA", [0]), ("AA==", [0]), ("+/-_", [0xFB, 0xFF, 0xBF]), ("AB", [0]), ("AAB", [0, 0]),
            ("A", nil), ("A?", nil),
        ] as [(String, [UInt8]?)])
    func lenientBase64(_ text: String, _ bytes: [UInt8]?) {
        #expect(Base64URL.decodeLeniently(text.utf8) == bytes)
    }
}
