import HS256Primitives

/// What a secret shows by itself, without a token.
struct SecretAppearance {
    let bytes: [UInt8]
    private var findings: [Finding] = []

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What the diagnosis of a token says about the secret: why signatures do not match, and why they are weak.
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
        // In text of another encoding, the other checks would look at the wrong characters.
        guard appearance.findings.isEmpty else { return appearance.findings }
        appearance.lookAtEnds()
        appearance.lookForOtherThings()
        appearance.lookAtEncoding()
        appearance.lookAtLength()
        appearance.lookAtVariety()
        return appearance.findings.filter { $0.severity == .error }
            + appearance.findings.filter { $0.severity != .error }
    }

    mutating func add(
        _ severity: Finding.Severity, _ code: Finding.Code, _ message: String, _ remedy: String,
        source: String = "RFC 7518 3.2"
    ) {
        findings.append(Finding(severity, code: code, message: message, remedy: remedy, source: source))
    }

    // MARK: The characters

    /// Reports bytes that are not UTF-8 text.
    private mutating func lookAtText() {
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
        // In UTF-16, every other byte of ASCII text is zero.
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

    /// Reports characters at the ends of the text that do not belong to the secret.
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
        } else if Self.invisible.contains(where: { textAlone.starts(with: $0.utf8) || bytes.isEnding(with: $0) }) {
            add(
                .warning, .secretWhitespace,
                "the secret begins or ends with a character that does not show and counts as part of it",
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

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Characters that do not show: no-break spaces, zero-width ones, and a byte-order mark.
    private static let invisible = ["\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]

    private var isQuoted: Bool {
        let text = textAlone.trimmed
        let pairs = [("\u{201C}", "\u{201D}"), ("\u{201E}", "\u{201C}"), ("\u{2018}", "\u{2019}"), ("`", "`")]
        return text.isQuoted || pairs.contains { text.starts(with: $0.utf8) && text.isEnding(with: $1) }
    }

    /// The text without a byte-order mark, white space, or quotation marks around it.
    var word: ArraySlice<UInt8> { textAlone.trimmed.unquoted }

    /// The text without a byte-order mark.
    private var textAlone: ArraySlice<UInt8> {
        bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(Self.byteOrderMark.count) : bytes[...]
    }
}

extension BidirectionalCollection<UInt8> {
    /// Whether the bytes end with a text.
    fileprivate func isEnding(with text: String) -> Bool { reversed().starts(with: text.utf8.reversed()) }
}

extension HS256Key {
    /// Reports everything that is wrong or doubtful about a secret, without a token. Never throws.
    ///
    /// Finds accidents (a line break, quotation marks, a byte-order mark, UTF-16), other things in place of a secret (a
    /// PEM key, a token, a placeholder), and weaknesses (few bytes, few or regular characters). An empty array means
    /// that nothing like this was found, not that the secret is the vendor's.
    ///
    /// No finding contains the secret.
    ///
    /// - Parameter secret: The bytes of the secret, such as the `utf8` of its text or the content of its file.
    public static func diagnose(secret: some Sequence<UInt8>) -> [Finding] {
        SecretAppearance.diagnose(Array(secret))
    }
}
