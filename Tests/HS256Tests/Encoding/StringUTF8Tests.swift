@testable import HS256
import Testing

@Suite("Strings as bytes")
struct StringUTF8Tests {
    private struct Stop: Error, Equatable {
        let count: Int
    }

    @Test(
        "The bytes of a string of any length",
        arguments: ["", "a", "fifteen bytes!!", "sixteen bytes!!!", "é", "日本語のテキスト", "a\0b", "\r\n"])
    func bytes(string: String) {
        #expect(withUTF8(of: string) { Array($0) } == Array(string.utf8))
        #expect(withUTF8(of: string + string) { Array($0) } == Array((string + string).utf8))
    }

    @Test("A string of ASCII of any length")
    func ascii() {
        let text = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        for count in 0...36 {
            for bytes in [text.prefix(count), text.suffix(count)] {
                let string = bytes.withUnsafeBufferPointer { String(knownASCII: $0) }
                #expect(Array(string.utf8) == Array(bytes) && string == String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    @Test("An error of the closure comes out with its type")
    func errors() {
        #expect(throws: Stop(count: 3)) {
            try withUTF8(of: "abc") { (bytes) throws(Stop) -> Int in throw Stop(count: bytes.count) }
        }
        #expect(withUTF8(of: "abc") { (_) -> Int? in nil } == nil)
    }

    @Test("Strings are the same when their code points are, not when they look alike")
    func sameBytes() {
        #expect("café".hasSameBytes(as: "caf\u{E9}"))
        #expect("caf\u{E9}" == "cafe\u{301}", "Swift's own comparison, which this one is not")
        #expect(!"caf\u{E9}".hasSameBytes(as: "cafe\u{301}"))
        #expect(!"\u{212B}".hasSameBytes(as: "\u{C5}"))
        #expect(!"a".hasSameBytes(as: "ab"))
        #expect(!"ab".hasSameBytes(as: "a"))
        #expect("".hasSameBytes(as: ""))
        #expect(!"\r\n".hasSameBytes(as: "\n"))
    }

    /// A beginning is one of code points, not of characters.
    @Test func beginnings() {
        let long = "a text of more than fifteen bytes"
        for (text, beginning) in [
            ("", ""), ("a", ""), ("a", "a"), ("ab", "a"), ("a\u{301}", "a"), (long, "a text of more than"),
            (long, long),
        ] {
            #expect(text.beginsWithBytes(of: beginning), "\(text), \(beginning)")
        }
        for (text, beginning) in [
            ("", "a"), ("a", "ab"), ("ab", "ab\0"), ("ab", "b"), ("\u{E9}", "e"), ("e\u{301}", "\u{E9}"),
            (long, long + "."), (long, "a test"),
        ] {
            #expect(!text.beginsWithBytes(of: beginning), "\(text), \(beginning)")
        }
    }
}
