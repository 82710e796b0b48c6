import HS256Primitives

/// A token inside another text.
struct FoundToken {
    /// The token alone, without gaps.
    let text: String
    /// What is before it.
    let before: ArraySlice<UInt8>
    /// What is after it.
    let after: ArraySlice<UInt8>
    /// What interrupts it.
    private(set) var gap: Gap?
    /// Whether a fourth part follows the signature.
    private(set) var hasFourthPart = false

    /// White space inside a token.
    enum Gap {
        case lineBreak, space
    }

    /// Whether dots or an ellipsis stand for the rest of a signature.
    var isShortened: Bool {
        let masks: [StaticString] = [
            "..", "\u{2026}", "*", "[redacted", "<redacted", "redacted", "[filtered", "[masked", "[hidden",
        ]
        let isCut = masks.contains { after.begins(with: $0, ignoringCase: true) }
        return isCut && text.utf8.reversed().prefix { $0 != 0x2E }.count < Base64.encodedByteCount(SHA256.byteCount)
    }

    /// The first token in a text, or nil if it has none.
    init?(in bytes: [UInt8]) {
        var start = bytes.startIndex
        var reading = Reading(bytes, from: start)
        while true {
            guard let next = bytes[start...].indices.first(where: { Self.isStart(bytes, at: $0) }) else { return nil }
            reading = Reading(bytes, from: next)
            start = next
            if reading.readThreeParts() { break }
            // What looked like a beginning was none; the next one is after what was read.
            start = max(reading.offset, next + 1)
        }
        text = String(decoding: reading.token, as: UTF8.self)
        before = bytes[..<start]
        after = bytes[reading.offset...]
        gap = reading.gap
        hasFourthPart = reading.hasFourthPart
    }

    /// Whether a base64url text that decodes to the beginning of a JSON object begins at an offset.
    static func isStart(_ bytes: [UInt8], at offset: Int) -> Bool {
        // An `e` and a second character from `w` on give `{`; the second and the third give what follows it.
        guard offset + 3 < bytes.count, bytes[offset] == 0x65, let second = sixBits(bytes[offset + 1]), second >= 48,
            let third = sixBits(bytes[offset + 2])
        else { return false }
        let next = (second & 15) << 4 | third >> 2
        guard [0x22, 0x7D, 0x20, 0x09, 0x0A, 0x0D].contains(next) else { return false }
        guard offset > 0, bytes[offset - 1].isBase64URL else { return true }
        let before = bytes[..<offset]
        return before.ends(with: "jwt", ignoringCase: true) || before.ends(with: "bearer", ignoringCase: true)
    }

    /// What a character of base64url stands for (RFC 4648 5).
    private static func sixBits(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: return byte - 0x41
        case 0x61...0x7A: return byte - 0x61 + 26
        case 0x30...0x39: return byte - 0x30 + 52
        case 0x2D: return 62
        case 0x5F: return 63
        default: return nil
        }
    }

    /// The way through the three parts.
    private struct Reading {
        let bytes: [UInt8]
        private(set) var offset: Int
        private(set) var token: [UInt8] = []
        private(set) var gap: Gap?
        private var dotCount = 0
        private var partLength = 0

        init(_ bytes: [UInt8], from start: Int) {
            self.bytes = bytes
            offset = start
        }

        /// Whether there were three.
        mutating func readThreeParts() -> Bool {
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte.isAnyBase64 {
                    // A mail is broken after `=`, which is no padding then.
                    if byte == 0x3D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A || bytes[offset + 1] == 0x0D {
                        return false
                    }
                    take(byte)
                } else if byte == 0x2E && dotCount < 2 {
                    take(byte)
                    dotCount += 1
                    partLength = 0
                } else if byte > 0x20 || !crossGap() {
                    break
                }
            }
            return dotCount == 2
        }

        /// Whether one follows.
        var hasFourthPart: Bool {
            offset + 1 < bytes.count && bytes[offset] == 0x2E && bytes[offset + 1].isAnyBase64
        }

        private mutating func take(_ byte: UInt8) {
            token.append(byte)
            partLength += 1
            offset += 1
        }

        /// Goes on after white space if the token does. A signature that is as long as one of HS256 is whole.
        private mutating func crossGap() -> Bool {
            guard dotCount < 2 || partLength < Base64.encodedByteCount(SHA256.byteCount) else { return false }
            var end = offset
            while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
            guard end < bytes.count, bytes[end].isAnyBase64 || bytes[end] == 0x2E,
                !FoundToken.isStart(bytes, at: end)
                    || token.last == 0x2E
            else { return false }
            let hasLineBreak = bytes[offset..<end].contains { $0 == 0x0A || $0 == 0x0D }
            gap = hasLineBreak || gap == .lineBreak ? .lineBreak : .space
            offset = end
            return true
        }
    }
}
