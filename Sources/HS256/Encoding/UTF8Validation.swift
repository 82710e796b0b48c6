/// Checks of single UTF-8 sequences.
enum UTF8Validation {
    /// The length in bytes, 2 to 4, of the well-formed sequence at `bytes`, which begins with a byte of 0x80 or more,
    /// or nil where it is not well-formed: overlong, a surrogate, above U+10FFFF, or cut off.
    ///
    /// `available` is the number of readable bytes, at least 1.
    ///
    /// Source: RFC 3629 4.
    static func sequenceLength(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int? {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch unsafe bytes[0] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard available >= length, unsafe second.contains(bytes[1]) else { return nil }
        for index in 2..<max(length, 2) {
            guard unsafe bytes[index] & 0xC0 == 0x80 else { return nil }
        }
        return length
    }
}
