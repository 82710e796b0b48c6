import HS256Primitives

/// Looks at a signature that is not good for the ways in which it may have been made.
struct SignatureDiagnosis {
    private let header: ArraySlice<UInt8>
    private let payload: ArraySlice<UInt8>
    private let signature: ArraySlice<UInt8>
    /// The signature's bytes, as far as they can be read.
    private let code: [UInt8]
    /// The signature, if it is as long as one of HS256.
    private let authenticationCode: HMACSHA256.AuthenticationCode?
    /// The bytes that are signed.
    private let input: [UInt8]

    /// - Parameter token: A text with two dots.
    init?(_ token: String) {
        let parts = Array(token.utf8).split(separator: 0x2E, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let code = Base64URL.decodeLeniently(parts[2]) else { return nil }
        (header, payload, signature) = (parts[0], parts[1], parts[2])
        self.code = code
        authenticationCode = HMACSHA256.AuthenticationCode(code)
        input = Array(header) + [0x2E] + Array(payload)
    }

    /// Whether the signature is that of HS256 under a secret.
    func isGood(under secret: some Sequence<UInt8>) -> Bool {
        isGood(under: HMACSHA256.Key(secret))
    }

    /// Whether the signature is that of HS256 with a key.
    func isGood(with key: HS256Key) -> Bool { isGood(under: key.hmacKey) }

    private func isGood(under key: HMACSHA256.Key) -> Bool {
        authenticationCode == HMACSHA256.authenticationCode(for: input, using: key)
    }

    // MARK: A signature of another length

    /// Why the signature does not have 32 bytes, and the token with the 32 bytes that were meant.
    var explanationOfLength: (Explanation, token: String?)? {
        let raw =
            "Encode the raw bytes as base64url: hash_hmac(…, true), digest(), digest(\"base64url\"), openssl -binary"
        let text = String(decoding: signature, as: UTF8.self)
        let codeText = String(decoding: code, as: UTF8.self)
        if let bytes = Hexadecimal.decode(text), bytes.count == 32 {
            return (
                Explanation("the signature is written in hexadecimal, not in base64url", raw), token(signedBy: bytes)
            )
        }
        if let bytes = Hexadecimal.decode(codeText), bytes.count == 32 {
            return (
                Explanation("the signature is base64url of hexadecimal text, not of the raw bytes", raw),
                token(signedBy: bytes)
            )
        }
        if code.count == 43 || code.count == 44, let bytes = Base64URL.decodeLeniently(code), bytes.count == 32 {
            return (
                Explanation("the signature was base64-encoded twice", "Encode the raw bytes once"),
                token(signedBy: bytes)
            )
        }
        let lengths: [(Int, String)] = [
            (16, "MD5"), (20, "SHA-1"), (28, "SHA-224"), (48, "SHA-384"), (64, "SHA-512"), (128, "RSA"), (256, "RSA"),
            (384, "RSA"), (512, "RSA"),
        ]
        if let other = lengths.first(where: { $0.0 == code.count }) {
            return (
                Explanation(
                    "the signature has \(code.count) bytes, as one made with \(other.1) has; HS256 (HMAC-SHA256) gives 32 bytes",
                    "Sign with HMAC and SHA-256"), nil
            )
        }
        if code.isEmpty {
            return (
                Explanation(
                    "the token is not signed: the third part, the signature, is empty",
                    "Sign it with HS256 and the shared secret"), nil
            )
        }
        if code.count < 32 {
            return (
                Explanation(
                    "the signature has \(code.count) bytes; HS256 gives 32 bytes, so the end of the token is cut off",
                    "Copy the token whole"), nil
            )
        }
        return (
            Explanation(
                "the signature has \(code.count) bytes; HS256 gives 32 bytes, so something was added after it",
                "Copy the token alone"), nil
        )
    }

    private func token(signedBy code: [UInt8]) -> String {
        String(decoding: input, as: UTF8.self) + "." + Base64URL.encode(code)
    }

    // MARK: A signature of something else

    /// How the signature was made from this very key, but not as RFC 7515 5.1 says.
    func explanation(with key: HMACSHA256.Key) -> Explanation? {
        let otherInputs: [([UInt8], String)] = [
            (Array(header + payload), "header and payload were joined without the dot"),
            (plainJSON, "the plain JSON was signed, not its base64url text"),
            (Array(payload), "the payload alone was signed, without the header"),
            (Array(header), "the header alone was signed, without the payload"),
            (input + [0x0A], "a line break was signed after the payload"),
            (input + [0x2E], "a dot was signed after the payload"),
            (Base64URL.decodeLeniently(payload) ?? [], "the JSON of the payload was signed, without the header"),
            (Array(SHA256.hash(input)), "a hash of the text was signed, not the text"),
            (Hexadecimal.encode(SHA256.hash(input)), "a hash of the text was signed, not the text"),
        ]
        guard code.count == 32 else { return nil }
        for (other, what) in otherInputs
        where !other.isEmpty && HMACSHA256.isValidAuthenticationCode(code, authenticating: other, using: key) {
            return Explanation(
                "the signature does not match: \(what)",
                "Sign the header's text, a dot, and the payload's text, both in base64url (RFC 7515 5.1)")
        }
        return nil
    }

    private var plainJSON: [UInt8] {
        guard let header = Base64URL.decodeLeniently(header), let payload = Base64URL.decodeLeniently(payload) else {
            return []
        }
        return header + [0x2E] + payload
    }

    /// How the signature was made from a secret's text without being an HMAC with it.
    func explanation(withSecret secret: [UInt8]) -> Explanation? {
        if HMACSHA256.isValidAuthenticationCode(code, authenticating: secret, using: HMACSHA256.Key(input)) {
            return Explanation(
                "the signature does not match: key and text were swapped in the call of the HMAC",
                "Exchange the two arguments: the secret is the key")
        }
        let hashed = [secret + input, input + secret, secret + [0x2E] + input, input + [0x2E] + secret, input]
        if hashed.contains(where: { Array(SHA256.hash($0)) == code }) {
            return Explanation(
                "the signature does not match: it is a plain SHA-256 hash, not an HMAC",
                "Use HMAC-SHA256 with the secret as its key: hash_hmac, createHmac, hmac.new")
        }
        return nil
    }

    // MARK: What the token says

    /// Texts in the token that may have been taken for the secret, with what they are.
    var ownTexts: [(String, String)] {
        var texts: [(String, String)] = []
        if case .string(let id)? = SegmentDiagnosis.object(in: header)?["kid"] {
            texts.append((id, "the key ID (kid)"))
        }
        // A secret is taken from one of a few claims; to try thousands would be quadratic work.
        for member in (SegmentDiagnosis.object(in: payload)?.members ?? []).prefix(32) {
            guard case .string(let text) = member.value, text.utf8.count <= 1024 else { continue }
            texts.append((text, "the value of \"\(member.name.excerpt(quoted: false))\""))
            if let slash = text.utf8.lastIndex(of: 0x2F) {
                texts.append((String(text[text.utf8.index(after: slash)...]), "the ID of the project"))
            }
        }
        return texts
    }
}
