extension JSONWriter {
    /// Writes `count` bytes of UTF-8 between quotes, escaped.
    ///
    /// The string is looked at and copied in one pass, eight bytes at a time. Until the first escape, there is room for
    /// all of it; an escape asks for more.
    mutating func write(escaped bytes: UnsafePointer<UInt8>, count: Int) {
        var room = unsafe buffer.room(for: count + 2)
        unsafe room[0] = 0x22
        unsafe room += 1
        var offset = unsafe copyPlainBytes(from: bytes, count: count, to: room)
        buffer.commit(1 + offset)
        while offset < count {
            unsafe writeEscape(of: bytes[offset])
            offset += 1
            let rest = count - offset
            unsafe room = buffer.room(for: rest + 1)
            let plain = unsafe copyPlainBytes(from: bytes + offset, count: rest, to: room)
            buffer.commit(plain)
            offset += plain
        }
        write(byte: 0x22)
    }

    /// Copies bytes up to the first that must be escaped, and returns how many those are.
    ///
    /// There must be room for all `count`, since eight are copied before they are looked at.
    @inline(__always)
    private func copyPlainBytes(
        from bytes: UnsafePointer<UInt8>, count: Int, to room: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var offset = 0
        while offset &+ 8 <= count {
            let word = unsafe PlainText.word(at: bytes + offset)
            unsafe UnsafeMutableRawPointer(room + offset).storeBytes(of: word.littleEndian, as: UInt64.self)
            let special = PlainText.specialBytes(in: word)
            guard special == 0 else { return offset &+ special.trailingZeroBitCount / 8 }
            offset &+= 8
        }
        while offset < count {
            let byte = unsafe bytes[offset]
            guard !PlainText.isSpecial(byte) else { return offset }
            unsafe room[offset] = byte
            offset &+= 1
        }
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
