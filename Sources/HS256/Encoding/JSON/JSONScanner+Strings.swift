// Strings: RFC 8259 7.

extension JSONScanner {
    /// What is between the quotes of a string, and where the text goes on after it.
    @inline(__always)
    func scanString(from quote: Int) throws(JSONError) -> (text: JSONText, end: Int) {
        let start = quote &+ 1
        var end = stops.first(from: start)
        var text = JSONText(from: start, to: end)
        if unsafe end >= count || self.text[end] != 0x22 {
            end = try scanRestOfString(from: end)
            text = JSONText(from: start, to: end)
            text.isPlainASCII = false
        }
        return (text, end &+ 1)
    }

    /// The offset of the closing quote of a string that is not all plain ASCII.
    ///
    /// - Parameter start: the offset of its first byte that is something else.
    @inline(never)
    private func scanRestOfString(from start: Int) throws(JSONError) -> Int {
        var offset = start
        while true {
            let byte = try byte(at: offset)
            switch byte {
            case 0x22: return offset
            case 0x5C: offset = try scanEscape(from: offset)
            case 0x80...:
                guard let length = unsafe UTF8Validation.sequenceLength(text + offset, available: count - offset) else {
                    throw .invalidUTF8(offset: offset)
                }
                offset += length
            default: throw .controlCharacter(offset: offset)
            }
            offset = stops.first(from: offset)
        }
    }

    private func scanEscape(from start: Int) throws(JSONError) -> Int {
        switch try byte(at: start + 1) {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            return start + 2
        case 0x75:
            let unit = try scanHexDigits(from: start + 2, escapeAt: start)
            guard unit & 0xF800 == 0xD800 else { return start + 6 }
            var offset = start + 6
            guard unit < 0xDC00, skip(0x5C, &offset), skip(0x75, &offset) else { throw .loneSurrogate(offset: start) }
            let low = try scanHexDigits(from: offset, escapeAt: start)
            guard low & 0xFC00 == 0xDC00 else { throw .loneSurrogate(offset: start) }
            return offset + 4
        default: throw .invalidEscape(offset: start)
        }
    }

    private func scanHexDigits(from start: Int, escapeAt escape: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for offset in start..<start + 4 {
            guard let digit = try Hexadecimal.value(of: byte(at: offset)) else { throw .invalidEscape(offset: escape) }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}

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
