import HS256
import TestSupport
import Testing

struct JWTVerifierDiagnosisTests {
    private func findings(_ token: String, policy: ValidationPolicy = ValidationPolicy()) throws -> [Finding] {
        try JWTVerifier(key: Sample.key, policy: policy).diagnose(token, at: Sample.now)
    }

    private func codes(_ token: String) throws -> [String] { try findings(token).map(\.code.rawValue) }

    @Test func nothingToSay() throws {
        #expect(try findings(Sample.token()).isEmpty)
    }

    // MARK: What stands around a token

    /// The token inside is looked at as well, and nothing is said twice.
    @Test(arguments: [
        ("Bearer ", ""), ("bearer ", ""), ("JWT ", ""), ("\"", "\""), ("'", "'"), (" ", ""),
        ("", "\n"),
        ("\t", " \r\n"), ("\"Bearer ", "\""), (" 'JWT ", "'\n"), ("Bearer \"", "\""), ("Bearer  ", ""),
    ])
    func wrapped(_ before: String, _ behind: String) throws {
        let wrappings = ["jwt.token.wrapped"]
        #expect(try codes(before + Sample.token() + behind) == wrappings)
        let expired = try findings(before + Sample.token("{\"exp\":1}") + behind)
        #expect(expired.map(\.code.rawValue) == wrappings + ["jwt.exp.passed"])
        // The token inside is rightly signed, so what it says is authentic.
        #expect(expired.last?.isUnauthenticated == false)
    }

    @Test func wrappedAndForged() throws {
        let forged = HandmadeToken.signed(payload: "{\"exp\":1}", key: try Sample.otherKey)
        let codes = ["jwt.token.wrapped", "jwt.signature.mismatch", "jwt.exp.passed"]
        #expect(try findings("Bearer " + forged).map(\.code.rawValue) == codes)
        #expect(try findings(forged + "\n").map(\.code.rawValue) == codes)
        let unsigned = try Sample.token(header: "{\"alg\":\"none\"}") + "\n"
        #expect(try findings(unsigned).map(\.code.rawValue) == ["jwt.alg.other", "jwt.token.wrapped"])
    }

    /// Sixteen layers: it comes to an end, and the first error is still the one that verification throws.
    @Test func manyLayers() throws {
        let text = String(repeating: "Bearer ", count: 16) + (try Sample.token())
        #expect(try findings(text).count < 12)
        #expect(try findings(text).first?.code == Sample.refusal(of: text)?.code)
    }

    @Test func otherThings() throws {
        #expect(try codes("") == ["jwt.token.empty"])
        #expect(try codes(" \n").first == "jwt.token.empty")
        #expect(try codes("{\"token\":\"\(Sample.token())\"}") == ["jwt.token.wrapped"])
        #expect(try codes("{\"sub\":\"alice\"}") == ["jwt.token.json"])
        #expect(try codes("a.b.c.d.e") == ["jwt.token.encrypted"])
        #expect(try codes("https://example.com/") == ["jwt.token.segments"])
        #expect(try codes("a secret") == ["jwt.token.segments"])
    }

    // MARK: Header and signature

    @Test func otherAlgorithm() throws {
        let token = try Sample.token(header: #"{"alg":"RS256","typ":"JWT"}"#, #"{"exp":1}"#)
        let findings = try findings(token)
        #expect(findings.map(\.code.rawValue) == ["jwt.alg.other", "jwt.exp.passed"])
        #expect(findings[0].message.contains("RS256") && !findings[0].isUnauthenticated)
        // Under another algorithm there is no saying whether the signature is good.
        #expect(findings[1].isUnauthenticated)
    }

    @Test func severalThingsAtOnce() throws {
        let header = #"{"typ":1,"alg":"HS256","crit":[],"kid":false,"cty":"x"}"#
        let payload = #"{"exp":"1700000900","nbf":1700000060,"iat":1700000000000,"aud":"a","iss":5}"#
        let good = try findings(Sample.token(header: header, payload))
        #expect(
            good.map(\.code.rawValue) == [
                "jwt.crit", "jwt.header.type", "jwt.header.type", "jwt.claim.type", "jwt.nbf.future",
                "jwt.date.milliseconds", "jwt.claim.type", "jwt.aud.unexpected",
            ])
        #expect(good.map(\.claim) == ["crit", "typ", "kid", "exp", "nbf", "iat", "iss", "aud"])
        #expect(good.allSatisfy { !$0.isUnauthenticated && $0.severity == .error })

        let forged = try findings(HandmadeToken.signed(header: header, payload: payload, key: Sample.otherKey))
        #expect(
            forged.map(\.code.rawValue) == good.prefix(3).map(\.code.rawValue) + ["jwt.signature.mismatch"]
                + good.dropFirst(3).map(\.code.rawValue))
        #expect(forged.map(\.isUnauthenticated) == [false, false, false, false, true, true, true, true, true])
    }

    @Test func brokenParts() throws {
        let parts = try Sample.token("{\"exp\":1}").split(separator: ".").map(String.init)
        // Without a payload there is nothing more to say; without a signature, nothing that is authentic.
        #expect(try codes("\(parts[0]).A.\(parts[2])") == ["jwt.token.payload.encoding", "jwt.signature.mismatch"])
        let unsigned = try findings("\(parts[0]).\(parts[1]).")
        #expect(unsigned.map(\.code.rawValue) == ["jwt.signature.length", "jwt.exp.passed"])
        #expect(unsigned.map(\.isUnauthenticated) == [false, true])
        let malformed = try findings("\(parts[0]).\(parts[1]).A")
        #expect(malformed.map(\.code.rawValue) == ["jwt.token.signature.encoding", "jwt.exp.passed"])
        #expect(malformed.last?.isUnauthenticated == true)
        #expect(try codes("e.\(parts[1]).\(parts[2])") == ["jwt.token.header.encoding"])
        #expect(try codes("W10.\(parts[1]).\(parts[2])") == ["jwt.header.json"])
        #expect(try codes(Sample.token("[]")) == ["jwt.payload.json"])
    }

    @Test func unknownKeyID() throws {
        let verifier = try JWTVerifier(keys: KeyRing(Sample.key, id: "a"))
        let token = try Sample.token(header: #"{"alg":"HS256","kid":"b"}"#, #"{"exp":1}"#)
        let findings = verifier.diagnose(token, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["jwt.kid.unknown", "jwt.exp.passed"])
        #expect(findings.last?.isUnauthenticated == true)
    }

    // MARK: Dates, in words

    @Test(arguments: [
        ("{\"exp\":1699999910}", "the token expired 1 minute 30 seconds ago"),
        ("{\"exp\":1700000000}", "the token expired 0 seconds ago"),
        ("{\"exp\":1699999999.5}", "the token expired less than a second ago"),
        ("{\"exp\":1700000900000}", "\"exp\" is in milliseconds; it must be in seconds"),
        ("{\"exp\":\"1700000900\"}", "\"exp\" is a string; it must be a number"),
        ("{\"exp\":-5}", "\"exp\" is before 1970 or after 9999"), ("{}", "\"exp\" is missing"),
        ("{\"exp\":1700000900,\"nbf\":1700007200}", "the token is valid only in 2 hours"),
        ("{\"exp\":1700000900,\"iat\":1700000075}", "the token was issued 1 minute 15 seconds in the future"),
    ])
    func dates(_ payload: String, _ message: String) throws {
        let findings = try findings(Sample.token(payload))
        #expect(findings.map(\.message) == [message])
        #expect(try findings.first?.code == Sample.refusal(payload)?.code)
    }
}
