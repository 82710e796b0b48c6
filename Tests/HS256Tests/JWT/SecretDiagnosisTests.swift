import HS256
import TestSupport
import Testing

/// What a diagnosis says when the text of the secret is at hand.
struct SecretDiagnosisTests {
    /// The findings about a token of the signer's secret, when the verifier's is `text` and `verifierKey` its key.
    private func findings(signedWith signer: HS256Key, verifiedWith verifier: HS256Key, text: String) throws
        -> [Finding]
    {
        let token = HandmadeToken.signed(payload: Sample.payload, key: signer)
        return try JWTVerifier(key: verifier).diagnose(token, secretText: text, at: Sample.now)
    }

    private func cause(signedWith signer: HS256Key, text: String) throws -> String? {
        let verifier = try HS256Key(legacyShortSecret: text.utf8)
        let findings = try findings(signedWith: signer, verifiedWith: verifier, text: text)
        #expect(findings.first?.code == "jwt.signature.mismatch")
        let reading = findings.first { $0.code == "jwt.secret.reading" }
        // It stands right behind the error that it explains, and is a note: nothing is accepted by it.
        if let reading { #expect(findings[1] == reading && reading.severity == .note) }
        return reading?.message
    }

    private let secret = Sample.secret

    @Test func somethingAroundTheVerifiersSecret() throws {
        let signer = try Sample.key
        for text in [secret + "\n", secret + "\r\n", " " + secret, secret + " ", "\t" + secret + "\n\n"] {
            #expect(try cause(signedWith: signer, text: text)?.contains("without the white space") == true)
        }
        for text in ["\"\(secret)\"", "'\(secret)'"] {
            #expect(try cause(signedWith: signer, text: text)?.contains("without the quotation marks") == true)
        }
    }

    @Test(arguments: [
        ("", "\n", "a line break after"), ("", "\r\n", "a line break after"), ("", " ", "a space after"),
        ("\"", "\"", "quotation marks around"), ("'", "'", "apostrophes around"),
    ])
    func somethingAroundTheSignersSecret(_ before: String, _ after: String, _ expected: String) throws {
        let signer = try HS256Key(utf8: before + secret + after)
        #expect(try cause(signedWith: signer, text: secret)?.contains("with \(expected) the secret") == true)
    }

    @Test func signerDecodedTheText() throws {
        let base64 = "4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8="
        let base64URL = "4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8"
        let hex = "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
        let signer = try HS256Key(hex: hex)
        #expect(try cause(signedWith: signer, text: base64)?.hasSuffix("is base64-decoded") == true)
        #expect(try cause(signedWith: signer, text: base64URL)?.hasSuffix("is base64url-decoded") == true)
        #expect(try cause(signedWith: signer, text: hex)?.hasSuffix("is hexadecimal-decoded") == true)
        #expect(
            try cause(signedWith: signer, text: hex.uppercased() + "\n")?.hasSuffix("is hexadecimal-decoded") == true)
    }

    @Test func verifierDecodedTheText() throws {
        let hex = "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
        let findings = try findings(signedWith: HS256Key(utf8: hex), verifiedWith: HS256Key(hex: hex), text: hex)
        #expect(findings.map(\.code.rawValue) == ["jwt.signature.mismatch", "jwt.secret.reading"])
        #expect(findings[1].message.contains("used as the text that it is"))
    }

    @Test func noCause() throws {
        #expect(try cause(signedWith: Sample.otherKey, text: secret) == nil)
        // A signature of another length is no mismatch, and nothing is tried on it.
        let token = try Sample.token().dropLast(4)
        let findings = try JWTVerifier(key: Sample.otherKey).diagnose(String(token), secretText: secret, at: Sample.now)
        #expect(!findings.contains { $0.code == "jwt.secret.reading" })
    }

    // MARK: The text by itself

    @Test(arguments: [
        ("a secret of the tests, and of nothing else", []),
        ("a secret of the tests, and of nothing else\n", ["whitespace"]),
        (" a secret of the tests, and of nothing else", ["whitespace"]),
        ("\"a secret of the tests, and of nothing else\"", ["quotes"]),
        ("'a secret of the tests, and of nothing else'", ["quotes"]),
        ("'a secret of the tests, and of nothing else\"", []),
        ("hunter2", ["short"]), ("\"hunter2\"", ["quotes", "short"]), ("hunter2\n", ["whitespace", "short"]), ("", []),
        ("\"", ["short"]),
        (String(repeating: "x", count: 31), ["short"]), (String(repeating: "x", count: 32), []),
        (String(repeating: "\u{E9}", count: 16), []),
    ])
    func appearance(_ text: String, _ expected: [String]) throws {
        // The token is good: what is odd about the secret is said all the same, and is no error.
        let findings = try JWTVerifier(key: Sample.key).diagnose(Sample.token(), secretText: text, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == expected.map { "jwt.secret." + $0 })
        #expect(findings.allSatisfy { $0.severity == .warning && (text.isEmpty || !$0.description.contains(text)) })
    }

    @Test func appearanceMessages() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let token = try Sample.token()
        let long = secret
        func message(_ text: String) -> String? {
            verifier.diagnose(token, secretText: text, at: Sample.now).first?.message
        }
        #expect(message(long + "\n")?.contains("ends with a line break") == true)
        #expect(message(long + "\r")?.contains("ends with a line break") == true)
        #expect(message(" " + long)?.contains("has white space around it") == true)
        #expect(message("four")?.contains("4 bytes") == true)
    }
}
