/// A JSON value read in the most obvious way: the rules of RFC 8259 one after the other, on an array of bytes.
package indirect enum PlainJSON: Equatable {
    case null
    case bool(Bool)
    /// The digits as they stand.
    case number(String)
    /// The bytes of UTF-8, so that strings compare as JOSE wants it.
    case string([UInt8])
    case array([PlainJSON])
    case object([Member])

    package struct Member: Equatable {
        package let name: [UInt8]
        package let value: PlainJSON

        package init(_ name: [UInt8], _ value: PlainJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a text, or nil where it is not JSON, or breaks a rule that is stricter than RFC 8259: no two members
    /// of one name, no byte-order mark, no lone surrogates, and arrays and objects at most 32 deep.
    package init?(_ text: [UInt8]) {
        guard String(validating: text, as: UTF8.self) != nil, !text.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
        var reader = Reader(rest: text[...])
        reader.skipSpace()
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        guard reader.rest.isEmpty else { return nil }
        self = value
    }

    /// The value of a member; nil where this is no object or has no such member.
    package subscript(name: String) -> PlainJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == Array(name.utf8) }?.value
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func skipSpace() {
            while let byte = rest.first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { rest.removeFirst() }
        }

        mutating func skip(_ text: String) -> Bool {
            guard rest.starts(with: text.utf8) else { return false }
            rest = rest.dropFirst(text.utf8.count)
            return true
        }

        mutating func value(depth: Int) -> PlainJSON? {
            guard let first = rest.first else { return nil }
            switch first {
            case UInt8(ascii: "{"): return depth < 32 ? object(depth: depth + 1) : nil
            case UInt8(ascii: "["): return depth < 32 ? array(depth: depth + 1) : nil
            case UInt8(ascii: "\""): return string().map { .string($0) }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
            default:
                if skip("null") { return .null }
                if skip("true") { return .bool(true) }
                return skip("false") ? .bool(false) : nil
            }
        }

        mutating func object(depth: Int) -> PlainJSON? {
            var members: [Member] = []
            _ = skip("{")
            skipSpace()
            if skip("}") { return .object([]) }
            while true {
                guard rest.first == UInt8(ascii: "\""), let name = string() else { return nil }
                skipSpace()
                guard skip(":") else { return nil }
                skipSpace()
                guard let value = value(depth: depth), !members.contains(where: { $0.name == name }) else { return nil }
                members.append(Member(name, value))
                skipSpace()
                if skip("}") { return .object(members) }
                guard skip(",") else { return nil }
                skipSpace()
            }
        }

        mutating func array(depth: Int) -> PlainJSON? {
            var elements: [PlainJSON] = []
            _ = skip("[")
            skipSpace()
            if skip("]") { return .array([]) }
            while true {
                guard let element = value(depth: depth) else { return nil }
                elements.append(element)
                skipSpace()
                if skip("]") { return .array(elements) }
                guard skip(",") else { return nil }
                skipSpace()
            }
        }

        mutating func number() -> PlainJSON? {
            let start = rest
            _ = skip("-")
            if !skip("0") { guard skipDigits() else { return nil } }
            if skip(".") { guard skipDigits() else { return nil } }
            if skip("e") || skip("E") {
                if !skip("+") { _ = skip("-") }
                guard skipDigits() else { return nil }
            }
            return .number(String(decoding: start[..<rest.startIndex], as: UTF8.self))
        }

        mutating func skipDigits() -> Bool {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(digits.count)
            return !digits.isEmpty
        }

        mutating func string() -> [UInt8]? {
            var units: [UInt8] = []
            _ = skip("\"")
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "\""): return units
                case 0..<0x20: return nil
                case UInt8(ascii: "\\"):
                    guard let escaped = escape() else { return nil }
                    units += Array(String(escaped).utf8)
                default: units.append(byte)
                }
            }
            return nil
        }

        mutating func escape() -> Unicode.Scalar? {
            let single: [UInt8: Unicode.Scalar] = [
                0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
            ]
            guard let byte = rest.popFirst() else { return nil }
            if byte != UInt8(ascii: "u") { return single[byte] }
            guard let unit = hexadecimal() else { return nil }
            if let scalar = Unicode.Scalar(unit) { return scalar }
            // A high surrogate, which must be followed by a low one.
            guard (0xD800..<0xDC00).contains(unit), skip("\\u"), let low = hexadecimal(),
                (0xDC00..<0xE000).contains(low)
            else { return nil }
            return Unicode.Scalar(0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00))
        }

        mutating func hexadecimal() -> UInt32? {
            let digits = String(decoding: rest.prefix(4), as: UTF8.self)
            rest = rest.dropFirst(4)
            guard digits.utf8.count == 4, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
            return UInt32(digits, radix: 16)
        }
    }
}
