import HS256
import TestSupport
import Testing

/// One test for each kind of mistake that advisories about JWT libraries have been written for (RFC 8725 2 and 3).
struct AdvisoryTests {
    // MARK: Algorithms (RFC 8725 2.1 and 3.1, CVE-2015-9235)

    @Test(arguments: [
        "none", "None", "NONE", "nOnE", "", "HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA", "hs256", "Hs256",
        "HS256 ",
        " HS256", "HS256\\u0000", "HS25", "HS2566", "HS256,none", "HMACSHA256", "\u{210B}S256", "HS256\u{301}",
    ])
    func otherAlgorithm(_ name: String) throws {
        let header = "{\"alg\":\"\(name)\"}"
        let refusal = try Sample.refusal(header: header, Sample.payload)
        #expect(refusal?.corpusRule == "alg-allowlist")
        // The same without a signature, as "none" has it.
        let unsigned = Base64URL.encode(header.utf8) + "." + Base64URL.encode(Sample.payload.utf8) + "."
        #expect(try Sample.refusal(of: unsigned) == refusal)
    }

    @Test(arguments: ["null", "true", "256", "[\"HS256\"]", "{\"HS256\":1}"])
    func algorithmOfAnotherType(_ value: String) throws {
        #expect(try Sample.refusal(header: "{\"alg\":\(value)}", Sample.payload)?.corpusRule == "alg-type")
    }

    @Test(arguments: [
        "{}", "{\"ALG\":\"HS256\"}", "{\"alg \":\"HS256\"}", "{\"a\":{\"alg\":\"HS256\"}}", "{\"typ\":\"JWT\"}",
    ])
    func algorithmMissing(_ header: String) throws {
        #expect(try Sample.refusal(header: header, Sample.payload) == HS256Error(.algorithmMissing))
    }

    // MARK: Signatures

    /// No code is taken by its beginning, and none with something behind it (RFC 7518 3.2).
    @Test(arguments: Array(0...31) + [33, 48, 64, 96])
    func signatureLength(_ count: Int) throws {
        let token = try Sample.token()
        let dot = try #require(token.lastIndex(of: "."))
        let code = try Base64URL.decode(String(token[token.index(after: dot)...]))
        let signature = Array((code + code + code).prefix(count))
        let refusal = try Sample.refusal(of: token[...dot] + Base64URL.encode(signature))
        #expect(refusal == HS256Error(.signatureLength(byteCount: count)))
    }

    @Test func otherKey() throws {
        let token = HandmadeToken.signed(payload: Sample.payload, key: try Sample.otherKey)
        #expect(try Sample.refusal(of: token) == HS256Error(.signatureMismatch))
    }

    // MARK: Header

    /// RFC 7515 4.1.11; CVE-2025-59420 and its like are about `crit` that nobody looked at.
    @Test(arguments: ["[\"b64\"]", "[\"exp\"]", "[\"alg\"]", "[]", "\"exp\"", "null", "{}", "0"])
    func criticalExtension(_ value: String) throws {
        let header = "{\"alg\":\"HS256\",\"b64\":true,\"exp\":1,\"crit\":\(value)}"
        #expect(try Sample.refusal(header: header, Sample.payload) == HS256Error(.criticalExtension))
    }

    /// RFC 7515 4, RFC 7519 4: of two members of one name, readers disagree which one counts.
    @Test(arguments: [
        #"{"alg":"HS256","alg":"HS256"}"#, #"{"alg":"none","alg":"HS256"}"#, #"{"alg":"HS256","\u0061lg":"none"}"#,
        #"{"alg":"HS256","kid":"a","k\u0069d":"b"}"#, #"{"alg":"HS256","x":{"a":1,"a":2}}"#,
    ])
    func duplicateInHeader(_ header: String) throws {
        #expect(try Sample.refusal(header: header, Sample.payload)?.corpusRule == "header-duplicate")
    }

    @Test(arguments: [
        #"{"exp":1,"exp":1700000900}"#, #"{"sub":"a","s\u0075b":"b","exp":1700000900}"#,
        #"{"exp":1700000900,"a":[{"b":1,"b":1}]}"#,
    ])
    func duplicateInPayload(_ payload: String) throws {
        #expect(try Sample.refusal(payload)?.corpusRule == "payload-duplicate")
    }

    /// A key that the token brings along is not a key of the verifier's (RFC 8725 3.10, CVE-2018-0114).
    @Test(arguments: [
        #""jwk":{"kty":"oct","k":"YW5vdGhlciBzZWNyZXQgb2YgdGhlIHRlc3RzLCBvZiBubyB1c2UgYXQgYWxs"}"#,
        #""jku":"https://attacker.example/keys""#, #""x5u":"https://attacker.example/keys""#, #""x5c":["AAAA"]"#,
        #""kid":"https://attacker.example/keys""#, #""kid":"../../dev/null""#, #""kid":"' OR 1=1 --""#,
    ])
    func keyInHeader(_ parameter: String) throws {
        let header = "{\"alg\":\"HS256\",\(parameter)}"
        let forged = HandmadeToken.signed(header: header, payload: Sample.payload, key: try Sample.otherKey)
        #expect(try Sample.refusal(of: forged) == HS256Error(.signatureMismatch))
        // Under the right key they do no harm.
        #expect(try Sample.refusal(header: header, Sample.payload) == nil)
    }

    // MARK: Claims

    /// A date of another type is no date that is absent (CVE-2022-23540 is about the like of it).
    @Test(
        arguments: ["exp", "nbf", "iat"],
        ["\"1700000900\"", "true", "null", "[1700000900]", "{\"a\":1700000900}", "\"\""])
    func dateOfAnotherType(_ name: String, _ value: String) throws {
        let policy = ValidationPolicy(expiration: .mayBeAbsent)
        #expect(try Sample.refusal("{\"\(name)\":\(value)}", policy: policy)?.corpusRule == "claim-type")
    }

    /// A recipient must be found whole in `aud`, not as a part of it (CVE-2024-53861, CVE-2025-30144).
    @Test(arguments: [
        "\"\"", "\"ap\"", "\"apii\"", "\"API\"", "\"api \"", "\"a,api\"", "[]", "[\"\"]", "[\"ap\",\"i\"]",
        "[\"a\",\"p\",\"i\"]",
        "\"[\\\"api\\\"]\"",
    ])
    func audienceConfusion(_ audience: String) throws {
        let payload = "{\"exp\":1700000900,\"aud\":\(audience)}"
        #expect(try Sample.refusal(payload, policy: ValidationPolicy(audience: "api")) == HS256Error(.audienceMismatch))
        #expect(try Sample.refusal(payload) == HS256Error(.audienceUnexpected))
    }

    @Test(arguments: ["null", "1", "{\"api\":1}", "[\"api\",1]", "[[\"api\"]]", "[null]", "true"])
    func audienceOfAnotherType(_ audience: String) throws {
        let payload = "{\"exp\":1700000900,\"aud\":\(audience)}"
        for expected: ValidationPolicy.ExpectedAudience in ["api", .notChecked, .none, .anyOf(["api"])] {
            let refusal = try Sample.refusal(payload, policy: ValidationPolicy(audience: expected))
            #expect(refusal?.corpusRule == "claim-type")
        }
    }
}
