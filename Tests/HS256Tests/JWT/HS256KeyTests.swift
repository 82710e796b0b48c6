@testable import HS256
@testable import HS256Primitives
import Testing

struct HS256KeyTests {
    private let bytes = Array(UInt8(0xE0)...0xFF)

    private func code(_ key: HS256Key) -> [UInt8] {
        Array(HMACSHA256.authenticationCode(for: "message".utf8, using: key.hmacKey).bytes)
    }

    /// The same secret in every encoding is the same key.
    @Test func encodings() throws {
        let expected = code(try HS256Key(bytes: bytes))
        #expect(try code(HS256Key(base64: "4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8=")) == expected)
        #expect(try code(HS256Key(base64URL: "4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8")) == expected)
        let hex = "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
        #expect(try code(HS256Key(hex: hex)) == expected)
        #expect(try code(HS256Key(hex: hex.uppercased())) == expected)
        // Bytes that do not lie side by side, and text, whose UTF-8 counts.
        #expect(try code(HS256Key(bytes: bytes.reversed().reversed() as [UInt8])) == expected)
        #expect(try code(HS256Key(bytes: bytes.lazy.map { $0 })) == expected)
        let text = "sixteen characters \u{E9}\u{1F511} and more"
        #expect(try code(HS256Key(utf8: text)) == code(HS256Key(bytes: Array(text.utf8))))
        #expect(try code(HS256Key(utf8: hex)) != expected)
    }

    /// RFC 4231 4.2 and 4.7, which have a short key and one that is longer than a block.
    @Test func knownCodes() throws {
        let short = try HS256Key(legacyShortSecret: [UInt8](repeating: 0x0B, count: 20))
        #expect(
            HMACSHA256.authenticationCode(for: "Hi There".utf8, using: short.hmacKey).bytes.description
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        let long = try HS256Key(bytes: [UInt8](repeating: 0xAA, count: 131))
        let message = "Test Using Larger Than Block-Size Key - Hash Key First"
        #expect(
            HMACSHA256.authenticationCode(for: message.utf8, using: long.hmacKey).bytes.description
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    // MARK: Length (RFC 7518 3.2)

    @Test(arguments: 1...31)
    func tooShort(_ count: Int) throws {
        let secret = [UInt8](repeating: 0x41, count: count)
        let text = String(decoding: secret, as: UTF8.self)
        let tooShort = HS256Error(.keyTooShort(byteCount: count))
        #expect(throws: tooShort) { try HS256Key(bytes: secret) }
        #expect(throws: tooShort) { try HS256Key(utf8: text) }
        #expect(throws: tooShort) { try HS256Key(hex: String(repeating: "41", count: count)) }
        #expect(throws: tooShort) { try HS256Key(base64URL: Base64URL.encode(secret)) }
        let padding = String(repeating: "=", count: (3 - count % 3) % 3)
        #expect(throws: tooShort) { try HS256Key(base64: Base64URL.encode(secret) + padding) }
        #expect(throws: Never.self) { try HS256Key(legacyShortSecret: secret) }
    }

    @Test func longEnough() throws {
        for count in [32, 33, 63, 64, 65, 1_000] {
            let secret = [UInt8](repeating: 0x41, count: count)
            #expect(try code(HS256Key(bytes: secret)) == code(HS256Key(legacyShortSecret: secret)))
        }
        // Bytes are counted, not characters.
        #expect(throws: Never.self) { try HS256Key(utf8: String(repeating: "\u{E9}", count: 16)) }
        #expect(throws: HS256Error(.keyTooShort(byteCount: 31))) {
            try HS256Key(utf8: String(repeating: "\u{E9}", count: 15) + "x")
        }
    }

    @Test func empty() {
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(utf8: "") }
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(bytes: []) }
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(hex: "") }
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(base64: "") }
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(base64URL: "") }
        #expect(throws: HS256Error(.keyEmpty)) { try HS256Key(legacyShortSecret: []) }
    }

    /// Nothing is trimmed: what looks the same is another key.
    @Test func nothingIsTrimmed() throws {
        let plain = code(try Sample.key)
        for text in [Sample.secret + "\n", " " + Sample.secret, "\"\(Sample.secret)\""] {
            #expect(try code(HS256Key(utf8: text)) != plain)
        }
    }

    // MARK: Encodings that are none

    @Test(
        arguments: [
            (.base64, "4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8="), (.base64, "AAAA="), (.base64, "AAA"),
            (.base64, "A==="), (.base64, "AA-A"), (.base64, "AA_A"),
            (.base64, "AA AA"), (.base64, "AAAA\n"), (.base64, "AB=="), (.base64, "===="), (.base64, "=AAA"),
            (.base64URL, "AA=="), (.base64URL, "AA+A"), (.base64URL, "A"), (.base64URL, "AB"), (.base64URL, " AAA"),
            (.hex, "0"), (.hex, "0g"), (.hex, "0x00"), (.hex, "00 00"), (.hex, "00\n"), (.hex, "-1"),
            (.hex, "\u{FF11}0"),
        ] as [(SecretEncoding, String)])
    func otherEncoding(_ encoding: SecretEncoding, _ text: String) {
        #expect(throws: HS256Error(.keyEncoding(encoding))) {
            switch encoding {
            case .base64: try HS256Key(base64: text)
            case .base64URL: try HS256Key(base64URL: text)
            case .hex: try HS256Key(hex: text)
            }
        }
    }

    // MARK: Keys that everybody knows (RFC 8725 2.1)

    @Test(arguments: [
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUF",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDJ user@host", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ user@host",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY",
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1l",
        "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZA",
    ])
    func publicKeys(_ text: String) {
        #expect(throws: HS256Error(.keyIsPublic)) { try HS256Key(utf8: text) }
        #expect(throws: HS256Error(.keyIsPublic)) { try HS256Key(bytes: Array(text.utf8)) }
        #expect(throws: HS256Error(.keyIsPublic)) { try HS256Key(base64URL: Base64URL.encode(text.utf8)) }
        #expect(throws: HS256Error(.keyIsPublic)) { try HS256Key(legacyShortSecret: text.utf8) }
        // As an editor or a shell leaves it.
        for before in ["\u{FEFF}", "\n", " \t", "\r\n\r\n", "\u{FEFF}\n "] {
            #expect(throws: HS256Error(.keyIsPublic)) { try HS256Key(utf8: before + text) }
        }
    }

    @Test(arguments: [
        "----BEGIN PUBLIC KEY-----", "-----BEGINNING of a secret text", "sshrsa-secret", "a secret -----BEGIN ",
    ])
    func notPublicKeys(_ text: String) {
        #expect(throws: Never.self) { try HS256Key(legacyShortSecret: text.utf8) }
    }
}

/// No way of printing a key, or what holds one, shows anything of the secret or of what is derived from it.
struct RedactionTests {
    /// The texts that would give the secret away: itself, and the numbers of the states that are as good as it.
    private func secrets() throws -> [String] {
        let midstates = try Sample.key.hmacKey
        let words = (0..<8).flatMap { [midstates.inner[$0], midstates.outer[$0]] }
        return [Sample.secret] + words.map { String($0) } + words.map { String($0, radix: 16) }
    }

    private func check(_ value: some Any) throws {
        var dumped = ""
        dump(value, to: &dumped)
        for text in ["\(value)", String(describing: value), String(reflecting: value), dumped] {
            let leaks = try secrets().filter { text.contains($0) }
            #expect(leaks.isEmpty, "\(text)")
        }
    }

    @Test func key() throws {
        let key = try Sample.key
        #expect("\(key)" == "HS256Key(redacted)")
        #expect(String(reflecting: key) == "HS256Key(redacted)")
        #expect(Mirror(reflecting: key).children.isEmpty)
        try check(key)
        try check([key])
        try check(Optional(key))
    }

    @Test func whatHoldsAKey() throws {
        let key = try Sample.key
        try check(KeyRing(key, id: "a"))
        try check(KeyRing.Entry(id: "a", key: key))
        try check(JWTVerifier(key: key))
        // With a short header the hash of its whole blocks is the key's own state, with a long one it is derived from it.
        try check(JWTSigner(key: key))
        try check(JWTSigner(key: key, header: JOSEHeader(keyID: String(repeating: "k", count: 200))))
        try check((signer: JWTSigner(key: key), number: 5))
    }

    /// The hash of a long header's whole blocks, which no test can name, is not there either.
    @Test func signer() throws {
        let signer = JWTSigner(key: try Sample.key, header: JOSEHeader(keyID: String(repeating: "k", count: 200)))
        #expect(Mirror(reflecting: signer).children.map(\.label) == ["header"])
        #expect("\(signer)" == "JWTSigner(redacted)")
        #expect(String(reflecting: signer) == "JWTSigner(redacted)")
    }
}
