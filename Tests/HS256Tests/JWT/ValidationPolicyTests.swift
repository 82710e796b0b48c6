import HS256
import Testing

/// Each rule of a policy at, before and after its limit. "Now" is 1700000000 throughout.
struct ValidationPolicyTests {
    private func code(_ payload: String, _ policy: ValidationPolicy) throws -> String? {
        try Sample.refusal(payload, policy: policy)?.code.rawValue
    }

    @Test func strictByDefault() {
        let policy = ValidationPolicy()
        #expect(policy.issuer == nil && policy.subject == nil && policy.maximumAge == nil)
        #expect(policy.leeway == .zero && policy.requiredClaims.isEmpty && policy.limits == TokenLimits())
        guard case .required = policy.expiration, case .none = policy.audience else {
            return #expect(Bool(false), "not strict")
        }
    }

    // MARK: exp (RFC 7519 4.1.4): accepted while now - leeway < exp

    @Test(
        arguments: [
            ("1700000001", 0, nil), ("1700000000", 0, "jwt.exp.passed"), ("1699999999", 0, "jwt.exp.passed"),
            ("1700000000.000000001", 0, nil), ("1700000000.0000000000000000001", 0, nil),
            ("1700000000.0", 0, "jwt.exp.passed"),
            ("1699999999.99999999999999", 0, "jwt.exp.passed"), ("1.7e9", 0, "jwt.exp.passed"),
            ("1699999971", 30, nil), ("1699999970", 30, "jwt.exp.passed"), ("1699999970.0000000001", 30, nil),
            ("1699999969.9999999999", 30, "jwt.exp.passed"), ("1699999701", 300, nil),
            ("1699999700", 300, "jwt.exp.passed"),
            ("0", 300, "jwt.exp.passed"), ("253402300799", 0, nil), ("253402300800", 0, "jwt.date.range"),
            ("-1", 300, "jwt.date.range"), ("1700000900000", 0, "jwt.date.milliseconds"),
            ("\"1700000900\"", 0, "jwt.claim.type"),
        ] as [(String, Int, String?)])
    func expiration(_ value: String, _ leeway: Int, _ expected: String?) throws {
        for expiration: ValidationPolicy.Expiration in [.required, .mayBeAbsent] {
            let policy = ValidationPolicy(expiration: expiration, leeway: .seconds(leeway))
            #expect(try code("{\"exp\":\(value)}", policy) == expected)
        }
    }

    @Test func expirationAbsent() throws {
        #expect(try Sample.refusal("{}") == .claimMissing("exp"))
        #expect(
            try Sample.refusal("{\"exp\":null}") == HS256Error(.claimWrongType("exp", expected: .number, found: .null)))
        #expect(try Sample.refusal("{\"Exp\":1700000900}") == .claimMissing("exp"))
        #expect(try Sample.refusal("{}", policy: ValidationPolicy(expiration: .mayBeAbsent)) == nil)
    }

    // MARK: nbf and iat (RFC 7519 4.1.5, 4.1.6): accepted up to now + leeway, iat a minute at least

    @Test(arguments: [
        ("1700000000", 0, false), ("1699999999", 0, false), ("0", 0, false), ("1700000001", 0, true),
        ("1700000000.000000001", 0, true), ("1700000000.00000000000000001", 0, true),
        ("1699999999.9999999999999", 0, false),
        ("1700000030", 30, false), ("1700000030.0000000001", 30, true), ("1700000031", 30, true),
        ("1700000300", 300, false), ("1700000301", 300, true),
    ])
    func notBefore(_ value: String, _ leeway: Int, _ isRefused: Bool) throws {
        let policy = ValidationPolicy(expiration: .mayBeAbsent, leeway: .seconds(leeway))
        #expect(try code("{\"nbf\":\(value)}", policy) == (isRefused ? "jwt.nbf.future" : nil))
    }

    /// RFC 7519 4.1.6 gives no reason to refuse: a minute is granted in any case.
    @Test(arguments: [
        ("1700000060", 0, false), ("1700000061", 0, true), ("1700000060.0000000001", 0, true),
        ("1700000060", 30, false),
        ("1700000061", 30, true), ("1700000300", 300, false), ("1700000301", 300, true), ("0", 0, false),
    ])
    func issuedAt(_ value: String, _ leeway: Int, _ isRefused: Bool) throws {
        let policy = ValidationPolicy(expiration: .mayBeAbsent, leeway: .seconds(leeway))
        #expect(try code("{\"iat\":\(value)}", policy) == (isRefused ? "jwt.iat.future" : nil))
    }

    /// A clock with a fraction, and a leeway with one.
    @Test func fractions() throws {
        let now = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 500_000_000))
        let policy = ValidationPolicy(expiration: .mayBeAbsent, leeway: .milliseconds(250))
        let verifier = try JWTVerifier(key: Sample.key, policy: policy)
        func isRefused(_ payload: String) throws -> Bool {
            try verifier.refusal(of: Sample.token(payload), at: now) != nil
        }
        #expect(try isRefused("{\"exp\":1700000000.25}"))
        #expect(try !isRefused("{\"exp\":1700000000.250000001}"))
        #expect(try !isRefused("{\"nbf\":1700000000.75}"))
        #expect(try isRefused("{\"nbf\":1700000000.750000001}"))
    }

    // MARK: Leeway

    @Test(arguments: [.zero, .seconds(1), .seconds(300), .nanoseconds(1)] as [Duration])
    func leewayInRange(_ leeway: Duration) throws {
        #expect(throws: Never.self) { try JWTVerifier(key: Sample.key, policy: ValidationPolicy(leeway: leeway)) }
    }

    @Test(
        arguments: [
            .seconds(301), .seconds(300) + .nanoseconds(1), .seconds(-1), .nanoseconds(-1), .seconds(Int64.max),
        ] as [Duration])
    func leewayOutOfRange(_ leeway: Duration) throws {
        let policy = ValidationPolicy(leeway: leeway)
        let error = HS256Error(.leewayOutOfRange(limit: .seconds(300)))
        #expect(throws: error) { try JWTVerifier(key: Sample.key, policy: policy) }
        #expect(throws: error) { try JWTVerifier(keys: KeyRing(Sample.key), policy: policy) }
    }

    // MARK: Maximum age

    @Test(
        arguments: [
            ("1699999940", 60, 0, nil), ("1699999939", 60, 0, "jwt.iat.old"),
            ("1699999939.9999999999", 60, 0, "jwt.iat.old"),
            ("1699999940.0000000001", 60, 0, nil), ("1699999910", 60, 30, nil), ("1699999909", 60, 30, "jwt.iat.old"),
            ("1700000000", 0, 0, nil), ("1699999999", 0, 0, "jwt.iat.old"), ("0", 60, 0, "jwt.iat.old"),
            ("0", 253_402_300_799, 0, nil), ("1700000061", 60, 0, "jwt.iat.future"), ("\"x\"", 60, 0, "jwt.claim.type"),
        ] as [(String, Int, Int, String?)])
    func maximumAge(_ value: String, _ age: Int, _ leeway: Int, _ expected: String?) throws {
        let policy = ValidationPolicy(expiration: .mayBeAbsent, leeway: .seconds(leeway), maximumAge: .seconds(age))
        #expect(try code("{\"iat\":\(value)}", policy) == expected)
    }

    @Test func maximumAgeNeedsIssuedAt() throws {
        let policy = ValidationPolicy(maximumAge: .seconds(60))
        #expect(try Sample.refusal(Sample.payload, policy: policy) == .claimMissing("iat"))
        let wrongType = try JWTVerifier(key: Sample.key, policy: policy)
            .diagnose(Sample.token("{\"exp\":1700000900,\"iat\":\"x\"}"), at: Sample.now)
        #expect(wrongType.map(\.code.rawValue) == ["jwt.claim.type"])
    }

    // MARK: Issuer and subject, presence before value

    @Test(arguments: ["iss", "sub"])
    func expectedStrings(_ name: String) throws {
        var policy = ValidationPolicy(expiration: .mayBeAbsent)
        #expect(try Sample.refusal("{\"\(name)\":\"anything\"}", policy: policy) == nil)
        #expect(try Sample.refusal("{}", policy: policy) == nil)
        #expect(try code("{\"\(name)\":5}", policy) == "jwt.claim.type")
        if name == "iss" { policy.issuer = "caf\u{E9}" } else { policy.subject = "caf\u{E9}" }
        let mismatch = HS256Error(name == "iss" ? .issuerMismatch : .subjectMismatch)
        #expect(try Sample.refusal("{\"\(name)\":\"caf\u{E9}\"}", policy: policy) == nil)
        #expect(try Sample.refusal("{\"\(name)\":\"caf\\u00e9\"}", policy: policy) == nil)
        for other in ["cafe\u{301}", "CAF\u{E9}", "caf", "caf\u{E9} ", ""] {
            #expect(try Sample.refusal("{\"\(name)\":\"\(other)\"}", policy: policy) == mismatch, "\(other)")
        }
        #expect(try Sample.refusal("{}", policy: policy) == .claimMissing(name))
        let null = HS256Error(.claimWrongType(name, expected: .string, found: .null))
        #expect(try Sample.refusal("{\"\(name)\":null}", policy: policy) == null)
    }

    @Test func otherRegisteredStrings() throws {
        let null = HS256Error(.claimWrongType("jti", expected: .string, found: .number))
        #expect(try Sample.refusal("{\"exp\":1700000900,\"jti\":1}") == null)
        #expect(try Sample.refusal("{\"exp\":1700000900,\"jti\":\"1\"}") == nil)
    }

    // MARK: Audience (RFC 7519 4.1.3)

    @Test func audience() throws {
        func refusal(_ audience: String?, _ expected: ValidationPolicy.ExpectedAudience) throws -> HS256Error? {
            let payload = audience.map { "{\"exp\":1700000900,\"aud\":\($0)}" } ?? Sample.payload
            return try Sample.refusal(payload, policy: ValidationPolicy(audience: expected))
        }
        for found in ["\"api\"", "[\"api\"]", "[\"x\",\"api\"]", "[\"api\",\"x\"]"] {
            #expect(try refusal(found, "api") == nil)
            #expect(try refusal(found, .recipient("api")) == nil)
            #expect(try refusal(found, .anyOf(["other", "api"])) == nil)
            #expect(try refusal(found, .notChecked) == nil)
            #expect(try refusal(found, .none) == HS256Error(.audienceUnexpected))
            #expect(try refusal(found, "web") == HS256Error(.audienceMismatch))
            #expect(try refusal(found, .anyOf(["web", "app"])) == HS256Error(.audienceMismatch))
            #expect(try refusal(found, .anyOf([])) == HS256Error(.audienceMismatch))
        }
        #expect(try refusal("[]", "api") == HS256Error(.audienceMismatch))
        #expect(try refusal("[]", .none) == HS256Error(.audienceUnexpected))
        #expect(try refusal("\"caf\u{E9}\"", "cafe\u{301}") == HS256Error(.audienceMismatch))
        #expect(try refusal(nil, "api") == .claimMissing("aud"))
        #expect(try refusal(nil, .anyOf(["api"])) == .claimMissing("aud"))
        #expect(try refusal(nil, .none) == nil)
        #expect(try refusal(nil, .notChecked) == nil)
    }

    // MARK: Required claims

    @Test func requiredClaims() throws {
        let policy = ValidationPolicy(expiration: .mayBeAbsent, requiredClaims: ["scope", "caf\u{E9}"])
        #expect(try Sample.refusal("{\"scope\":null,\"caf\u{E9}\":[]}", policy: policy) == nil)
        #expect(try Sample.refusal("{\"caf\u{E9}\":1}", policy: policy) == .claimMissing("scope"))
        #expect(try Sample.refusal("{\"scope\":1}", policy: policy) == .claimMissing("caf\u{E9}"))
        let decomposed = "{\"scope\":1,\"cafe\u{301}\":1}"
        #expect(try Sample.refusal(decomposed, policy: policy) == .claimMissing("caf\u{E9}"))
        // Not one inside another object.
        #expect(try Sample.refusal("{\"a\":{\"scope\":1},\"caf\u{E9}\":1}", policy: policy) == .claimMissing("scope"))
    }

    /// All broken rules at once, in the order of the rules.
    @Test func order() throws {
        let policy = ValidationPolicy(
            issuer: "i", subject: "s", audience: "a", maximumAge: .seconds(1), requiredClaims: ["x"])
        let findings = try JWTVerifier(key: Sample.key, policy: policy)
            .diagnose(Sample.token("{\"exp\":5,\"nbf\":1800000000,\"iat\":1,\"iss\":\"x\",\"jti\":1}"), at: Sample.now)
        #expect(
            findings.map(\.code.rawValue) == [
                "jwt.exp.passed", "jwt.nbf.future", "jwt.iat.old", "jwt.iss.mismatch", "jwt.claim.missing",
                "jwt.claim.type",
                "jwt.claim.missing", "jwt.claim.missing",
            ])
        #expect(findings.map(\.claim) == ["exp", "nbf", "iat", "iss", "sub", "jti", "aud", "x"])
    }
}
