/// Which bytes of a string stand for themselves in JSON: all but `"`, `\` and those below 0x20 (RFC 8259 7).
enum PlainText {
    static var highBits: UInt64 { 0x8080_8080_8080_8080 }
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    static func word(at bytes: UnsafePointer<UInt8>) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The high bit of each byte that must be escaped, and zero where the eight bytes are plain. Above the first special
    /// byte, counted from the low end, bits may be wrong; the lowest set bit is right. Bytes of 0x80 and more count as
    /// plain.
    @inline(__always)
    static func specialBytes(in word: UInt64) -> UInt64 {
        let control = word &- ones &* 0x20
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5C)) &- ones
        return (control | quote | backslash) & ~word & highBits
    }

    /// Whether a byte must be escaped.
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }
}
