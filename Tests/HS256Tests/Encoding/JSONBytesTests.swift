@testable import HS256
import Testing

@Suite("Bytes that JSON strings treat specially")
struct JSONBytesTests {
    /// RFC 8259 7.
    private func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    @Test("One byte")
    func oneByte() {
        for byte in UInt8.min ... .max {
            #expect((JSONBytes.fault(of: byte) != 0) == mustBeEscaped(byte), "byte \(byte)")
        }
    }

    @Test("A text is copied, and a byte to be escaped is noticed at any place of any length")
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

    @Test("A text is copied up to the first byte to be escaped, wherever it is", arguments: 0...50)
    func copiesUpToEscape(count: Int) {
        for position in 0...count {
            for byte in [0x00, 0x1F, 0x22, 0x5C] as [UInt8] {
                var bytes = [UInt8](String(repeating: "aé", count: 20).utf8.prefix(count))
                // Whatever comes later makes no difference.
                for later in position..<count { bytes[later] = later == position ? byte : 0x22 }
                var memory = [UInt8](repeating: 0xA5, count: count + 1)
                let copied = memory.withUnsafeMutableBufferPointer { memory in
                    bytes.withUnsafeBufferPointer { bytes in
                        guard let start = memory.baseAddress, let source = bytes.baseAddress else { return 0 }
                        return JSONBytes.copyUpToEscape(source, count: count, to: start)
                    }
                }
                #expect(copied == position && memory[..<copied] == bytes[..<copied] && memory[count] == 0xA5)
            }
        }
    }

    @Test("Of 64 bytes, a reader stops at those to be escaped or not ASCII", arguments: 0..<64)
    func stops(position: Int) {
        for byte in UInt8.min ... .max {
            // What comes before and after must make no difference.
            var bytes = (0..<64).map { [0x61, 0x22, 0x7F, 0x21, 0x1F, 0x20, 0x80, 0x5D, 0xFF][$0 % 9] as UInt8 }
            bytes[position] = byte
            let expected = bytes.reversed().reduce(0 as UInt64) { stops, byte in
                stops << 1 | (byte >= 0x80 || mustBeEscaped(byte) ? 1 : 0)
            }
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress else { return }
                #expect(JSONBytes.stops(at: start) == expected, "\(byte) at \(position)")
            }
        }
    }

    @Test("A literal needs no escape unless one of its bytes does")
    func literals() {
        let plain: [StaticString] = ["", "a", "external_id", "caf\u{E9}", "a b", "\u{7F}"]
        for literal in plain { #expect(JSONBytes.needsNoEscape(literal), "\(literal)") }
        let escaped: [StaticString] = ["\"", "a\"", "\\b", "a\nb", "\u{1F}", "\0"]
        for literal in escaped { #expect(!JSONBytes.needsNoEscape(literal), "\(literal)") }
    }

    /// The copy, or nil where it is refused; nothing may be written after it.
    private func copy(_ bytes: [UInt8]) -> [UInt8]? {
        var memory = [UInt8](repeating: 0xA5, count: bytes.count + 1)
        let isPlain = memory.withUnsafeMutableBufferPointer { memory in
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = memory.baseAddress, let source = bytes.baseAddress else { return true }
                return JSONBytes.copy(source, count: bytes.count, to: start)
            }
        }
        #expect(memory.last == 0xA5)
        return isPlain ? memory.dropLast() : nil
    }
}
