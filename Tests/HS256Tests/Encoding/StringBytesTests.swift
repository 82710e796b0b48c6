@testable import HS256
import Testing

@Suite("The bytes of a string")
struct StringBytesTests {
    /// The bytes as they are said to be, and what is behind them in the words.
    private func bytes(of string: String) -> (bytes: [UInt8], padding: [UInt8])? {
        StringBytes.of(string).map { found in
            if let start = found.start { return (Array(UnsafeBufferPointer(start: start, count: found.count)), []) }
            let words = withUnsafeBytes(of: found.words) { Array($0) }
            return (Array(words[..<found.count]), Array(words[found.count...]))
        }
    }

    @Test("They are found for strings of every length, with spaces behind those of a short one")
    func everyLength() throws {
        let text = "0123456789abcdefghijklmnopqrstuvwxyz"
        for count in 0...36 {
            var grown = ""
            grown.reserveCapacity(64)
            // Short ones with memory of their own too.
            for string in [String(text.prefix(count)), grown + text.prefix(count), grown + String(text.suffix(count))] {
                let found = try #require(bytes(of: string))
                #expect(found.bytes == Array(string.utf8))
                #expect(found.padding == [UInt8](repeating: 0x20, count: count < 16 ? 16 - count : 0))
            }
        }
    }

    @Test("Any bytes of UTF-8 are taken as they are")
    func nonASCII() throws {
        for string in ["é", "\0", "\u{FFFF}\u{10FFFF}", "😀😀😀", "caf\u{E9} caf\u{E9} caf\u{E9}", "\u{7F}\u{80}"] {
            #expect(try #require(bytes(of: string)).bytes == Array(string.utf8))
        }
    }

    @Test("A value has bytes if it is a string")
    func values() {
        #expect(StringBytes.of(JSONValue.string("a"))?.count == 1)
        for value in [nil, true, 1, ["a"], ["a": "b"]] as [JSONValue] { #expect(StringBytes.of(value)?.count == nil) }
    }
}
