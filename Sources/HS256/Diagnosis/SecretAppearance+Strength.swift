extension SecretAppearance {
    /// Reports a text that is an encoding, which a reader may be tempted to decode.
    mutating func lookAtEncoding() {
        let text = String(decoding: word, as: UTF8.self)
        let isHexadecimal = word.isHexadecimal && word.count % 2 == 0
        let decoded = isHexadecimal ? Hexadecimal.decode(text) : decodedBase64
        guard let decoded, !decoded.isEmpty else { return }
        let encoding = isHexadecimal ? "hexadecimal" : "base64"
        if decoded.trimmed.starts(with: "-----BEGIN ".utf8) || Self.isDER(decoded) {
            return add(
                .error, .keyIsPublic,
                "the secret is the \(encoding) form of a key file (PEM or DER), not a shared secret",
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

    /// The decoded bytes of a text that can hardly be anything but base64: it mixes letters of both cases and digits,
    /// and its length fits.
    private var decodedBase64: [UInt8]? {
        guard word.count >= 16, word.contains(where: { $0.isASCIIUppercase }),
            word.contains(where: { $0.isASCIILowercase }),
            word.contains(where: { $0.isASCIIDigit || $0 == 0x3D })
        else { return nil }
        let text = String(decoding: word, as: UTF8.self)
        return SecretEncoding.base64.decode(text) ?? SecretEncoding.base64URL.decode(text)
    }

    /// Whether the bytes are one sequence in DER, as a key or a certificate is (X.690 8.9).
    private static func isDER(_ bytes: [UInt8]) -> Bool {
        bytes.count > 128 && bytes.starts(with: [0x30, 0x82]) && Int(bytes[2]) << 8 | Int(bytes[3]) == bytes.count - 4
    }

    mutating func lookAtLength() {
        if (1..<HS256Key.minimumByteCount).contains(bytes.count) {
            add(
                .warning, .secretShort,
                "the secret has \(bytes.count) byte\(bytes.count == 1 ? "" : "s"); HS256 should have at least 32",
                "Ask for a longer secret: a short one can be found by trial from a token that was seen")
        }
    }

    /// Reports a secret with too few different characters, or too regular ones, to be random.
    mutating func lookAtVariety() {
        // The beginning of a longer secret is enough to judge it.
        let word = word.prefix(1_024)
        guard word.count >= 4 else { return }
        var kinds = Set<UInt8>()
        for byte in word { kinds.insert(byte) }
        // Of 32 random decimal digits, 7 are different, except for one time in 60,000.
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

    /// Whether the text repeats a shorter one.
    private static func repeatsItself(_ word: ArraySlice<UInt8>) -> Bool {
        (1..<max(word.count / 2 + 1, 1)).contains { period in
            zip(word, word.dropFirst(period)).allSatisfy { $0 == $1 }
        }
    }

    /// Whether most characters are the same as the one before, or next to it in the alphabet.
    private static func isMostlyInSequence(_ word: ArraySlice<UInt8>) -> Bool {
        let steps = zip(word, word.dropFirst()).count { pair in
            pair.1 &- pair.0 <= 1 || pair.0 &- pair.1 == 1
        }
        return steps * 4 > word.count * 3
    }
}
