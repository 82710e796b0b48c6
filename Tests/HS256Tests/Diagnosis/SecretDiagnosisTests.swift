import Foundation
import HS256
import TestSupport
import Testing

/// What a diagnosis says when the text of the secret is at hand.
struct SecretDiagnosisTests {
    private let secret = Sample.secret

    /// What is said of a signature that another secret than `text` has made.
    private func error(signedWith signer: some Collection<UInt8>, text: String) throws -> Finding {
        let token = HandmadeToken.signed(payload: Sample.payload, key: try HS256Key(legacyShortSecret: signer))
        let verifier = try JWTVerifier(key: HS256Key(legacyShortSecret: text.utf8))
        let errors = verifier.diagnose(token, secretText: text, at: Sample.now).filter { $0.severity == .error }
        #expect(errors.map(\.code.rawValue) == ["jwt.signature.mismatch"])
        return errors[0]
    }

    // MARK: What is wrong here

    @Test(arguments: [
        ("%\n", "a line break after it"), ("%\r\n", "a line break after it"), (" %", "white space around it"),
        ("\"%\"", "quotation marks around it"), ("'%'\n", "quotation marks around it"),
        ("\u{FEFF}%", "byte-order mark"),
        ("%\\n", "ends with \\n"), ("SECRET=%", "the name of a variable"), ("SECRET=\"%\"", "the name of a variable"),
        ("ZmlyZXdvcmtzLW92ZXItdGhlLXJpdmVyLXRoYW1lcw==", "base64 of the secret"),
        ("66697265776f726b732d6f7665722d7468652d72697665722d7468616d6573", "in hexadecimal"),
        ("fireworks%2Dover-the-river-thames", "percent-encoded"),
    ])
    func secretHere(_ form: String, _ what: String) throws {
        let signer = "fireworks-over-the-river-thames"
        let error = try error(
            signedWith: signer.utf8, text: form.replacing("%\n", with: signer + "\n").replacingSecret(signer))
        #expect(error.message.contains(what), "\(error.message)")
        // The token may be good: what is wrong is the secret that it was checked with.
        #expect(error.excuse == .secretHere)
    }

    @Test func verifierDecodedTheText() throws {
        let hex = "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
        let token = HandmadeToken.signed(payload: Sample.payload, key: try HS256Key(utf8: hex))
        let findings = try JWTVerifier(key: HS256Key(hex: hex)).diagnose(token, secretText: hex, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["jwt.signature.mismatch"])
        #expect(findings[0].message.contains("used as plain text"))
    }

    @Test func keyIDInPlaceOfTheSecret() throws {
        let header = #"{"alg":"HS256","kid":"app_64f1c0ffee5a9b7d3e2c1a08"}"#
        let token = HandmadeToken.signed(header: header, payload: Sample.payload, key: try Sample.key)
        let id = "app_64f1c0ffee5a9b7d3e2c1a08"
        let verifier = try JWTVerifier(key: HS256Key(legacyShortSecret: id.utf8))
        let findings = verifier.diagnose(token, secretText: id, at: Sample.now)
        #expect(findings[0].message == "the secret here is the key ID (kid), which is not the secret")
        #expect(findings[0].excuse == .secretHere)
    }

    // MARK: What is wrong where the token is signed

    @Test(arguments: [
        ("", "\n", "a line break after it"), ("", "\r\n", "CR LF"), ("", " ", "a space after it"),
        (" ", "", "a space before it"), ("\"", "\"", "quotation marks"), ("'", "'", "apostrophes"),
        ("\u{FEFF}", "", "byte-order mark"), ("`", "`", "backticks"), ("", "\u{200B}", "zero-width"),
        ("", "=", "padding"),
    ])
    func somethingAroundTheSignersSecret(_ before: String, _ after: String, _ what: String) throws {
        let error = try error(signedWith: (before + secret + after).utf8, text: secret)
        #expect(
            error.message.contains("was signed with the secret and") && error.message.contains(what), "\(error.message)"
        )
        #expect(error.excuse == nil)
    }

    @Test(arguments: [
        ("4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8=", "base64-decoded"),
        ("4OHi4-Tl5ufo6err7O3u7_Dx8vP09fb3-Pn6-_z9_v8", "base64url-decoded"),
        ("4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8", "base64-decoded"),
        ("e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", "hexadecimal-decoded"),
        ("E0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF", "hexadecimal-decoded"),
        ("e0e1e2e3-e4e5-e6e7-e8e9-eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff", "decoded from hexadecimal"),
    ])
    func signerDecodedTheText(_ text: String, _ what: String) throws {
        let error = try error(signedWith: Array(UInt8(0xE0)...0xFF), text: text)
        #expect(error.message.contains(what), "\(error.message)")
        #expect(error.remedy.contains("as plain text") && error.excuse == nil)
    }

    @Test func signerEncodedOrChangedTheText() throws {
        let mixed = "Mixed-Case_Secret+Of/Thirty-Two.Bytes"
        let forms: [(String, String)] = [
            (mixed.uppercased(), "upper case"), (mixed.lowercased(), "lower case"), (mixed + mixed, "twice"),
            (Data64.encode(mixed), "base64 form"), (Data64.hex(mixed), "hexadecimal form"),
            (String(mixed.dropLast(5)), "cut off"), (String(mixed.reversed()), "reversed"),
            (mixed.replacing("-", with: ""), "without its hyphens"),
            (mixed.replacing("+", with: " "), "spaces in place of +"),
        ]
        for (form, what) in forms {
            let error = try error(signedWith: form.utf8, text: mixed)
            #expect(error.message.contains(what), "\(error.message)")
        }
        let utf16 = mixed.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        #expect(try error(signedWith: utf16, text: mixed).message.contains("UTF-16"))
    }

    @Test(arguments: [
        ("undefined", "the variable was not set"), ("None", "the variable was not set"), ("null", "not set"),
        ("your-256-bit-secret", "jwt.io"), ("shared_secret", "placeholder"),
    ])
    func wordsInPlaceOfASecret(_ word: String, _ what: String) throws {
        let error = try error(signedWith: word.utf8, text: secret)
        #expect(error.message.contains("\"\(word)\"") && error.message.contains(what), "\(error.message)")
    }

    @Test func noCause() throws {
        let error = try error(signedWith: "nobody knows where this secret came from".utf8, text: secret)
        #expect(error.message == "the signature does not match the header and payload under this secret")
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

extension String {
    /// The text with a secret in place of `%`, or the text itself where the secret is in it in another form.
    fileprivate func replacingSecret(_ secret: String) -> String {
        contains("%2D") ? self : replacing("%", with: secret)
    }
}

/// Encodings of text that a test can check by hand.
private enum Data64 {
    static func encode(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
    static func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
