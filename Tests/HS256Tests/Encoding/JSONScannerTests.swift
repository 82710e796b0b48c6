import HS256
import Testing

@Suite("What the JSON reader refuses, and where it says so")
struct JSONScannerTests {
    private func check(_ text: String, _ error: JSONError, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: error, sourceLocation: sourceLocation) { try JSONValue(parsing: text) }
    }

    @Test(
        "Text that ends too early",
        arguments: [
            "", " ", "\n\t\r ", "{", "[", "[1", "[1,", "[1, ", "{\"a\"", "{\"a\" ", "{\"a\":", "{\"a\":1", "{\"a\":1,",
            "{\"a\":\"",
            "{\"a\":\"b\"", "{\"a\":\"b\",", "{\"a\":\"b\",\"", "{\"a\":\"b\",\"c\"", "{\"a\":\"b\",\"c\":",
            "\"",
            "\"a", "\"\\", "\"\\u", "\"\\u12", "\"\\ud83d\\ude", "tru", "fals", "n", "[true", "\"12345678",
            "\"1234567\\",
        ])
    func ends(text: String) {
        check(text, .unexpectedEnd)
    }

    @Test(
        "A byte that cannot stand there",
        arguments: [
            ("a", 0), (" 'a'", 1), ("[,1]", 1), ("[1,,2]", 3), ("[1,]", 3), ("[1 2]", 3), ("[1}", 2), ("{1:2}", 1),
            ("{a:1}", 1), ("{\"a\" 1}", 5), ("{\"a\",1}", 4), ("{\"a\":}", 5), ("{\"a\":1,}", 7), ("{\"a\":1]", 6),
            ("{,}", 1), ("]", 0), ("}", 0), ("True", 0), ("nuLl", 2), ("truf", 3), ("/* */1", 0), ("// c\n1", 0),
            ("\u{B}1", 0), ("\u{A0}1", 0), ("\u{0}", 0), ("[1\u{0}]", 2), ("{\"a\":'b'}", 5), ("undefined", 0),
            (":", 0),
            ("\u{2028}1", 0), ("[\u{C}1]", 1), ("#", 0), ("{\"a\":1 \"b\":2}", 7), ("[1:2]", 2),
            ("{\"a\",\"b\"}", 4), ("{\"a\"\"b\"}", 4), ("{\"a\":\"b\":\"c\"}", 8), ("{\"a\":\"b\"\"c\":\"d\"}", 8),
            ("{\"a\":\"b\",,\"c\":1}", 9), ("{\"a\"::\"b\"}", 5),
        ])
    func unexpectedByte(text: String, offset: Int) {
        check(text, .unexpectedByte(offset: offset))
    }

    @Test(
        "Anything behind the value",
        arguments: [
            ("1 2", 2), ("{}{}", 2), ("{} x", 3), ("null,", 4), ("[]]", 2), ("\"a\"b", 3), ("1a", 1), ("truex", 4),
            ("{}\u{0}", 2), ("{}\n\u{FEFF}", 3), ("0x10", 1), ("1_000", 1), ("1.5.5", 3), ("12e3e4", 4), ("2 /* */", 2),
        ])
    func trailingText(text: String, offset: Int) {
        check(text, .trailingText(offset: offset))
    }

    @Test(
        "Numbers outside the grammar",
        arguments: [
            ("01", 0), ("00", 0), ("-01", 0), ("-", 0), ("-a", 0), ("+1", 0), (".5", 0), ("1.", 0), ("1.e5", 0),
            ("1e", 0), ("1e+", 0), ("1E-", 0), ("-.5", 0), ("NaN", 0), ("Infinity", 0), ("-Infinity", 0), ("--1", 0),
            ("[1, 01]", 4), ("{\"a\": 1.}", 6), ("[-]", 1), ("1.-5", 0), ("0123456789", 0), ("-\u{660}", 0),
            ("1e.5", 0),
        ])
    func invalidNumber(text: String, offset: Int) {
        check(text, .invalidNumber(offset: offset))
    }

    @Test(
        "Numbers of the grammar stay as they are written",
        arguments: [
            "0", "-0", "1", "-1", "10", "0.0", "0.10", "1.5", "1e5", "1E5", "1e+5", "1e-05", "-1.50e00", "1700000000",
            "123456789012345678901234567890", "1e400", "0e0", "0.000000000000000000000000000001",
        ])
    func number(text: String) throws {
        guard case .number(let number) = try JSONValue(parsing: " \(text)\n") else {
            Issue.record("\(text) is no number")
            return
        }
        #expect(number.text == text)
        #expect(try JSONValue(parsing: "[\(text),\(text)]").description == "[\(text),\(text)]")
    }

    @Test("White space is a space, a tab, a line feed and a carriage return, between any two parts")
    func whiteSpace() throws {
        let space = " \t\n\r"
        let parts = [
            "{", "\"a\"", ":", "[", "1", ",", "true", "]", ",", "\"b\"", ":", "{", "}", ",", "\"c\"", ":", "[", "]",
            "}",
        ]
        let text = space + parts.joined(separator: space) + space
        #expect(try JSONValue(parsing: text).description == #"{"a":[1,true],"b":{},"c":[]}"#)
        #expect(try JSONValue(parsing: text) == JSONValue(parsing: parts.joined()))
    }

    @Test("A byte-order mark")
    func byteOrderMark() {
        check("\u{FEFF}{}", .byteOrderMark)
        check("\u{FEFF}", .byteOrderMark)
        check(" \u{FEFF}{}", .unexpectedByte(offset: 1))
        #expect(throws: JSONError.unexpectedByte(offset: 0)) { try JSONValue(parsing: [0xEF, 0xBB, 0x7B, 0x7D]) }
        #expect(throws: JSONError.unexpectedByte(offset: 0)) { try JSONValue(parsing: [0xFF, 0xFE, 0x7B, 0x00]) }
        #expect(throws: JSONError.unexpectedByte(offset: 0)) { try JSONValue(parsing: [0xEF, 0xBB]) }
    }

    /// Arrays, objects, and one in the other.
    static let nestings = [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")]

    @Test("Thirty-two levels are read, and not one more", arguments: nestings)
    func depth(nesting: (open: String, close: String)) throws {
        func nested(_ count: Int, _ inner: String) -> String {
            String(repeating: nesting.open, count: count) + inner + String(repeating: nesting.close, count: count)
        }
        let levels = nesting.close.utf8.count
        let text = nested(32 / levels, "1")
        #expect(try JSONValue(parsing: text).description == text)
        #expect(throws: JSONError.tooDeep(limit: 32)) { try JSONValue(parsing: nested(32 / levels, "[]")) }
        #expect(throws: JSONError.tooDeep(limit: 32)) { try JSONValue(parsing: nested(32 / levels, "{}")) }
        check(String(repeating: nesting.open, count: 100_000), .tooDeep(limit: 32))
    }

    @Test("Depth is counted per branch, not over the whole text")
    func depthOfBranches() throws {
        let branch = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
        let text = "[" + Array(repeating: branch, count: 50).joined(separator: ",") + "]"
        #expect(try JSONValue(parsing: text).description == text)
    }

    @Test("A text of any sequence of bytes")
    func sequences() throws {
        let text = Array(#"{"a": [1, "b"]}"#.utf8)
        let value = try JSONValue(parsing: text)
        #expect(try JSONValue(parsing: AnySequence(text)) == value)
        #expect(try JSONValue(parsing: ([0x7B] + text)[1...]) == value)
        #expect(throws: JSONError.unexpectedEnd) { try JSONValue(parsing: EmptyCollection<UInt8>()) }
    }
}
