import HS256Primitives

/// A way in which a secret may have been read, here or where tokens are signed.
struct SecretReading {
    /// The bytes that it gives.
    let secret: [UInt8]
    private let side: Side
    /// What was done to the secret, the end of a sentence.
    private let what: String
    private let remedy: String

    /// Whose secret is wrong.
    private enum Side {
        /// The one that a diagnosis was given.
        case here
        /// The one that the token was signed with.
        case signer
    }

    /// What is said if it is the one.
    var explanation: Explanation {
        switch side {
        case .here:
            return Explanation("the signature does not match the secret here, \(what)", remedy, excuse: .secretHere)
        case .signer: return Explanation("the signature does not match: the token was signed with \(what)", remedy)
        }
    }

    private init(_ secret: some Sequence<UInt8>, signedWith what: String, _ remedy: String) {
        self.secret = Array(secret)
        side = .signer
        self.what = what
        self.remedy = remedy
    }

    private init(_ secret: some Sequence<UInt8>, here what: String) {
        self.secret = Array(secret)
        side = .here
        self.what = what
        remedy = "Correct the secret where it is set for this check; the token may be good"
    }
}

extension SecretReading {
    /// Readings under which the text here has something that is not the secret's.
    static func ofSecretHere(_ bytes: [UInt8]) -> [SecretReading] {
        let trimmed = bytes.trimmed
        let isLineBreak = bytes.last == 0x0A || bytes.last == 0x0D
        let end = isLineBreak ? "a line break after it" : "white space around it"
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let withoutMark = bytes.starts(with: mark) ? bytes.dropFirst(mark.count).trimmed : nil
        let afterEquals = bytes.firstIndex(of: 0x3D).map { bytes[($0 + 1)...].trimmed.unquoted }
        // A word, as secrets are, was encoded here; anything else comes of a word that a signer decoded.
        let decoded = Base64URL.decodeLeniently(trimmed)?.trimmed
        let fromHexadecimal = Hexadecimal.decode(String(decoding: trimmed, as: UTF8.self))?[...]
        let candidates: [(ArraySlice<UInt8>?, String)] = [
            (trimmed, "which has \(end); it matches without it"),
            (trimmed.unquoted, "which has quotation marks around it; it matches without it"),
            (withoutMark, "which begins with a byte-order mark (U+FEFF); it matches without it"),
            (bytes.ends(with: "\\n") ? bytes.dropLast(2) : nil, "which ends with \\n; it matches without it"),
            (afterEquals, "which has the name of a variable and = before it; it matches without it"),
            (
                decoded?.isWord == true ? decoded : nil,
                "which is base64 of the secret; it does match if it is base64-decoded"
            ),
            (
                fromHexadecimal?.isWord == true ? fromHexadecimal : nil,
                "which is the secret in hexadecimal; it does match if it is decoded"
            ),
            (
                Hexadecimal.unescape(trimmed, mark: 0x25)[...],
                "which is percent-encoded; it does match if it is decoded"
            ),
            (
                trimmed.contains { $0.isASCIILowercase } ? nil : trimmed.unquoted.map { $0.asciiLowercased }[...],
                "which is in upper case; it does match in lower case"
            ),
        ]
        return candidates.compactMap { secret, what in
            guard let secret, !secret.isEmpty, secret != bytes[...] else { return nil }
            return SecretReading(secret, here: what)
        }
    }

    /// Readings under which the signer has something around the secret.
    static func surrounded(_ secret: ArraySlice<UInt8>) -> [SecretReading] {
        let ends: [(before: String, after: String, what: String)] = [
            ("", "\n", "a line break after it"), ("", "\r\n", "a line break (CR LF) after it"),
            ("", "\r", "a line break (CR) after it"), ("", " ", "a space after it"), (" ", "", "a space before it"),
            (" ", " ", "spaces around it"), ("", "\t", "a tab (white space) after it"),
            ("\t", "", "a tab (white space) before it"), ("\n", "", "a line break before it"),
            ("", " \n", "white space and a line break after it"), ("", "\n\n", "two line breaks after it"),
            ("\"", "\"", "quotation marks around it"), ("'", "'", "quotation marks (apostrophes) around it"),
            ("`", "`", "backticks around it"), ("\"", "\"\n", "quotation marks around it and a line break"),
            ("\"", "", "a quotation mark before it"), ("", "\"", "a quotation mark after it"),
            ("=", "", "an equals sign before it"), ("", ";", "a semicolon after it"), ("", ",", "a comma after it"),
            ("\u{FEFF}", "", "a byte-order mark (U+FEFF) before it"),
            ("", "\\n", "the two characters \\n after it (a line break that was escaped)"),
            ("\u{201C}", "\u{201D}", "typographic quotation marks around it"),
            ("", "\u{200B}", "a zero-width space after it"), ("", "\u{A0}", "a no-break space after it"),
            ("<", ">", "angle brackets around it"), ("Bearer ", "", "the word Bearer before it"),
        ]
        return ends.map { before, after, what in
            SecretReading(
                Array(before.utf8) + secret + Array(after.utf8), signedWith: "the secret and \(what)",
                "Trim the secret where the token is signed")
        }
    }

    /// Readings under which the signer decodes a secret that is plain text.
    static func decoded(_ secret: ArraySlice<UInt8>) -> [SecretReading] {
        let remedy = "Use the secret as plain text where the token is signed: help desks take its UTF-8 bytes"
        let text = String(decoding: secret, as: UTF8.self)
        var readings: [SecretReading] = []
        // Without `-` and `_`, text whose length is no multiple of four is standard base64 that lacks its padding.
        let lacksPadding = secret.count % 4 != 0 && !secret.contains(0x2D) && !secret.contains(0x5F)
        for encoding in SecretEncoding.allCases {
            guard let bytes = encoding.decode(text), !bytes.isEmpty else { continue }
            let what =
                encoding == .base64URL && lacksPadding
                ? "base64-decoded, though the secret is base64 without its padding" : "\(encoding)-decoded"
            readings.append(SecretReading(bytes, signedWith: "the secret \(what)", remedy))
        }
        // Some decoders pass over foreign characters, and some leave out what does not fill a group of four.
        let characters = secret.filter { $0.isAnyBase64 }
        let groups = characters.filter { $0 != 0x3D }
        for characters in [characters[...], groups.dropLast(groups.count % 4)] {
            guard let bytes = Base64URL.decodeLeniently(characters) else { continue }
            readings.append(SecretReading(bytes, signedWith: "the secret base64-decoded", remedy))
        }
        if let bytes = Hexadecimal.decode(String(decoding: secret.filter { $0 != 0x2D }, as: UTF8.self)) {
            readings.append(
                SecretReading(
                    bytes, signedWith: "the secret decoded from hexadecimal (as the bytes of a UUID)", remedy))
        }
        return readings
    }

    /// Readings under which the signer encodes or hashes the secret.
    static func encoded(_ secret: ArraySlice<UInt8>) -> [SecretReading] {
        let base64 = SecretEncoding.standardBase64(secret)
        let digest = SHA256.hash(secret)
        let decodeIt = "Decode it where the token is signed: the values of a Kubernetes secret are base64, for example"
        let forms: [([UInt8], what: String, remedy: String)] = [
            (base64, "the base64 form of the secret", decodeIt),
            (base64.filter { $0 != 0x3D }, "the base64 form of the secret", decodeIt),
            (Array(Base64URL.encode(secret).utf8), "the base64url form of the secret", decodeIt),
            (
                SecretEncoding.standardBase64(secret + [0x0A]), "the base64 form of the secret and a line break",
                decodeIt
            ),
            (base64 + [0x0A], "the base64 form of the secret and a line break after it", decodeIt),
            (Hexadecimal.encode(secret), "the hexadecimal form of the secret", decodeIt),
            (Array(digest), "a hash (SHA-256) of the secret", "Use the secret itself"),
            (Hexadecimal.encode(digest), "a hash (SHA-256) of the secret", "Use the secret itself"),
            (secret.flatMap { [$0, 0] }, "the secret as UTF-16, not UTF-8", "Encode it as UTF-8"),
            (secret.flatMap { [0, $0] }, "the secret as UTF-16, not UTF-8", "Encode it as UTF-8"),
            (percentEncoded(secret), "the percent-encoded form of the secret", "Decode it first"),
        ]
        return forms.map { SecretReading($0.0, signedWith: $0.what, $0.remedy) }
    }

    /// Readings under which characters of the signer's secret were changed, added, or left out.
    static func changed(_ secret: ArraySlice<UInt8>) -> [SecretReading] {
        let asShown = "Use the secret as it is shown"
        let forms: [([UInt8], what: String, remedy: String)] = [
            (
                secret.map { $0.isASCIILowercase ? $0 & 0xDF : $0 }, "the secret in upper case",
                asShown + ": its case counts"
            ),
            (secret.map { $0.asciiLowercased }, "the secret in lower case", asShown + ": its case counts"),
            (secret.filter { $0 != 0x2D }, "the secret without its hyphens", asShown),
            (secret.filter { $0 != 0x3D }, "the secret without the = at its end (its padding)", asShown),
            (Array(secret + [0x3D]), "the secret and a = after it (padding)", asShown),
            (Array(secret + [0x3D, 0x3D]), "the secret and == after it (padding)", asShown),
            (
                secret.map { $0.inStandardAlphabet },
                "+ and / in place of - and _ in the secret (base64 in place of base64url)", asShown
            ),
            (
                secret.map { $0.inURLAlphabet },
                "- and _ in place of + and / in the secret (base64url in place of base64)", asShown
            ),
            (
                secret.map { $0 == 0x2B ? 0x20 : $0 }, "spaces in place of + in the secret, as a form decodes it",
                "Percent-encode the secret, or do not send it in a form"
            ),
            (Array(secret + secret), "the secret twice in a row", "Set it once"),
            (secret.reversed(), "the secret reversed", asShown),
        ]
        return forms.map { SecretReading($0.0, signedWith: $0.what, $0.remedy) }
    }

    /// What is left of a secret where a few characters were not copied, a column was too short, or a shell or a file
    /// gave one of its characters a meaning.
    static func shortened(_ secret: ArraySlice<UInt8>) -> [SecretReading] {
        let fewMissing = (1...8).filter { $0 < secret.count }
        let columns = [6, 8, 16, 20, 24, 32, 40, 50, 64, 72, 100, 128].filter { $0 < secret.count }
        let special = secret.indices.dropFirst().filter { !secret[$0].isBase64URL && secret[$0] != 0x2E }
        var parts = fewMissing.map { secret.dropLast($0) }
        parts += fewMissing.map { secret.dropFirst($0) }
        parts += columns.map { secret.prefix($0) }
        parts += special.prefix(8).map { secret[..<$0] }
        return parts.map { part in
            SecretReading(
                part, signedWith: "a part of the secret alone: it was cut off",
                "Copy the secret whole, and quote it in the file it is in")
        }
    }

    private static func percentEncoded(_ secret: ArraySlice<UInt8>) -> [UInt8] {
        secret.flatMap { byte -> [UInt8] in
            if byte.isBase64URL || byte == 0x2E || byte == 0x7E { return [byte] }
            return [0x25] + Hexadecimal.encode(CollectionOfOne(byte)).map { $0.isASCIILowercase ? $0 & 0xDF : $0 }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are a word of letters, digits, hyphens, and underscores.
    fileprivate var isWord: Bool { count >= 8 && allSatisfy { $0.isBase64URL } }
}
