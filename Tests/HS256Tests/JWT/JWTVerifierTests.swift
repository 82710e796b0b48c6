import HS256
import TestSupport
import Testing

struct JWTVerifierTests {
    private struct Anything: ReadableClaims {
        init(from claims: borrowing ClaimReader) throws(HS256Error) {}
    }

    @Test func typedAndGeneric() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let token = try Sample.token(
            header: #"{"alg":"HS256","kid":"k","x":1}"#, #"{"z":1,"exp":1700000900,"a":[null]}"#)
        let claims = try verifier.verify(token, as: JWTClaims.self, at: Sample.now)
        #expect(claims == JWTClaims(["z": 1, "exp": 1_700_000_900, "a": [nil]]))
        let verified = try verifier.verify(token, at: Sample.now)
        #expect(verified.claims == claims)
        #expect(verified.header.keyID == "k" && verified.header.additional == ["x": 1])
        #expect(verified.keyIndex == 0 && verified.keyID == nil)
        let named = try JWTVerifier(keys: KeyRing([.init(key: Sample.otherKey), .init(id: "k", key: Sample.key)]))
        let underName = try named.verify(token, at: Sample.now)
        #expect(underName.keyIndex == 1 && underName.keyID == "k")
    }

    /// A type that asks for nothing gets nothing past the policy.
    @Test func policyComesBeforeTheType() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        for payload in [
            "{}", "{\"exp\":1}", "{\"exp\":1700000900,\"aud\":\"a\"}", "{\"exp\":1700000900,\"iss\":1}", "[]",
        ] {
            let token = try Sample.token(payload)
            let refusal = try #require(verifier.refusal(of: token, at: Sample.now))
            #expect(throws: refusal) { try verifier.verify(token, as: Anything.self, at: Sample.now) }
        }
        let forged = HandmadeToken.signed(payload: Sample.payload, key: try Sample.otherKey)
        #expect(throws: HS256Error(.signatureMismatch)) {
            try verifier.verify(forged, as: Anything.self, at: Sample.now)
        }
    }

    /// The time is now unless the caller says otherwise.
    @Test func clock() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let signer = JWTSigner(key: try Sample.key)
        let fresh = try signer.sign(JWTClaims(["exp": .number(JSONNumber(NumericDate.now.unixSeconds + 60))]))
        #expect(throws: Never.self) { try verifier.verify(fresh, as: JWTClaims.self) }
        #expect(throws: Never.self) { try verifier.verify(fresh) as VerifiedJWT }
        #expect(verifier.diagnose(fresh).isEmpty)
        let stale = try signer.sign(JWTClaims(["exp": .number(JSONNumber(NumericDate.now.unixSeconds - 1))]))
        #expect(throws: HS256Error.self) { try verifier.verify(stale, as: JWTClaims.self) }
        #expect(verifier.diagnose(stale).map(\.code.rawValue) == ["jwt.exp.passed"])
    }

    /// A payload that is no JWT: only form, header and signature count.
    @Test func payloadAlone() throws {
        let verifier = try JWTVerifier(key: Sample.key)
        for payload in ["", "not JSON", "{\"exp\":1}", "{\"a\":1,\"a\":1}", "\u{FEFF}"] {
            #expect(try verifier.verifySignatureOnly(Sample.token(payload)) == Array(payload.utf8))
        }
        let critical = try Sample.token(header: #"{"alg":"HS256","crit":["x"]}"#, "x")
        #expect(throws: HS256Error(.criticalExtension)) { try verifier.verifySignatureOnly(critical) }
        let other = try Sample.token(header: #"{"alg":"HS512"}"#, "x")
        #expect(throws: HS256Error(.algorithmNotAllowed("HS512"))) { try verifier.verifySignatureOnly(other) }
        let forged = HandmadeToken.signed(payload: "x", key: try Sample.otherKey)
        #expect(throws: HS256Error(.signatureMismatch)) { try verifier.verifySignatureOnly(forged) }
        let two = try Sample.token("x").split(separator: ".").prefix(2).joined(separator: ".")
        #expect(throws: HS256Error(.notThreeSegments(count: 2, resemblance: nil))) {
            try verifier.verifySignatureOnly(two)
        }
    }

    /// The order of work: of two faults, the one that is looked for first is reported.
    @Test(arguments: [
        (#"{"alg":"HS256","b64":false,"typ":1}"#, "jwt.b64"),
        (#"{"b64":false,"alg":"HS256","crit":["b64"]}"#, "jwt.crit"),
        (#"{"alg":"HS256","b64":"true"}"#, "jwt.b64"), (#"{"alg":"HS256","b64":null}"#, "jwt.b64"),
        (#"{"alg":"HS256","b64":true}"#, "jwt.signature.mismatch"),
        (#"{"alg":"none","crit":[]}"#, "jwt.alg.other"), (#"{"crit":[],"typ":1,"alg":"HS256"}"#, "jwt.crit"),
        (#"{"kid":1,"cty":1,"typ":1,"alg":"HS256"}"#, "jwt.header.type"),
        (#"{"alg":"HS256"}"#, "jwt.signature.mismatch"),
        (#"{"alg":"HS256","kid":"unknown"}"#, "jwt.kid.unknown"),
    ])
    func order(_ header: String, _ expected: String) throws {
        let verifier = try JWTVerifier(keys: KeyRing(Sample.key, id: "k"))
        // Expired, and signed with another key.
        let token = HandmadeToken.signed(header: header, payload: "{\"exp\":1}", key: try Sample.otherKey)
        #expect(verifier.refusal(of: token, at: Sample.now)?.code.rawValue == expected)
        // A payload that is not base64url is found before the signature is computed, and after the header.
        let parts = token.split(separator: ".")
        let broken = "\(parts[0]).A.\(parts[2])"
        let refusal = verifier.refusal(of: broken, at: Sample.now)
        let comesFirst = expected == "jwt.signature.mismatch"
        #expect(refusal?.code.rawValue == (comesFirst ? "jwt.token.payload.encoding" : expected))
    }

    /// The bytes as received are what is signed: another spelling of the same header or payload has another signature.
    @Test func nothingIsEncodedAnew() throws {
        for payload in [
            "{\"exp\":1700000900}", "{ \"exp\" : 1700000900 }", "{\"\\u0065xp\":1700000900}", "{\"exp\":1.7000009e9}",
        ] {
            #expect(try Sample.refusal(payload) == nil)
        }
        for header in ["{\"alg\":\"HS256\"}", " { \"alg\" :\t\"HS256\" }\r\n", "{\"\\u0061lg\":\"\\u0048S256\"}"] {
            #expect(try Sample.refusal(header: header, Sample.payload) == nil)
        }
    }

    @Test func threads() async throws {
        let verifier = try JWTVerifier(key: Sample.key)
        let good = try Sample.token()
        let bad = HandmadeToken.signed(payload: Sample.payload, key: try Sample.otherKey)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let refusal = verifier.refusal(of: number % 2 == 0 ? good : bad, at: Sample.now)
                    return (refusal == nil) == (number % 2 == 0)
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
