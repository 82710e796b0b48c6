internal import HS256

/// Checks of the part of a URL between the scheme and the path.
///
/// Source: WHATWG, URL Standard, "Host parsing" and "URL parsing", authority state.
enum URLHost {
    /// Whether user name, password, host, and port can be read.
    static func isGoodAuthority(_ text: ArraySlice<UInt8>, isSpecial: Bool) -> Bool {
        var host = text
        if let at = text.lastIndex(of: 0x40) {
            host = text[(at + 1)...]
            if host.isEmpty { return false }
        }
        var isInBrackets = false
        var colon: Int?
        for index in host.indices {
            if host[index] == 0x5B { isInBrackets = true }
            if host[index] == 0x5D { isInBrackets = false }
            if host[index] == 0x3A && !isInBrackets {
                colon = index
                break
            }
        }
        if let colon {
            guard isGoodPort(host[(colon + 1)...]), colon > host.startIndex else { return false }
            host = host[..<colon]
        }
        if host.isEmpty { return !isSpecial }
        return isGood(host, isSpecial: isSpecial)
    }

    private static func isGoodPort(_ text: ArraySlice<UInt8>) -> Bool {
        var port = 0
        for byte in text {
            guard byte.isASCIIDigit else { return false }
            port = port * 10 + Int(byte - 0x30)
            if port > 65_535 { return false }
        }
        return true
    }

    /// Whether a host that is not empty can be read.
    static func isGood(_ host: ArraySlice<UInt8>, isSpecial: Bool) -> Bool {
        if host.first == 0x5B { return host.last == 0x5D && IPv6.isGood(host.dropFirst().dropLast()) }
        if !isSpecial { return !host.contains(where: isForbidden) }
        guard let domain = asciiDomain(of: Hexadecimal.unescape(host, mark: 0x25)), !domain.isEmpty,
            !domain.contains(where: { isForbidden($0) || $0 <= 0x20 || $0 == 0x25 || $0 == 0x7F })
        else { return false }
        return !IPv4.isMeant(by: domain) || IPv4.isGood(domain)
    }

    /// The forbidden host code points.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0D, 0x20, 0x23, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x40, 0x5B, 0x5C, 0x5D, 0x5E, 0x7C:
            return true
        default: return false
        }
    }

    /// The domain in lower case, with letters of other scripts as an ASCII letter; nil where one is not allowed.
    private static func asciiDomain(of text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0..<0x80: result.append(UInt8(scalar.value).asciiLowercased)
            // Ignored: soft hyphen, zero-width space and joiner marks, variation selectors, byte-order mark.
            case 0xAD, 0x034F, 0x180B...0x180D, 0x180F, 0x200B, 0x2060, 0x2064, 0xFE00...0xFE0F, 0xFEFF: continue
            case 0x3002, 0xFF0E, 0xFF61: result.append(0x2E)
            // The full-width forms of ASCII.
            case 0xFF01...0xFF5E: result.append(UInt8(scalar.value - 0xFEE0).asciiLowercased)
            case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(0x20)
            // Controls, joiners, directional marks, surrogates, private use, and noncharacters.
            case 0x80..<0xA0, 0x200C...0x200F, 0x2028...0x202E, 0x2061...0x206F, 0xE000...0xF8FF, 0xFFF0...0xFFFF,
                0xE0000...0x10FFFF:
                return nil
            default: result.append(0x61)
            }
        }
        return result
    }
}

/// IPv4 addresses as hosts.
private enum IPv4 {
    private static func parts(of host: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts = host.split(separator: 0x2E, omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
        return parts
    }

    /// Whether a host ends in a number, and so must be an address.
    static func isMeant(by host: [UInt8]) -> Bool {
        guard let last = parts(of: host).last, !last.isEmpty else { return false }
        return last.allSatisfy { $0.isASCIIDigit } || number(last) != nil
    }

    static func isGood(_ host: [UInt8]) -> Bool {
        let parts = parts(of: host)
        guard parts.count <= 4 else { return false }
        var numbers: [UInt64] = []
        for part in parts {
            guard let number = number(part) else { return false }
            numbers.append(number)
        }
        guard let last = numbers.last, numbers.dropLast().allSatisfy({ $0 <= 255 }) else { return false }
        return last < 1 << (8 * UInt64(5 - numbers.count))
    }

    /// A number in decimal, octal (`0`), or hexadecimal digits (`0x`); nil where it is none. Too large ones are the largest.
    private static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var digits = text
        var radix: UInt64 = 10
        if text.count >= 2, text.first == 0x30 {
            if text.dropFirst().first.map({ $0 | 0x20 }) == 0x78 {
                digits = text.dropFirst(2)
                radix = 16
            } else {
                digits = text.dropFirst()
                radix = 8
            }
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = Hexadecimal.value(of: byte), digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 40)
        }
        return value
    }
}

/// IPv6 addresses as hosts.
private enum IPv6 {
    static func isGood(_ text: ArraySlice<UInt8>) -> Bool {
        var pieces = 0
        var hasCompression = false
        var rest = text
        if rest.first == 0x3A {
            guard rest.dropFirst().first == 0x3A else { return false }
            rest = rest.dropFirst(2)
            hasCompression = true
            pieces = 1
        }
        while !rest.isEmpty {
            if pieces == 8 { return false }
            if rest.first == 0x3A {
                if hasCompression { return false }
                hasCompression = true
                pieces += 1
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { Hexadecimal.value(of: $0) != nil }.prefix(4)
            let next = rest.dropFirst(digits.count)
            if next.first == 0x2E {
                guard !digits.isEmpty, pieces <= 6, isGoodIPv4(rest) else { return false }
                pieces += 2
                rest = rest[rest.endIndex...]
                break
            }
            if next.first == 0x3A {
                rest = next.dropFirst()
                if rest.isEmpty { return false }
            } else if !next.isEmpty {
                return false
            } else {
                rest = next
            }
            pieces += 1
        }
        return hasCompression || pieces == 8
    }

    /// Four decimal numbers up to 255 without zeros in front.
    private static func isGoodIPv4(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy({ $0.isASCIIDigit }) else {
                    return false
                }
                if part.count > 1 && part.first == 0x30 { return false }
                return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
            }
    }
}
