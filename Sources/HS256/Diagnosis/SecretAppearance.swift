import HS256Primitives

/// What can be told of a secret by looking at it, without a token.
struct SecretAppearance {
    private let bytes: [UInt8]
    private var findings: [Finding] = []

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What a diagnosis of a token says of the secret: what makes signatures not match, and what makes them weak.
    static func remarks(on bytes: [UInt8]) -> [Finding] {
        var appearance = SecretAppearance(bytes)
        appearance.lookAtEnds()
        appearance.lookAtLength()
        return appearance.findings
    }

    /// Everything that is wrong or doubtful about a secret.
    static func diagnose(_ bytes: [UInt8]) -> [Finding] {
        do throws(HS256Error) {
            _ = try HS256Key(legacyShortSecret: bytes)
        } catch {
            return [error.finding]
        }
        var appearance = SecretAppearance(bytes)
        appearance.lookAtText()
        // Of text in another encoding the rest would be said of other characters than its own.
        guard appearance.findings.isEmpty else { return appearance.findings }
        appearance.lookAtEnds()
        appearance.lookForOtherThings()
        appearance.lookAtEncoding()
        appearance.lookAtLength()
        appearance.lookAtVariety()
        return appearance.findings.filter { $0.severity == .error }
            + appearance.findings.filter { $0.severity != .error }
    }

    private mutating func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: String, _ remedy: String,
        source: String = "RFC 7518 3.2"
    ) {
        findings.append(Finding(severity, code: code, message: message, remedy: remedy, source: source))
    }

    // MARK: The characters

    /// Whether the bytes are text at all.
    private mutating func lookAtText() {
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
        // Text of few alphabets has a zero for every other byte.
        let zeroCount = bytes.count { $0 == 0 }
        if marks.contains(where: { bytes.starts(with: $0) }) || zeroCount > 0 && zeroCount * 5 >= bytes.count * 2 {
            add(
                .error, .secretNotUTF8,
                "the secret is text as UTF-16, which has other bytes than the same text as UTF-8",
                "Save the file as UTF-8; PowerShell's > and Out-File write UTF-16 in Windows PowerShell")
        } else if !String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes) {
            add(
                .warning, .secretNotUTF8, "the secret is not UTF-8 text",
                "Use the text that the vendor shows; where a secret is bytes, use HS256Key(bytes:)")
        }
    }

    /// What is at the ends of the text and is not the secret's.
    private mutating func lookAtEnds() {
        guard let first = bytes.first, let last = bytes.last else { return }
        if bytes.starts(with: Self.byteOrderMark) {
            add(
                .warning, .secretWhitespace,
                "the secret begins with a byte-order mark (U+FEFF), which counts as part of it",
                "Save the file as UTF-8 without a byte-order mark")
        }
        if first <= 0x20 || last <= 0x20 {
            let isLineBreak = last == 0x0A || last == 0x0D
            add(
                .warning, .secretWhitespace,
                "the secret \(isLineBreak ? "ends with a line break" : "has white space around it"), "
                    + "which counts as part of it",
                "Remove it where the secret is set; a file made with echo ends with a line break, printf adds none")
        } else if Self.invisible.contains(where: {
            bytes.starts(with: $0) || bytes.reversed().starts(with: $0.reversed())
        }) {
            add(
                .warning, .secretWhitespace,
                "the secret has a character around it that does not show, which counts as part of it",
                "Copy the secret again, or type its ends")
        } else if bytes.ends(with: "\\n") {
            add(
                .warning, .secretWhitespace,
                "the secret ends with \\n, a backslash and an n, which count as part of it",
                "Remove them where the secret is set")
        }
        if isQuoted {
            add(
                .warning, .secretQuotes, "the secret has quotation marks around it, which count as part of it",
                "Remove them where the secret is set, unless they belong to it")
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// A no-break space and a zero-width space.
    private static let invisible: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0x8B]]

    private var isQuoted: Bool {
        let text = textAlone.trimmed
        let pairs = [("\u{201C}", "\u{201D}"), ("\u{201E}", "\u{201C}"), ("\u{2018}", "\u{2019}"), ("`", "`")]
        return text.isQuoted
            || pairs.contains { text.starts(with: $0.utf8) && text.reversed().starts(with: $1.utf8.reversed()) }
    }

    // MARK: What is no secret

    /// The text without what is around it.
    private var word: ArraySlice<UInt8> { textAlone.trimmed.unquoted }

    /// The text without a byte-order mark.
    private var textAlone: ArraySlice<UInt8> {
        bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(Self.byteOrderMark.count) : bytes[...]
    }

    /// Things that are taken for a secret by mistake.
    private mutating func lookForOtherThings() {
        let text = String(decoding: word, as: UTF8.self)
        let remedy = "Set the shared secret as the vendor shows it"
        if SampleSecret.isLikely(word) && !looksRandom {
            add(.error, .secretIsOther, "this is a placeholder or a sample, not a secret", remedy)
        } else if word.first == 0x7B && word.last == 0x7D {
            add(.error, .secretIsOther, "this is a JSON object, not a secret", "Take the secret out of it")
        } else if word.starts(with: "eyJ".utf8) && word.count(where: { $0 == 0x2E }) == 2 {
            add(.error, .secretIsOther, "this is a token, not a secret", remedy)
        } else if text.beginsWithBytes(of: "https://") || text.beginsWithBytes(of: "http://") {
            add(.error, .secretIsOther, "this is an address, not a secret", remedy)
        } else if text.beginsWithBytes(of: "app_") && word.count == 28 && word[(word.startIndex + 4)...].isHexadecimal {
            add(.error, .secretIsOther, "this is the ID of a Zendesk key, not its secret", remedy)
        } else if let name = variableName {
            add(
                .error, .secretIsOther, "the name of a variable and = stand before the secret, and count as part of it",
                "Remove \(name.excerpt(quoted: false))= where the secret is set")
        }
    }

    /// Whether letters of both cases and digits are mixed, as in base64, where four letters make a word by chance.
    private var looksRandom: Bool {
        word.split { !$0.isASCIILetter && !$0.isASCIIDigit }.contains { part in
            part.count >= 8 && part.contains { $0.isASCIIUppercase } && part.contains { $0.isASCIILowercase }
                && part.contains { $0.isASCIIDigit }
        }
    }

    /// The name, where the text is an assignment as in an .env file: NAME=secret.
    private var variableName: String? {
        guard let equals = word.firstIndex(of: 0x3D), equals != word.endIndex - 1 else { return nil }
        let name = word[..<equals]
        let isName = name.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit || $0 == 0x5F } && name.contains(0x5F)
        return isName ? String(decoding: name, as: UTF8.self) : nil
    }

    // MARK: Its strength

    /// Whether the text is an encoding of something, which a reader may be tempted to decode.
    private mutating func lookAtEncoding() {
        let text = String(decoding: word, as: UTF8.self)
        let isHexadecimal = word.isHexadecimal && word.count % 2 == 0
        let decoded = isHexadecimal ? Hexadecimal.decode(text) : decodedBase64
        guard let decoded, !decoded.isEmpty else { return }
        let encoding = isHexadecimal ? "hexadecimal" : "base64"
        if decoded.trimmed.starts(with: "-----BEGIN ".utf8) {
            return add(
                .error, .keyIsPublic, "the secret is the \(encoding) form of a PEM key, which is not a shared secret",
                "Use a shared secret: a public key lets everybody sign", source: "RFC 8725 2.1")
        }
        let isText = decoded.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x0D }
        if isText && decoded.count >= 8 {
            let end = decoded.last == 0x0A ? " that ends with a line break" : ""
            add(
                .warning, .secretEncoded, "the secret is the \(encoding) form of a text\(end)",
                "If the vendor shows that text, set the text: the values of a Kubernetes secret are base64, for example",
                source: "RFC 4648")
        } else {
            let bits = decoded.count < HS256Key.minimumByteCount ? ", and HS256 should have 32" : ""
            add(
                .note, .secretEncoded, "the secret reads as \(encoding) of \(decoded.count) bytes\(bits)",
                "Do not decode it: help desks take the text as it is", source: "RFC 4648")
        }
    }

    /// The bytes of a text that only base64 looks like: letters of both cases and digits, in a length that base64 has.
    private var decodedBase64: [UInt8]? {
        guard word.count >= 16, word.contains(where: { $0.isASCIIUppercase }),
            word.contains(where: { $0.isASCIILowercase }),
            word.contains(where: { $0.isASCIIDigit || $0 == 0x3D })
        else { return nil }
        let text = String(decoding: word, as: UTF8.self)
        return SecretEncoding.base64.decode(text) ?? SecretEncoding.base64URL.decode(text)
    }

    private mutating func lookAtLength() {
        if (1..<HS256Key.minimumByteCount).contains(bytes.count) {
            add(
                .warning, .secretShort,
                "the secret has \(bytes.count) byte\(bytes.count == 1 ? "" : "s"); HS256 should have at least 32",
                "Ask for a longer secret: a short one can be found by trial from a token that was seen")
        }
    }

    /// Whether so few characters, or so regular ones, come by chance.
    private mutating func lookAtVariety() {
        // What is longer has enough of everything in its beginning; so has what nobody would type.
        let word = word.prefix(1_024)
        guard word.count >= 4 else { return }
        var kinds = Set<UInt8>()
        for byte in word { kinds.insert(byte) }
        // 32 digits of 10 kinds have 7 of them at least, but for one time in a million.
        let isPoor = kinds.count < min(7, word.count / 2)
        let trait: String
        if isPoor {
            trait = "few different characters"
        } else if Self.repeatsItself(word) {
            trait = "the same part again and again"
        } else if Self.isMostlyInSequence(word) {
            trait = "characters in the order of the alphabet or of numbers"
        } else {
            return
        }
        add(
            .warning, .secretUniform, "the secret has \(trait), which hardly happens by chance",
            "Use a secret that was made at random: openssl rand -base64 32", source: "RFC 8725 3.5")
    }

    /// Whether the text is a shorter one, repeated.
    private static func repeatsItself(_ word: ArraySlice<UInt8>) -> Bool {
        (1..<max(word.count / 2 + 1, 1)).contains { period in
            zip(word, word.dropFirst(period)).allSatisfy { $0 == $1 }
        }
    }

    /// Whether most characters follow the one before them in the alphabet, or are the same.
    private static func isMostlyInSequence(_ word: ArraySlice<UInt8>) -> Bool {
        let steps = zip(word, word.dropFirst()).count { pair in
            pair.1 &- pair.0 <= 1 || pair.0 &- pair.1 == 1
        }
        return steps * 4 > word.count * 3
    }
}

extension ArraySlice<UInt8> {
    /// Whether all are hexadecimal digits, and there is one.
    fileprivate var isHexadecimal: Bool { !isEmpty && allSatisfy { $0.isHexadecimal } }
}

extension HS256Key {
    /// Everything that is wrong or doubtful about a secret, without a token. Never throws.
    ///
    /// Finds what surrounds a secret by accident (a line break, quotation marks, a byte-order mark, UTF-16), what is set in
    /// place of one (a PEM key, a token, a placeholder), and what makes one weak: few bytes, few or regular characters. An
    /// empty array says that nothing of the kind was found, not that the secret is the vendor's.
    ///
    /// No finding has the secret in it.
    ///
    /// - Parameter secret: The bytes of the secret, such as the `utf8` of its text or the content of its file.
    public static func diagnose(secret: some Sequence<UInt8>) -> [Finding] {
        SecretAppearance.diagnose(Array(secret))
    }
}
