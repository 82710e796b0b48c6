extension JSONWriter {
    /// Writes `count` bytes of UTF-8 between quotes, escaped.
    ///
    /// There is room for the string without escapes from the start; an escape asks for more.
    mutating func write(escaped bytes: UnsafePointer<UInt8>, count: Int) {
        write(byte: 0x22)
        var offset = 0
        while true {
            let plain = unsafe plainCount(bytes + offset, count: count - offset)
            unsafe buffer.append(bytes + offset, count: plain)
            offset += plain
            guard offset < count else { break }
            unsafe writeEscape(of: bytes[offset])
            offset += 1
        }
        write(byte: 0x22)
    }

    /// How many bytes from the start stand for themselves, found eight at a time.
    @inline(__always)
    private func plainCount(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
        var offset = 0
        while offset + 8 <= count {
            let special = unsafe PlainText.specialBytes(in: PlainText.word(at: bytes + offset))
            guard special == 0 else { return offset + special.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < count, unsafe PlainText.isPlain(bytes[offset]) || bytes[offset] >= 0x80 { offset += 1 }
        return offset
    }

    /// The shortest escape there is: RFC 8259 7.
    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case 0x22: write(literal: "\\\"")
        case 0x5C: write(literal: "\\\\")
        case 0x08: write(literal: "\\b")
        case 0x09: write(literal: "\\t")
        case 0x0A: write(literal: "\\n")
        case 0x0C: write(literal: "\\f")
        case 0x0D: write(literal: "\\r")
        default:
            write(literal: "\\u00")
            write(byte: Hexadecimal.digit(byte >> 4))
            write(byte: Hexadecimal.digit(byte & 15))
        }
    }
}
