extension JSONWriter {
    /// Writes the bytes of a string between quotes, escaped.
    @inline(__always)
    mutating func write(_ string: StringBytes) {
        let count = string.count
        // A short string is stored as two whole words.
        let room = unsafe buffer.room(for: max(count, 16) &+ 2)
        if let start = unsafe string.start {
            guard unsafe PlainText.copy(start, count: count, to: room + 1) else {
                return unsafe writeWithEscapes(start, count: count)
            }
        } else {
            unsafe UnsafeMutableRawPointer(room + 1).storeBytes(of: string.words, as: SIMD2<UInt64>.self)
            guard PlainText.isPlain(string.words) else { return writeWithEscapes(string.words, count: count) }
        }
        unsafe room[0] = 0x22
        unsafe room[count &+ 1] = 0x22
        buffer.commit(count &+ 2)
    }

    @inline(never)
    private mutating func writeWithEscapes(_ words: SIMD2<UInt64>, count: Int) {
        unsafe withUnsafeBytes(of: words) { bytes in
            let start = unsafe bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
            unsafe writeWithEscapes(start, count: count)
        }
    }

    /// Writes bytes some of which must be escaped: looked at and copied in one pass, eight at a time. Until the
    /// first escape, there is room for all of it; an escape asks for more.
    @inline(never)
    private mutating func writeWithEscapes(_ bytes: UnsafePointer<UInt8>, count: Int) {
        write(byte: 0x22)
        var offset = 0
        while offset < count {
            let rest = count - offset
            let room = unsafe buffer.room(for: rest + 1)
            let plain = unsafe copyPlainBytes(from: bytes + offset, count: rest, to: room)
            buffer.commit(plain)
            offset += plain
            guard offset < count else { break }
            unsafe writeEscape(of: bytes[offset])
            offset += 1
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
