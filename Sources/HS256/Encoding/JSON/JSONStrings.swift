/// The strings of a JSON text that ``JSONScanner`` has checked.
enum JSONStrings {
    /// The string that a part of the text stands for. One heap allocation if it is longer than 15 bytes.
    @inline(__always)
    static func string(_ part: JSONText, of text: UnsafePointer<UInt8>) -> String {
        if part.isPlainASCII(upToCount: ShortText.maximumCount),
            let string = unsafe ShortText(text + Int(part.offset), count: Int(part.count)).asciiString
        {
            return string
        }
        return unsafe otherString(part, of: text)
    }

    /// The same for one that is not short, or not plain.
    @inline(never)
    private static func otherString(_ part: JSONText, of text: UnsafePointer<UInt8>) -> String {
        let bytes = unsafe UnsafeBufferPointer(start: text + Int(part.offset), count: Int(part.count))
        if part.isPlainASCII { return unsafe String(knownASCII: bytes) }
        guard unsafe bytes.contains(0x5C) else { return unsafe String(decoding: bytes, as: UTF8.self) }
        // An escape is never shorter than what it stands for.
        return unsafe String(unsafeUninitializedCapacity: Int(part.count)) { buffer in
            var bytes = unsafe Bytes(part, of: text)
            var count = 0
            while let byte = bytes.next() {
                unsafe buffer[count] = byte
                count += 1
            }
            return count
        }
    }

    /// Whether a part of the text stands for exactly these bytes.
    @inline(__always)
    static func isEqual(
        _ part: JSONText, of text: UnsafePointer<UInt8>, to bytes: UnsafePointer<UInt8>, count: Int
    ) -> Bool {
        if !part.isPlainASCII { return unsafe isUnescapedEqual(part, of: text, to: bytes, count: count) }
        return unsafe part.count == count && ByteComparison.areEqual(text + Int(part.offset), bytes, count: count)
    }

    @inline(never)
    private static func isUnescapedEqual(
        _ part: JSONText, of text: UnsafePointer<UInt8>, to bytes: UnsafePointer<UInt8>, count: Int
    ) -> Bool {
        var unescaped = unsafe Bytes(part, of: text)
        for index in 0..<count {
            guard unsafe unescaped.next() == bytes[index] else { return false }
        }
        return unescaped.next() == nil
    }

    /// The UTF-8 bytes that a string stands for, its escapes resolved.
    @safe
    struct Bytes {
        private let text: UnsafePointer<UInt8>
        private var offset: Int
        private let end: Int
        /// The rest of an escaped character: up to three bytes, the next one lowest.
        private var rest: UInt32 = 0

        @unsafe
        init(_ part: JSONText, of text: UnsafePointer<UInt8>) {
            unsafe self.text = text
            offset = Int(part.offset)
            end = offset + Int(part.count)
        }

        mutating func next() -> UInt8? {
            if rest != 0 {
                let byte = UInt8(truncatingIfNeeded: rest)
                rest >>= 8
                return byte
            }
            guard offset < end else { return nil }
            let byte = take()
            return byte == 0x5C ? nextEscaped() : byte
        }

        private mutating func nextEscaped() -> UInt8 {
            switch take() {
            case 0x62: return 0x08
            case 0x66: return 0x0C
            case 0x6E: return 0x0A
            case 0x72: return 0x0D
            case 0x74: return 0x09
            case 0x75: return nextUnicodeEscaped()
            case let other: return other  // a quote, a backslash or a slash
            }
        }

        private mutating func nextUnicodeEscaped() -> UInt8 {
            var scalar = takeCodeUnit()
            if scalar & 0xFC00 == 0xD800 {
                offset += 2  // the backslash and the u of the low surrogate
                scalar = 0x10000 + (scalar & 0x3FF) << 10 + takeCodeUnit() & 0x3FF
            }
            switch scalar {
            case 0..<0x80:
                return UInt8(scalar)
            case 0x80..<0x800:
                rest = 0x80 | scalar & 0x3F
                return UInt8(0xC0 | scalar >> 6)
            case 0x800..<0x10000:
                rest = (0x80 | scalar >> 6 & 0x3F) | (0x80 | scalar & 0x3F) << 8
                return UInt8(0xE0 | scalar >> 12)
            default:
                rest = (0x80 | scalar >> 12 & 0x3F) | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
                return UInt8(0xF0 | scalar >> 18)
            }
        }

        private mutating func takeCodeUnit() -> UInt32 {
            var unit: UInt32 = 0
            for _ in 0..<4 { unit = unit << 4 | UInt32(Hexadecimal.value(of: take()) ?? 0) }
            return unit
        }

        /// The scanner has checked that every escape is whole, so this does not run past the end.
        private mutating func take() -> UInt8 {
            precondition(offset < end, "an escape runs past the end of its string")
            defer { offset += 1 }
            return unsafe text[offset]
        }
    }
}
