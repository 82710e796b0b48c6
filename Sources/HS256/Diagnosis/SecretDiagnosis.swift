import HS256Primitives

/// Looks at the text of a secret for the mistakes that make signatures not match.
///
/// Only a diagnosis does this, with a text that it is given: nothing is ever trimmed or decoded by guessing when tokens
/// are signed or verified.
struct SecretDiagnosis {
    private let text: String
    private let bytes: [UInt8]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    // MARK: The text by itself

    /// What is odd about the text.
    var appearance: [Finding] {
        var findings: [Finding] = []
        if let first = bytes.first, let last = bytes.last {
            if first <= 0x20 || last <= 0x20 {
                let isLineBreak = last == 0x0A || last == 0x0D
                findings.append(
                    Self.warning(
                        .secretWhitespace,
                        "the secret \(isLineBreak ? "ends with a line break" : "has white space around it"), "
                            + "which counts as part of it",
                        "Remove it where the secret is set; a file made with echo ends with a line break, printf adds "
                            + "none"))
            }
            if bytes.isQuoted {
                findings.append(
                    Self.warning(
                        .secretQuotes, "the secret has quotation marks around it, which count as part of it",
                        "Remove them where the secret is set, unless they belong to it"))
            }
        }
        if (1..<HS256Key.minimumByteCount).contains(bytes.count) {
            findings.append(
                Self.warning(
                    .secretShort, "the secret has \(bytes.count) bytes; HS256 should have at least 32",
                    "Ask for a longer secret: a short one can be found by trial from a token that was seen"))
        }
        return findings
    }

    private static func warning(_ code: Finding.Code, _ message: String, _ remedy: String) -> Finding {
        Finding(.warning, code: code, message: message, remedy: remedy, source: "RFC 7518 3.2")
    }

    // MARK: The text against a token

    /// What it was, if not this secret as it is, that the token was signed with.
    func cause(ofMismatchIn signature: SignatureDiagnosis) -> Explanation? {
        if signature.isGood(under: bytes) {
            return Explanation(
                "the signature does not match; it does match if the secret is used as plain text",
                "Do not decode the secret: use HS256Key(utf8:)", excuse: .secretHere)
        }
        if let id = signature.ownTexts.first(where: { Array($0.0.utf8) == Array(bytes.trimmed) }) {
            return Explanation(
                "the secret here is \(id.1), which is not the secret",
                "Use the shared secret that belongs to it, as the vendor shows it", excuse: .secretHere)
        }
        let word = bytes.trimmed.unquoted
        for readings in [
            { readingsOfSecretHere }, { around(word) }, { decoded(word) }, { encoded(word) }, { changed(word) },
        ] {
            if let reading = readings().first(where: { signature.isGood(under: $0.secret) }) {
                return reading.explanation
            }
        }
        if let word = Self.words.first(where: { signature.isGood(under: $0.0.utf8) }) ?? templateWord(signature) {
            return Explanation(
                "the token was signed with \"\(word.0)\" as the secret, \(word.1)",
                "Check the variable that the secret is read from where the token is signed")
        }
        if let text = signature.ownTexts.first(where: { signature.isGood(under: $0.0.utf8) }) {
            return Explanation(
                "the token was signed with \(text.1) as the secret, which is not a secret",
                "Sign with the shared secret")
        }
        if let explanation = signature.explanation(withSecret: bytes) { return explanation }
        if bytes.trimmed != bytes[...], let explanation = signature.explanation(withSecret: Array(bytes.trimmed)) {
            return explanation
        }
        return placeholderHere
    }

    /// A placeholder in the marks of a template.
    private func templateWord(_ signature: SignatureDiagnosis) -> (String, String)? {
        let marks = [
            ("#{", "}"), ("{{", "}}"), ("{{ ", " }}"), ("${", "}"), ("<", ">"), ("%", "%"), ("$", ""), ("[", "]"),
        ]
        for word in ["secret", "yourSecret", "your_secret", "SECRET", "JWT_SECRET", "shared_secret"] {
            for mark in marks where signature.isGood(under: (mark.0 + word + mark.1).utf8) {
                return (mark.0 + word + mark.1, "the placeholder of a sample, which was not filled in")
            }
        }
        return nil
    }

    /// That the text here is no secret but what samples have in its place.
    private var placeholderHere: Explanation? {
        let isWord = Self.words.contains { !$0.0.isEmpty && Array($0.0.utf8) == Array(bytes.trimmed) }
        let marks: [StaticString] = [
            "your", "{{", "${", "changeme", "change-me", "placeholder", "****", "example", "xxxx",
        ]
        let isInAngles = bytes.trimmed.first == 0x3C && bytes.trimmed.last == 0x3E
        guard isWord || isInAngles || marks.contains(where: { bytes.contains($0, ignoringCase: true) }) else {
            return nil
        }
        return Explanation(
            "the secret here is a placeholder or a sample, so the signature cannot match",
            "Set the shared secret as the vendor shows it", excuse: .secretHere)
    }

    /// A way in which the secret may have been read. Its sentences are made only if it is the one.
    private struct Reading {
        /// Whose secret is wrong, and what follows in the sentence about it.
        enum Side {
            case here, signer, around
        }

        let secret: [UInt8]
        let side: Side
        let what: String
        var remedy = ""

        var explanation: Explanation {
            switch side {
            case .here:
                return Explanation(
                    "the signature does not match the secret here, \(what)",
                    "Correct the secret where it is set for this check; the token may be good", excuse: .secretHere)
            case .signer:
                return Explanation("the signature does not match: the token was signed \(what)", remedy)
            case .around:
                return Explanation(
                    "the signature does not match: the token was signed with the secret and \(what)",
                    "Trim the secret where the token is signed")
            }
        }
    }

    /// Readings under which the text here has something that is not the secret's.
    private var readingsOfSecretHere: [Reading] {
        func here(_ secret: ArraySlice<UInt8>?, _ what: String) -> Reading? {
            guard let secret, !secret.isEmpty, secret != bytes[...] else { return nil }
            return Reading(secret: Array(secret), side: .here, what: what)
        }
        let trimmed = bytes.trimmed
        let what =
            bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? false ? "a line break after it" : "white space around it"
        let afterEquals = bytes.firstIndex(of: 0x3D).map { bytes[($0 + 1)...].trimmed.unquoted }
        // A word, as secrets are, was encoded here; anything else comes of a word that a signer decoded.
        let decoded = Base64URL.decodeLeniently(trimmed).flatMap { $0[...].trimmed.isWord ? $0[...].trimmed : nil }
        let fromHex = Hexadecimal.decode(String(decoding: trimmed, as: UTF8.self)).flatMap {
            $0[...].isWord ? $0[...] : nil
        }
        let candidates: [Reading?] = [
            here(trimmed, "which has \(what); it matches without it"),
            here(trimmed.unquoted, "which has quotation marks around it; it matches without it"),
            here(
                bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...].trimmed : nil,
                "which begins with a byte-order mark (U+FEFF); it matches without it"),
            here(bytes.ends(with: "\\n") ? bytes.dropLast(2) : nil, "which ends with \\n; it matches without it"),
            here(afterEquals, "which has the name of a variable and = before it; it matches without it"),
            here(decoded, "which is base64 of the secret; it does match if it is base64-decoded"),
            here(fromHex, "which is the secret in hexadecimal; it does match if it is decoded"),
            here(
                trimmed.contains(0x25) ? PastedText.Layer.percent.removed(from: Array(trimmed))?[...] : nil,
                "which is percent-encoded; it does match if it is decoded"),
        ]
        return candidates.compactMap { $0 }
    }

    // MARK: Readings under which the signer had something else than the secret

    private func signer(_ secret: some Sequence<UInt8>, _ what: String, _ remedy: String) -> Reading {
        Reading(secret: Array(secret), side: .signer, what: what, remedy: remedy)
    }

    private func around(_ secret: ArraySlice<UInt8>) -> [Reading] {
        let ends: [([UInt8], [UInt8], String)] = [
            ([], [0x0A], "a line break after it"), ([], [0x0D, 0x0A], "a line break (CR LF) after it"),
            ([], [0x0D], "a line break (CR) after it"), ([], [0x20], "a space after it"),
            ([0x20], [], "a space before it"),
            ([0x20], [0x20], "spaces around it"), ([], [0x09], "a tab (white space) after it"),
            ([0x09], [], "a tab (white space) before it"), ([0x0A], [], "a line break before it"),
            ([], [0x20, 0x0A], "white space and a line break after it"),
            ([], [0x0A, 0x0A], "two line breaks after it"),
            ([0x22], [0x22], "quotation marks around it"), ([0x27], [0x27], "quotation marks (apostrophes) around it"),
            ([0x60], [0x60], "backticks around it"),
            ([0x22], [0x22, 0x0A], "quotation marks around it and a line break"),
            ([0x22], [], "a quotation mark before it"), ([], [0x22], "a quotation mark after it"),
            ([0x3D], [], "an equals sign before it"), ([], [0x3B], "a semicolon after it"),
            ([], [0x2C], "a comma after it"),
            ([0xEF, 0xBB, 0xBF], [], "a byte-order mark (U+FEFF) before it"),
            ([], [0x5C, 0x6E], "the two characters \\n after it (a line break that was escaped)"),
            ([0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], "typographic quotation marks around it"),
            ([], [0xE2, 0x80, 0x8B], "a zero-width space after it"), ([], [0xC2, 0xA0], "a no-break space after it"),
            ([0x3C], [0x3E], "angle brackets around it"), (Array("Bearer ".utf8), [], "the word Bearer before it"),
        ]
        return ends.map { before, after, what in
            Reading(secret: before + secret + after, side: .around, what: what)
        }
    }

    private func decoded(_ secret: ArraySlice<UInt8>) -> [Reading] {
        let remedy = "Use the secret as plain text where the token is signed: help desks take its UTF-8 bytes"
        let text = String(decoding: secret, as: UTF8.self)
        var readings: [Reading] = []
        // Without `-` and `_`, text whose length is no multiple of four is standard base64 that lacks its padding.
        let lacksPadding = secret.count % 4 != 0 && !secret.contains(0x2D) && !secret.contains(0x5F)
        for encoding in SecretEncoding.allCases {
            guard let bytes = encoding.decode(text), !bytes.isEmpty else { continue }
            let what =
                encoding == .base64URL && lacksPadding
                ? "base64-decoded, though the secret is base64 without its padding" : "\(encoding)-decoded"
            readings.append(signer(bytes, "with the secret \(what)", remedy))
        }
        if let bytes = Base64URL.decodeLeniently(secret.filter { $0.isAnyBase64 }) {
            readings.append(signer(bytes, "with the secret base64-decoded", remedy))
        }
        // As some decoders do, what does not fill a group of four is left out.
        let whole = secret.filter { $0.isAnyBase64 && $0 != 0x3D }
        if let bytes = Base64URL.decodeLeniently(whole.dropLast(whole.count % 4)) {
            readings.append(signer(bytes, "with the secret base64-decoded", remedy))
        }
        if let bytes = Hexadecimal.decode(String(decoding: secret.filter { $0 != 0x2D }, as: UTF8.self)) {
            readings.append(signer(bytes, "with the secret decoded from hexadecimal (as the bytes of a UUID)", remedy))
        }
        return readings
    }

    private func encoded(_ secret: ArraySlice<UInt8>) -> [Reading] {
        let remedy = "Decode it where the token is signed: the values of a Kubernetes secret are base64, for example"
        let base64URL = Array(Base64URL.encode(secret).utf8)
        let base64 = base64URL.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 }
        let padded = base64 + Array(repeating: 0x3D, count: (4 - base64.count % 4) % 4)
        let withLineBreak = Array(Base64URL.encode(Array(secret) + [0x0A]).utf8).map {
            $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0
        }
        let paddedWithLineBreak = withLineBreak + Array(repeating: 0x3D, count: (4 - withLineBreak.count % 4) % 4)
        let digest = SHA256.hash(secret)
        return [
            signer(padded, "with the base64 form of the secret", remedy),
            signer(base64, "with the base64 form of the secret", remedy),
            signer(base64URL, "with the base64url form of the secret", remedy),
            signer(paddedWithLineBreak, "with the base64 form of the secret and a line break", remedy),
            signer(padded + [0x0A], "with the base64 form of the secret and a line break after it", remedy),
            signer(Hexadecimal.encode(secret), "with the hexadecimal form of the secret", remedy),
            signer(digest, "with a hash (SHA-256) of the secret", "Use the secret itself"),
            signer(Hexadecimal.encode(digest), "with a hash (SHA-256) of the secret", "Use the secret itself"),
            signer(secret.flatMap { [$0, 0] }, "with the secret as UTF-16, not UTF-8", "Encode it as UTF-8"),
            signer(secret.flatMap { [0, $0] }, "with the secret as UTF-16, not UTF-8", "Encode it as UTF-8"),
            signer(Array(percentEncoded(secret)), "with the percent-encoded form of the secret", "Decode it first"),
        ]
    }

    private func changed(_ secret: ArraySlice<UInt8>) -> [Reading] {
        let upper = secret.map { $0.isASCIILowercase ? $0 & 0xDF : $0 }
        let lower = secret.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }
        var readings = [
            signer(upper, "with the secret in upper case", "Use the secret as it is shown: its case counts"),
            lowerCase(lower, of: secret),
            signer(
                secret.filter { $0 != 0x2D }, "with the secret without its hyphens", "Use the secret as it is shown"),
            signer(
                secret.filter { $0 != 0x3D }, "with the secret without the = at its end (its padding)",
                "Use the secret as it is shown"),
            signer(secret + [0x3D], "with the secret and a = after it (padding)", "Use the secret as it is shown"),
            signer(
                secret + [0x3D, 0x3D], "with the secret and == after it (padding)", "Use the secret as it is shown"),
            signer(
                secret.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 },
                "with + and / in place of - and _ in the secret (base64 in place of base64url)",
                "Use the secret as it is shown"),
            signer(
                secret.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 },
                "with - and _ in place of + and / in the secret (base64url in place of base64)",
                "Use the secret as it is shown"),
            signer(
                secret.map { $0 == 0x2B ? 0x20 : $0 }, "with spaces in place of + in the secret, as a form decodes it",
                "Percent-encode the secret, or do not send it in a form"),
            signer(secret + secret, "with the secret twice in a row", "Set it once"),
            signer(secret.reversed(), "with the secret reversed", "Use the secret as it is shown"),
        ]
        readings += partsLeft(of: secret).map { part in
            signer(
                part, "with a part of the secret alone: it was cut off",
                "Copy the secret whole, and quote it in the file it is in")
        }
        return readings
    }

    /// What is left of a secret where a few characters were not copied, a column was too short, or a shell or a file
    /// gave one of its characters a meaning.
    private func partsLeft(of secret: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let fewMissing = (1...8).filter { $0 < secret.count }
        let columns = [6, 8, 16, 20, 24, 32, 40, 50, 64, 72, 100, 128].filter { $0 < secret.count }
        let special = secret.indices.filter { index in
            let byte = secret[index]
            return index > secret.startIndex && !byte.isBase64URL && byte != 0x2E
        }
        var parts = fewMissing.map { secret.dropLast($0) }
        parts += fewMissing.map { secret.dropFirst($0) }
        parts += columns.map { secret.prefix($0) }
        parts += special.prefix(8).map { secret[..<$0] }
        return parts
    }

    /// The secret in lower case. Where the one here has capitals alone, that is the one which was changed.
    private func lowerCase(_ lower: [UInt8], of secret: ArraySlice<UInt8>) -> Reading {
        guard !secret.contains(where: { $0.isASCIILowercase }) else {
            return signer(lower, "with the secret in lower case", "Use the secret as it is shown: its case counts")
        }
        return Reading(
            secret: lower, side: .here, what: "which is in upper case; it does match in lower case")
    }

    private func percentEncoded(_ secret: ArraySlice<UInt8>) -> [UInt8] {
        secret.flatMap { byte -> [UInt8] in
            if byte.isBase64URL || byte == 0x2E || byte == 0x7E { return [byte] }
            return [0x25] + Hexadecimal.encode(CollectionOfOne(byte)).map { $0.isASCIILowercase ? $0 & 0xDF : $0 }
        }
    }

    /// What a variable holds that was not set, and what samples have in place of a secret.
    private static let words: [(String, String)] = [
        ("undefined", "so the variable was not set"), ("null", "so the variable was not set"),
        ("None", "so the variable was not set"), ("nil", "so the variable was not set"),
        ("", "which is empty: the environment variable is not set"), ("NULL", "so the variable was not set"),
        ("(null)", "so the variable was not set"), ("false", "so the variable was not set"),
        ("true", "so the variable is not the secret"), ("[object Object]", "so an object was made into text"),
        ("[object Promise]", "so a Promise was not awaited"), ("Array", "so an array was made into text"),
        ("your-256-bit-secret", "the sample secret of jwt.io"),
        ("a-string-secret-at-least-256-bits-long", "the sample secret of jwt.io"),
        ("a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long", "the sample secret of jwt.io"),
        ("your-384-bit-secret", "the sample secret of jwt.io"), ("your-512-bit-secret", "the sample secret of jwt.io"),
        ("secret", "a placeholder of samples"), ("shared_secret", "a placeholder of samples"),
        ("SHARED_SECRET", "a placeholder of samples"), ("<SHARED_SECRET>", "a placeholder of samples"),
        ("shared-secret", "a placeholder of samples"), ("your-secret", "a placeholder of samples"),
        ("your_secret", "a placeholder of samples"), ("your-secret-key", "a placeholder of samples"),
        ("your_secret_key", "a placeholder of samples"), ("YOUR_SECRET", "a placeholder of samples"),
        ("YOUR_SECRET_KEY", "a placeholder of samples"), ("YOUR_SHARED_SECRET", "a placeholder of samples"),
        ("your_shared_secret", "a placeholder of samples"), ("<YOUR_SECRET>", "a placeholder of samples"),
        ("YOUR_JWT_SECRET", "a placeholder of samples"), ("your_jwt_secret", "a placeholder of samples"),
        ("your-jwt-secret", "a placeholder of samples"), ("jwt_secret", "a placeholder of samples"),
        ("JWT_SECRET", "a placeholder of samples, the name of the variable"),
        ("secret_key", "a placeholder of samples"),
        ("SECRET_KEY", "a placeholder of samples, the name of the variable"), ("SECRET", "a placeholder of samples"),
        ("yourSecret", "a placeholder of samples"), ("yourSecretKey", "a placeholder of samples"),
        ("mySecret", "a placeholder of samples"), ("sharedSecret", "a placeholder of samples"),
        ("secretKey", "a placeholder of samples"), ("jwtSecret", "a placeholder of samples"),
        ("YourSecretKey", "a placeholder of samples"), ("your-shared-secret", "a placeholder of samples"),
        ("widgetSharedSecretKey", "the name of a variable in the vendor's sample"),
        ("my-secret", "a placeholder of samples"), ("mysecret", "a placeholder of samples"),
        ("my_secret", "a placeholder of samples"), ("my-secret-key", "a placeholder of samples"),
        ("shhhhh", "the sample secret of jsonwebtoken"), ("changeme", "a placeholder of samples"),
        ("change-me", "a placeholder of samples"), ("CHANGE_ME", "a placeholder of samples"),
        ("CHANGEME", "a placeholder of samples"), ("password", "a placeholder of samples"),
        ("test", "a placeholder of samples"), ("key", "a placeholder of samples"),
        ("supersecret", "a placeholder of samples"),
        ("SIGNING_SECRET", "a placeholder of samples, the name of the variable"),
        ("process.env.JWT_SECRET", "the name of a variable as text"),
        ("$JWT_SECRET", "a variable that was not expanded"),
        ("${JWT_SECRET}", "a variable that was not expanded"), ("<secret>", "a placeholder of samples"),
        ("<your-secret>", "a placeholder of samples"), ("{{secret}}", "a placeholder that was not filled in"),
        ("FERNDESK_JWT_SECRET", "the name of the variable"), ("ZENDESK_JWT_SECRET", "the name of the variable"),
        ("ZENDESK_SECRET", "the name of the variable"), ("encryption_key", "a placeholder of samples"),
        ("ENCRYPTION_KEY", "a placeholder of samples"), ("your-encryption-key", "a placeholder of samples"),
        ("REDACTED", "a placeholder"), ("********", "a secret as it is shown masked"),
    ]
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are a word of letters, digits, hyphens, and underscores.
    fileprivate var isWord: Bool { count >= 8 && allSatisfy { $0.isBase64URL } }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: RandomAccessCollection<UInt8> {
    /// Whether the same quotation mark is at both ends.
    fileprivate var isQuoted: Bool {
        guard count >= 2, let first, let last else { return false }
        return first == last && (first == 0x22 || first == 0x27)
    }

    /// The bytes without a pair of quotation marks around them.
    fileprivate var unquoted: SubSequence {
        isQuoted ? self[(startIndex + 1)..<(endIndex - 1)] : self[startIndex..<endIndex]
    }
}
