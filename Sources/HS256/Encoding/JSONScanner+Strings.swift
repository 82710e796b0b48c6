// Strings: RFC 8259 7.

extension JSONScanner {
    /// What stands between the quotes of a string, and where the text goes on behind it.
    @inline(__always)
    func scanString(from quote: Int) throws(JSONError) -> (text: JSONText, end: Int) {
        let start = quote &+ 1
        var end = special.first(from: start)
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
            offset = special.first(from: offset)
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
