@testable import HS256
import Testing

@Suite("Bytes that stand for themselves in JSON")
struct PlainTextTests {
    /// RFC 8259 7: what must be escaped.
    private func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    @Test("One byte")
    func oneByte() {
        for byte in UInt8.min ... .max {
            #expect(PlainText.isSpecial(byte) == mustBeEscaped(byte), "byte \(byte)")
        }
    }

    @Test("The first special one of eight bytes is found, whatever stands behind it", arguments: 0..<8)
    func eightBytes(position: Int) {
        for byte in UInt8.min ... .max {
            for (before, after) in [(0x61, 0x61), (0x80, 0x00), (0xFF, 0x22), (0x7F, 0x5C), (0x23, 0xFF)]
                as [(UInt8, UInt8)]
            {
                var bytes = [UInt8](repeating: before, count: 8)
                bytes[position] = byte
                for later in (position + 1)..<max(8, position + 1) { bytes[later] = after }
                let special = bytes.withUnsafeBufferPointer { bytes -> UInt64 in
                    guard let start = bytes.baseAddress else { return 0 }
                    return PlainText.specialBytes(in: PlainText.word(at: start))
                }
                let expected = bytes.firstIndex(where: mustBeEscaped)
                #expect((special == 0 ? nil : special.trailingZeroBitCount / 8) == expected, "\(bytes)")
            }
        }
    }

    @Test("A text is copied, and any special byte at any place of any length is noticed")
    func copies() {
        for count in 16...60 {
            let plain = [UInt8](String(repeating: "aé", count: 20).utf8.prefix(count))
            #expect(copy(plain) == plain, "\(count) bytes")
            for position in 0..<count {
                for byte in [0x00, 0x1F, 0x20, 0x22, 0x23, 0x5C, 0x7F, 0xFF] as [UInt8] {
                    var bytes = plain
                    bytes[position] = byte
                    #expect(copy(bytes) == (mustBeEscaped(byte) ? nil : bytes), "\(byte) at \(position) of \(count)")
                }
            }
        }
    }

    @Test("Of 64 bytes, those are marked that are special or not ASCII", arguments: 0..<64)
    func marks(position: Int) {
        for byte in UInt8.min ... .max {
            // Marked ones before and behind it must make no difference.
            var bytes = (0..<64).map { [0x61, 0x22, 0x7F, 0x21, 0x1F, 0x20, 0x80, 0x5D, 0xFF][$0 % 9] as UInt8 }
            bytes[position] = byte
            let expected = bytes.reversed().reduce(0 as UInt64) { marks, byte in
                marks << 1 | (byte >= 0x80 || mustBeEscaped(byte) ? 1 : 0)
            }
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress else { return }
                #expect(PlainText.marks(at: start) == expected, "\(byte) at \(position)")
                #expect(PlainText.marksPortably(at: start) == expected, "\(byte) at \(position)")
            }
        }
    }

    @Test("A literal is plain unless something of it must be escaped")
    func literals() {
        let plain: [StaticString] = ["", "a", "external_id", "caf\u{E9}", "a b", "\u{7F}"]
        for literal in plain { #expect(PlainText.isPlain(literal), "\(literal)") }
        let special: [StaticString] = ["\"", "a\"", "\\b", "a\nb", "\u{1F}", "\0"]
        for literal in special { #expect(!PlainText.isPlain(literal), "\(literal)") }
    }

    /// The copy, or nil where it is refused; nothing may be written behind it.
    private func copy(_ bytes: [UInt8]) -> [UInt8]? {
        var memory = [UInt8](repeating: 0xA5, count: bytes.count + 1)
        let isPlain = memory.withUnsafeMutableBufferPointer { memory in
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = memory.baseAddress, let source = bytes.baseAddress else { return true }
                return PlainText.copy(source, count: bytes.count, to: start)
            }
        }
        #expect(memory.last == 0xA5)
        return isPlain ? memory.dropLast() : nil
    }
}
