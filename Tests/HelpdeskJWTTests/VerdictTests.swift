import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

/// What every system refuses, whatever its own rules. That `diagnose` says the same as `verify` is checked on the way, by
/// `refusal(of:)`.
struct VerdictTests {
    @Test(arguments: samples) func wrongSecret(sample: any SystemSample) throws {
        let token = HandmadeToken.signed(
            header: sample.header.description, payload: sample.payload.description, key: try Fixture.otherKey)
        let system = try sample.system()
        #expect(try system.refusal(of: token)?.code == "jwt.signature.mismatch")
        #expect(system.diagnose(token, at: Fixture.now).map(\.code.rawValue) == ["jwt.signature.mismatch"])
    }

    /// What an unauthenticated token says is looked at all the same, and marked.
    @Test(arguments: samples) func findingsBehindAWrongSecretAreMarked(sample: any SystemSample) throws {
        let token = HandmadeToken.signed(
            header: sample.header.description, payload: "{}", key: try Fixture.otherKey)
        let findings = try sample.system().diagnose(token, at: Fixture.now)
        #expect(findings.first?.code == "jwt.signature.mismatch")
        let prefix = sample.prefix + "."
        #expect(findings.contains { $0.severity == .error && $0.code.rawValue.hasPrefix(prefix) })
        #expect(findings.dropFirst().allSatisfy { $0.isUnauthenticated })
        let authenticated = try sample.findings(payload: [:])
        #expect(!authenticated.contains { $0.isUnauthenticated })
    }

    @Test(arguments: samples) func secretWithALineBreak(sample: any SystemSample) throws {
        let system = try sample.system(key: HS256Key(utf8: Fixture.secret + "\n"))
        let codes = try system.diagnose(sample.token(), secretText: Fixture.secret + "\n", at: Fixture.now).map(
            \.code.rawValue)
        #expect(codes == ["jwt.signature.mismatch", "jwt.secret.whitespace"])
    }

    @Test(arguments: samples, ["none", "None", "HS384", "RS256"])
    func otherAlgorithms(sample: any SystemSample, algorithm: String) throws {
        let header = sample.header.with(["alg": .string(algorithm)])
        #expect(try sample.refusal(header: header)?.code == "jwt.alg.other")
        let parts = try sample.token(header: header).split(separator: ".")
        #expect(try sample.system().refusal(of: "\(parts[0]).\(parts[1]).")?.code == "jwt.alg.other")
    }

    @Test(arguments: samples) func unsigned(sample: any SystemSample) throws {
        let parts = try sample.token().split(separator: ".")
        #expect(try sample.system().refusal(of: "\(parts[0]).\(parts[1]).")?.code == "jwt.signature.length")
    }

    @Test(arguments: samples) func changedPayload(sample: any SystemSample) throws {
        let parts = try sample.token().split(separator: ".")
        let other = Base64URL.encode(sample.payload.with(["exp": 1_700_000_901]).description.utf8)
        #expect(try sample.system().refusal(of: "\(parts[0]).\(other).\(parts[2])")?.code == "jwt.signature.mismatch")
    }

    /// RFC 7519 4.1.4: refused on or after the time of `exp`. No vendor documents a leeway, and Tiledesk has none.
    @Test(arguments: samples) func expired(sample: any SystemSample) throws {
        let token = try sample.token()
        let last = try #require(NumericDate(unixSeconds: 1_700_000_899, nanoseconds: 999_999_999))
        let system = try sample.system()
        #expect(try system.refusal(of: token, at: last) == nil)
        #expect(try system.refusal(of: token, at: 1_700_000_900)?.code == "jwt.exp.passed")
        #expect(try system.refusal(of: token, at: 1_800_000_000)?.code == "jwt.exp.passed")
    }

    @Test(arguments: samples) func notYetValid(sample: any SystemSample) throws {
        let payload = sample.payload
        #expect(try sample.refusal(payload: payload.with(["nbf": 1_700_000_000])) == nil)
        #expect(try sample.refusal(payload: payload.with(["nbf": 1_700_000_001]))?.code == "jwt.nbf.future")
        #expect(try sample.refusal(payload: payload.with(["iat": 1_700_000_000])) == nil)
        // Clocks that differ by a minute are no reason to refuse.
        #expect(try sample.refusal(payload: payload.with(["iat": 1_700_000_060])) == nil)
        #expect(try sample.findings(payload: payload.with(["iat": 1_700_000_060])).allSatisfy { $0.severity == .note })
        #expect(try sample.refusal(payload: payload.with(["iat": 1_700_000_061]))?.code == "jwt.iat.future")
    }

    @Test(arguments: samples) func milliseconds(sample: any SystemSample) throws {
        let refusal = try sample.refusal(payload: sample.payload.with(["exp": 1_700_000_900_000]))
        #expect(refusal?.code == "jwt.date.milliseconds")
        #expect(refusal?.claim == "exp")
    }

    @Test(arguments: samples, ["", "not a token", "{\"token\":\"x\"}", "a.b", "a.b.c.d"])
    func noToken(sample: any SystemSample, text: String) throws {
        #expect(try sample.system().refusal(of: text)?.code.rawValue.hasPrefix("jwt.token.") == true)
    }

    @Test(arguments: samples) func claimsThatNobodyKnows(sample: any SystemSample) throws {
        let payload = sample.payload.with(["something": ["of": "the site's own"]])
        #expect(try sample.refusal(payload: payload) == nil)
    }

    /// The order of members has no meaning (RFC 8259 4), nor has white space.
    @Test(arguments: samples) func anyOrderOfMembers(sample: any SystemSample) throws {
        let payload = try JSONObject(sample.payload.members.reversed())
        let header = try JSONObject(sample.header.members.reversed())
        #expect(try sample.refusal(header: header, payload: payload) == nil)
        let spaced = HandmadeToken.signed(
            header: header.description.replacing(",", with: "\r\n ,\t"),
            payload: payload.description.replacing(",\"", with: " ,\n\""), key: try Fixture.key)
        #expect(try sample.system().refusal(of: spaced) == nil)
    }

    /// A payload that only a strict reader refuses is not said to be refused by the vendor; one that is no JSON is.
    @Test(arguments: samples) func strictnessIsNoRefusalOfTheVendor(sample: any SystemSample) throws {
        let system = try sample.system()
        let members = sample.payload.description.dropFirst()
        for (start, verdict) in [(#"{"x":1,"x":2,"#, Verdict.refusedHere), ("{'x':1,", .refusedByVendor)] {
            let token = HandmadeToken.signed(
                header: sample.header.description, payload: start + members, key: try Fixture.key)
            let findings = system.diagnose(token, at: Fixture.now)
            #expect(findings.first?.code == .payloadNotJSON)
            #expect(findings.verdict == verdict)
        }
    }

    /// The same of padding, which Tiledesk's server was observed to refuse.
    @Test(arguments: samples) func paddingIsARefusalWhereItWasObserved(sample: any SystemSample) throws {
        let findings = try sample.system().diagnose(sample.token() + "=", at: Fixture.now)
        #expect(findings.first?.code == .signatureEncoding)
        #expect(findings.verdict == (sample.prefix == Tiledesk.profile.id ? .refusedByVendor : .refusedHere))
    }
}
