import HS256
import HS256Primitives
import TestSupport
import Testing

/// The examples of the JOSE RFCs.
struct RFCVectorTests {
    // MARK: Written out, so that they run everywhere

    /// RFC 7515 A.1, the same token as in RFC 7519 3.1. Header and payload have line breaks in them.
    @Test func rfc7515A1() throws {
        let key = try HS256Key(
            base64URL: "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
        let header = "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"
        let payload = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
        let token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

        let verified = try JWTVerifier(key: key).verify(token, at: 1_300_819_379)
        #expect(verified.claims.issuer == "joe")
        #expect(verified.claims.expiration == 1_300_819_380)
        #expect(verified.claims["http://example.com/is_root"] == true)
        #expect(verified.header == JOSEHeader())
        #expect(throws: HS256Error(.expired(at: 1_300_819_380, now: 1_300_819_380))) {
            try JWTVerifier(key: key).verify(token, at: 1_300_819_380) as VerifiedJWT
        }
        // Our signer writes the members of the header the other way round, so only the parts can be compared.
        #expect(HandmadeToken.signed(header: header, payload: payload, key: key) == token)
    }

    /// RFC 7520 4.4: a text that is no JSON, under a header that is written as our signer writes it.
    @Test func rfc7520Section4_4() throws {
        let key = try HS256Key(base64URL: "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg")
        let header = JOSEHeader(keyID: "018c0ae5-4d9b-471b-bfd6-eef314bc7037", type: nil)
        let payload =
            "It\u{2019}s a dangerous business, Frodo, going out your door. You step onto the road, and if you don't keep "
            + "your feet, there\u{2019}s no knowing where you might be swept off to."
        let token =
            "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9"
            + ".SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUgcm"
            + "9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJl"
            + "IHN3ZXB0IG9mZiB0by4.s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0"

        #expect(try JWTSigner(key: key, header: header).sign(payload: payload.utf8) == token)
        #expect(try JWTVerifier(key: key).verifySignatureOnly(token) == Array(payload.utf8))
        #expect(try JWTVerifier(key: key).refusal(of: token, at: 0)?.corpusRule == "payload-json")
    }

    // MARK: From the shared file

    static let cases: [TokenCase] = (try? VectorFile.shared("jws-rfc")) ?? []

    @Test(.enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"))
    func allCasesAreThere() {
        #expect(Self.cases.count == 10)
        #expect(Self.cases.filter(\.isAccepted).count == 3)
    }

    @Test(
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"),
        arguments: cases)
    func verdict(_ example: TokenCase) throws {
        let refusal = try example.refusal()
        #expect((refusal == nil) == example.isAccepted)
        if let refusal, !example.isAccepted { #expect(example.rules.contains(refusal.corpusRule), "\(refusal)") }
    }

    @Test(
        .enabled(if: ProjectFiles.sharedVectors != nil, "the shared vectors are not beside the project"),
        arguments: cases.filter(\.isAccepted))
    func signing(_ example: TokenCase) throws {
        let key = try HS256Key(bytes: example.keyHex.bytes)
        let header = try #require(example.headerHex).bytes
        let payload = try #require(example.payloadHex).bytes
        let input = try #require(example.signingInput)
        let code = HMACSHA256.authenticationCode(for: input.utf8, using: key.hmacKey)
        #expect(Array(code.bytes) == example.signatureHex?.bytes)
        #expect(Base64URL.encode(header) + "." + Base64URL.encode(payload) == input)
        #expect(try JWTVerifier(key: key).verifySignatureOnly(example.token) == payload)
        // Where the RFC writes its header as we do, our signer gives the RFC's text.
        guard case .object(let parameters) = try JSONValue(parsing: header), case .string(let id)? = parameters["kid"]
        else { return }
        let signer = JWTSigner(key: key, header: JOSEHeader(keyID: id, type: nil))
        #expect(try signer.sign(payload: payload) == example.token)
    }
}
