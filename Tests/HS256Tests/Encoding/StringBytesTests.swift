@testable import HS256
import Testing

@Suite("The bytes of a string")
struct StringBytesTests {
    private func bytes(of string: String) -> [UInt8]? {
        switch StringBytes.of(string) {
        case .short(let text): return text.bytes
        case .long(let bytes): return Array(bytes)
        case nil: return nil
        }
    }

    @Test("They are found for strings of every length")
    func everyLength() {
        let text = "0123456789abcdefghijklmnopqrstuvwxyz"
        for count in 0...36 {
            var grown = ""
            grown.reserveCapacity(64)
            // Short ones with memory of their own too.
            for string in [String(text.prefix(count)), grown + text.prefix(count), grown + String(text.suffix(count))] {
                #expect(bytes(of: string) == Array(string.utf8))
            }
        }
    }

    @Test("Any bytes of UTF-8 are taken as they are")
    func nonASCII() throws {
        for string in ["é", "\0", "\u{FFFF}\u{10FFFF}", "😀😀😀", "caf\u{E9} caf\u{E9} caf\u{E9}", "\u{7F}\u{80}"] {
            #expect(bytes(of: string) == Array(string.utf8))
        }
    }

    @Test("A value has bytes if it is a string")
    func values() {
        #expect(StringBytes.of(JSONValue.string("a")) != nil)
        for value in [nil, true, 1, ["a"], ["a": "b"]] as [JSONValue] {
            #expect(StringBytes.of(value) == nil)
        }
    }
}
