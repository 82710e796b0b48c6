@testable import HS256
import Testing

extension ShortText {
    /// The bytes, once it is seen that zeros are stored behind them.
    var bytes: [UInt8] {
        let stored = [UInt8](unsafeUninitializedCapacity: 16) { memory, count in
            if let start = memory.baseAddress { store(to: start) }
            count = 16
        }
        #expect(stored[count...].allSatisfy { $0 == 0 })
        return Array(stored[..<count])
    }
}

@Suite("Short texts")
struct ShortTextTests {
    private let text = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    @Test("Bytes of every number are taken, and none of those around them", arguments: 0...15)
    func bytes(count: Int) {
        for start in 0...(text.count - count) {
            let bytes = text[start..<start + count]
            #expect(bytes.withUnsafeBufferPointer { ShortText($0).bytes } == Array(bytes))
        }
        #expect(ShortText(UnsafeBufferPointer(start: nil, count: 0)).bytes == [])
    }

    // Where this fails, the library has changed how it keeps short strings. All goes on as before then, but slower.
    @Test("Short strings are kept in the form that is expected")
    func form() {
        #if _pointerBitWidth(_64) && _endian(little) && !os(Android)
            #expect(ShortText.isStringForm)
        #endif
    }

    @Test(
        "The bytes of a short string, whatever they are",
        arguments: [
            "", "a", "1234567", "12345678", "123456789", "fifteen bytes!!", "\0", "a\0", "é", "日本語", "\u{10FFFF}",
            "\u{7F}\u{80}", "éééééé123",
        ])
    func ofString(string: String) {
        if ShortText.isStringForm { #expect(ShortText.of(string) != nil) }
        // Another one with the same characters, which nothing is known of before.
        for string in [string, String(decoding: Array(string.utf8), as: UTF8.self)] {
            if let text = ShortText.of(string) { #expect(text.bytes == Array(string.utf8)) }
        }
    }

    @Test("A string of more bytes, or one with memory of its own, is none")
    func notShort() {
        for string in ["sixteen bytes!!!", "日本語日本語", String(repeating: "x", count: 100)] {
            #expect(ShortText.of(string) == nil)
        }
        var grown = "a"
        grown.reserveCapacity(100)
        #expect(ShortText.of(grown)?.bytes ?? [0x61] == [0x61])
    }

    @Test("The string of a text is like any other", arguments: 0...15)
    func string(count: Int) throws {
        let bytes = Array(text.suffix(count))
        let expected = String(decoding: bytes, as: UTF8.self)
        guard let string = bytes.withUnsafeBufferPointer({ ShortText($0).asciiString }) else {
            #expect(!ShortText.isStringForm)
            return
        }
        #expect(string == expected)
        #expect(string.hashValue == expected.hashValue)
        #expect(string.count == count && string.utf8.count == count && string.isEmpty == (count == 0))
        #expect(Array(string.utf8) == bytes && Array(string.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(string + "é" + string == expected + "é" + expected)
        #expect(ShortText.of(string)?.bytes == bytes)
        var grown = string
        for _ in 0..<20 { grown.append("x") }
        #expect(grown == expected + String(repeating: "x", count: 20))
        #expect([string: 1][expected] == 1)
    }
}
