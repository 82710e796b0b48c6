extension PastedText {
    /// How a whole text is written so that a token in it is not seen.
    enum Layer: CaseIterable {
        case none, invisible, lookalikes, percent, html, backslashes, quotedPrintable, base64, hexadecimal

        /// Whether a layer begins where a token that was found without taking one off ends, or the other way around.
        static func isNear(_ token: FoundToken) -> Bool {
            if token.before.contains(0x1B) || token.after.contains(0x1B) { return true }
            let escapes: [StaticString] = [
                "%20", "%22", "%27", "%3a", "%3d", "&quot;", "&#34;", "&#39;", "&#x27;", "\\\"",
            ]
            if escapes.contains(where: { token.before.ends(with: $0, ignoringCase: true) }) { return true }
            if token.after.first == 0x5C, token.after.dropFirst().first?.isAnyBase64 == true,
                !token.after.begins(with: "\\n")
            {
                return true
            }
            if token.after.first == 0x25 || token.after.first == 0x26 || token.after.first == 0x5C {
                return escapes.contains { token.after.begins(with: $0, ignoringCase: true) }
            }
            // Something else than ASCII in the middle of a signature.
            return token.after.first.map { $0 >= 0x80 } ?? false && token.after.count > 3
                && token.after.suffix(3).allSatisfy { $0.isBase64URL }
        }

        /// The text without the layer, or nil where it has none.
        func removed(from text: [UInt8]) -> [UInt8]? {
            switch self {
            case .none: return text
            case .invisible: return Self.changed(text, Self.removingInvisible(Self.withoutTerminalCodes(text)))
            case .lookalikes: return Self.changed(text, Self.replacingLookalikes(text))
            case .percent:
                return text.contains(0x25) ? Self.changed(text, Hexadecimal.unescape(text[...], mark: 0x25)) : nil
            case .html: return text.contains(0x26) ? Self.changed(text, Self.withoutEntities(text)) : nil
            case .backslashes: return text.contains(0x5C) ? Self.changed(text, Self.withoutBackslashes(text)) : nil
            case .quotedPrintable:
                guard text.contains(0x3D) else { return nil }
                return Self.changed(text, Hexadecimal.unescape(Self.withoutSoftLineBreaks(text)[...], mark: 0x3D))
            case .base64: return Self.decodedBase64(text.trimmed)
            case .hexadecimal: return Hexadecimal.decode(String(decoding: text.trimmed, as: UTF8.self))
            }
        }

        /// What the layer is, or nil for none.
        func explanation(of text: [UInt8]) -> Explanation? {
            switch self {
            case .none: return nil
            case .invisible:
                return Explanation(
                    "there are invisible characters in the text, such as a zero-width space, a soft hyphen, or the color codes of a "
                        + "terminal"
                        + Self.firstOther(in: text),
                    "Copy the token from its source again, not from a page, a chat, or a word processor")
            case .lookalikes:
                return Explanation(
                    "some characters of the token are not ASCII" + Self.firstOther(in: text)
                        + ": a word processor turns hyphens into dashes, and an input method letters into full-width forms",
                    "Copy the token from its source again")
            case .percent:
                return Explanation(
                    "the text is percent-encoded, as in a URL (encodeURIComponent)", "Decode it once, then pass it on")
            case .html:
                return Explanation(
                    "the text has HTML entities in it, such as &quot; for quotation marks",
                    "Write the token into the page as data, not as escaped text")
            case .backslashes:
                return Explanation(
                    "there are backslashes in the text, as escaping puts them in: quotation marks of JSON in JSON, slashes of "
                        + "PHP, underscores of Markdown",
                    "Parse it as often as it was encoded, and pass on the token alone")
            case .quotedPrintable:
                return Explanation(
                    "the text is encoded as quoted-printable, as in the source of a mail",
                    "Copy the token from its source")
            case .base64:
                return Explanation(
                    "the whole token is base64-encoded once more", "Leave that step out: a token is text already")
            case .hexadecimal:
                return Explanation(
                    "the whole token is written in hexadecimal", "Leave that step out: a token is text already")
            }
        }

        private static func changed(_ old: [UInt8], _ new: [UInt8]) -> [UInt8]? { new == old ? nil : new }

        /// Scalars that show nothing: soft hyphen, zero-width and directional marks, byte-order mark, odd spaces.
        static func removingInvisible(_ text: [UInt8]) -> [UInt8] {
            var result = String.UnicodeScalarView()
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                switch scalar.value {
                case 0x00..<0x09, 0x0E..<0x20, 0x7F, 0xA0, 0xAD, 0x034F, 0x061C, 0x180E, 0x2000...0x200F,
                    0x2028...0x202F,
                    0x205F...0x206F, 0x3000, 0xFE00...0xFE0F, 0xFEFF:
                    continue
                default: result.append(scalar)
                }
            }
            return Array(String(result).utf8)
        }

        /// The text without the sequences that color a terminal: an escape, `[`, and up to a letter.
        private static func withoutTerminalCodes(_ text: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var rest = text[...]
            while let first = rest.first {
                if first == 0x1B, rest.dropFirst().first == 0x5B {
                    rest = rest.dropFirst(2).drop { !$0.isASCIILetter }.dropFirst()
                } else {
                    result.append(first)
                    rest = rest.dropFirst()
                }
            }
            return result
        }

        private static func replacingLookalikes(_ text: [UInt8]) -> [UInt8] {
            var result = String.UnicodeScalarView()
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                switch scalar.value {
                case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: result.append("-")
                case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
                default: result.append(scalar)
                }
            }
            return Array(String(result).utf8)
        }

        /// The first character that is not ASCII, for a sentence.
        private static func firstOther(in text: [UInt8]) -> String {
            let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
            guard let scalar = scalars.first(where: { $0.value > 0x7E }) else { return "" }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return " (U+" + String(repeating: "0", count: max(4 - digits.utf8.count, 0)) + digits + ")"
        }

        /// The text without line breaks that quoted-printable put in: a `=` and what ends a line (RFC 2045 6.7).
        private static func withoutSoftLineBreaks(_ text: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var rest = text[...]
            while let first = rest.popFirst() {
                if first == 0x3D, let next = rest.first, next <= 0x20 {
                    rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
                } else {
                    result.append(first)
                }
            }
            return result
        }

        private static func withoutEntities(_ text: [UInt8]) -> [UInt8] {
            let entities: [(StaticString, UInt8)] = [
                ("&quot;", 0x22), ("&#34;", 0x22), ("&#x22;", 0x22), ("&apos;", 0x27), ("&#39;", 0x27),
                ("&#x27;", 0x27),
                ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&#x2f;", 0x2F), ("&#47;", 0x2F), ("&#x3d;", 0x3D),
                ("&#61;", 0x3D), ("&#46;", 0x2E), ("&#x2e;", 0x2E), ("&nbsp;", 0x20), ("&period;", 0x2E),
            ]
            var result: [UInt8] = []
            var rest = text[...]
            while let first = rest.first {
                if first == 0x26, let entity = entities.first(where: { rest.begins(with: $0.0, ignoringCase: true) }) {
                    result.append(entity.1)
                    rest = rest.dropFirst(entity.0.utf8CodeUnitCount)
                } else {
                    result.append(first)
                    rest = rest.dropFirst()
                }
            }
            return result
        }

        private static func withoutBackslashes(_ text: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var offset = 0
            while offset < text.count {
                guard text[offset] == 0x5C, offset + 1 < text.count else {
                    result.append(text[offset])
                    offset += 1
                    continue
                }
                switch text[offset + 1] {
                case 0x6E, 0x72: result.append(0x0A)
                case 0x74: result.append(0x20)
                case 0x75 where text[offset...].begins(with: "\\u002e", ignoringCase: true):
                    result.append(0x2E)
                    offset += 4
                case 0x75 where text[offset...].begins(with: "\\u0022", ignoringCase: true):
                    result.append(0x22)
                    offset += 4
                case let byte: result.append(byte)
                }
                offset += 2
            }
            return result
        }

        private static func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
            guard text.count > 40, text.allSatisfy({ $0.isAnyBase64 || $0 <= 0x20 }) else { return nil }
            return Base64URL.decodeLeniently(text.removing { $0 <= 0x20 })
        }
    }
}
