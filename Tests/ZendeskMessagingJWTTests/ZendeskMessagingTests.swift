import TestSupport
import Testing
import ZendeskMessagingJWT

struct ZendeskMessagingTests {
    // MARK: The text of a token, computed with Python's `hmac`, `hashlib` and `base64`

    @Test func pinned() throws {
        let token = try Sample.zendesk.token(for: Sample.jane, lifetime: .seconds(900), at: Sample.now)
        #expect(
            token == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImFwcF81OTYzY2ViOTdjZGU1NDJkMDAwZGJkYjEifQ."
                + "eyJleHRlcm5hbF9pZCI6IjEyMzQ1Njc4IiwiZW1haWwiOiJqYW5lQHNvYXAuZXhhbXBsZSIsImVtYWlsX3ZlcmlmaW"
                + "VkIjp0cnVlLCJleHAiOjE3MDAwMDA5MDAsIm5hbWUiOiJKYW5lIFNvYXAiLCJzY29wZSI6InVzZXIifQ."
                + "p68UqqssXG_zWoxABvwiw4C-6YhcP3tbinMP-4gtkno")
    }

    @Test func pinnedWithEverything() throws {
        let zendesk = try ZendeskMessaging(
            keyID: Sample.keyID, key: try HS256Key(utf8: Sample.secret), issuedAt: .written)
        let user = try ZendeskMessagingUser(
            id: "caf\u{E9}/\"1\"", name: "J\u{FC}rgen \u{1F511}", email: .unverified("j@x.example"),
            additionalClaims: ["plan": "gold", "seats": 5, "tags": ["a", nil], "more": ["x": true]])
        let token = try zendesk.token(for: user, lifetime: .milliseconds(3_600_900), at: Sample.now)
        #expect(
            token == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImFwcF81OTYzY2ViOTdjZGU1NDJkMDAwZGJkYjEifQ."
                + "eyJleHRlcm5hbF9pZCI6ImNhZsOpL1wiMVwiIiwiZW1haWwiOiJqQHguZXhhbXBsZSIsImVtYWlsX3ZlcmlmaWVkIj"
                + "pmYWxzZSwiZXhwIjoxNzAwMDAzNjAwLCJuYW1lIjoiSsO8cmdlbiDwn5SRIiwic2NvcGUiOiJ1c2VyIiwiaWF0Ijox"
                + "NzAwMDAwMDAwLCJwbGFuIjoiZ29sZCIsInNlYXRzIjo1LCJ0YWdzIjpbImEiLG51bGxdLCJtb3JlIjp7IngiOnRydW"
                + "V9fQ."
                + "vA10PptnYjYUEtjDjBIUoky-8i8ZDaNR5_h6eCx7sxQ")
    }

    @Test func pinnedWithTheLeast() throws {
        let token = try Sample.zendesk.token(for: ZendeskMessagingUser(id: "x"), lifetime: .seconds(1), at: 0)
        #expect(
            token == "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImFwcF81OTYzY2ViOTdjZGU1NDJkMDAwZGJkYjEifQ."
                + "eyJleHRlcm5hbF9pZCI6IngiLCJleHAiOjEsInNjb3BlIjoidXNlciJ9."
                + "LuzYTlHSZW07TRTJdeaGg0z1cJ8mDGZgNFuycT8KRsc")
    }

    // MARK: Issuing

    /// Header and claims are those of the profile, in its order.
    @Test func profile() throws {
        let token = try UnverifiedJWT(unverified: Sample.zendesk.token(for: Sample.jane, at: Sample.now))
        let rules = ZendeskMessaging.profile.rules
        #expect(token.header.members.map(\.name) == ["alg"] + rules.header.map(\.name.description))
        #expect(token.claims.members.map(\.name) == rules.claims.map(\.name.description))
        let lifetime = ZendeskMessaging.defaultLifetime.components.seconds
        #expect(token.claims["exp"] == .number(JSONNumber(1_700_000_000 + lifetime)))
        #expect(ZendeskMessaging.profile.id == "zendesk-messaging" && ZendeskMessaging.maximumLifetime == nil)
        let required = rules.claims.filter { $0.need == .required }
        #expect(required.map(\.name.description) == ["external_id", "scope"])
    }

    @Test func issuedAt() throws {
        let now = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 900_000_000))
        let zendesk = try ZendeskMessaging(
            keyID: Sample.keyID, key: try HS256Key(utf8: Sample.secret), issuedAt: .written)
        let token = try zendesk.token(for: Sample.jane, lifetime: .seconds(60), at: now)
        let claims = try UnverifiedJWT(unverified: token).claims
        #expect(claims["iat"] == 1_700_000_000 && claims["exp"] == 1_700_000_060)
        // A server whose clock shows the same does not think that the token is from the future.
        #expect(zendesk.diagnose(token, at: now).isEmpty)
        #expect(try UnverifiedJWT(unverified: Sample.zendesk.token(for: Sample.jane, at: now)).claims["iat"] == nil)
    }

    @Test(arguments: [.zero, .milliseconds(999), .seconds(-900)] as [Duration])
    func lifetimeUnderASecond(_ lifetime: Duration) {
        let error = #expect(throws: HS256Error.self) {
            try Sample.zendesk.token(for: Sample.jane, lifetime: lifetime, at: Sample.now)
        }
        #expect(error?.finding.code == "jwt.claim.invalid" && error?.finding.claim == "exp")
    }

    @Test func emptyKeyID() throws {
        let error = #expect(throws: HS256Error.self) {
            try ZendeskMessaging(keyID: "", key: HS256Key(utf8: Sample.secret))
        }
        #expect(error?.finding.claim == "kid")
    }

    // MARK: Round trips

    @Test(
        arguments: [
            ("1", nil, nil, [:]), ("1", "Jane", nil, [:]), ("1", nil, .verified("a@b"), [:]),
            ("1", nil, .unverified("a@b"), [:]),
            ("\u{1F469}\u{200D}\u{1F680}", "\"\\\n\u{2028}\0", .verified("caf\u{E9}@b"), ["a": nil]),
            ("cafe\u{301}", " ", .verified("cafe\u{301}@b"), ["caf\u{E9}": 1, "cafe\u{301}": 2, "": [[:]]]),
            (
                String(repeating: "x", count: 255), String(repeating: "y", count: 2_000), nil,
                ["jti": "z", "aud": ["a", "b"]]
            ),
        ] as [(String, String?, ZendeskMessagingUser.Email?, JSONObject)])
    func roundTrip(_ id: String, _ name: String?, _ email: ZendeskMessagingUser.Email?, _ claims: JSONObject) throws {
        let user = try ZendeskMessagingUser(id: id, name: name, email: email, additionalClaims: claims)
        for issuedAt: ZendeskMessaging.IssuedAt in [.omitted, .written] {
            let zendesk = try ZendeskMessaging(
                keyID: Sample.keyID, key: try HS256Key(utf8: Sample.secret), issuedAt: issuedAt)
            let token = try zendesk.token(for: user, at: Sample.now)
            #expect(try zendesk.verify(token, at: Sample.now) == user)
            #expect(!zendesk.diagnose(token, at: Sample.now).contains { $0.severity == .error })
        }
    }

    /// Tokens of other signers: an address counts as verified only where the token says so.
    @Test(arguments: [(nil, false), (false, false), (true, true)] as [(JSONValue?, Bool)])
    func foreignEmail(_ emailVerified: JSONValue?, _ isVerified: Bool) throws {
        let token = try Sample.token(Sample.payload("email_verified", emailVerified))
        let user = try Sample.zendesk.verify(token, at: Sample.now)
        #expect(user.email == (isVerified ? .verified("jane@soap.example") : .unverified("jane@soap.example")))
        let without = try Sample.zendesk.verify(Sample.token(Sample.payload("email", nil)), at: Sample.now)
        #expect(without.email == nil && without.name == "Jane Soap" && without.additionalClaims.isEmpty)
    }

    @Test func clock() throws {
        let token = try Sample.zendesk.token(for: Sample.jane)
        #expect(try Sample.zendesk.verify(token) == Sample.jane)
        #expect(try Sample.zendesk.diagnose(token).isEmpty)
    }

    @Test func expiry() throws {
        let token = try Sample.zendesk.token(for: Sample.jane, lifetime: .seconds(10), at: Sample.now)
        let zendesk = try Sample.zendesk
        #expect(zendesk.refusal(of: token, at: 1_700_000_009) == nil)
        #expect(
            zendesk.refusal(of: token, at: 1_700_000_010) == HS256Error(.expired(at: 1_700_000_010, now: 1_700_000_010))
        )
    }

    @Test func otherKey() throws {
        let other = try ZendeskMessaging(keyID: Sample.keyID, key: try HS256Key(utf8: Sample.secret + "\n"))
        let token = try other.token(for: Sample.jane, at: Sample.now)
        #expect(try Sample.zendesk.refusal(of: token, at: Sample.now) == HS256Error(.signatureMismatch))
        let findings = try Sample.zendesk.diagnose(token, secretText: Sample.secret, at: Sample.now)
        #expect(findings.map(\.code.rawValue) == ["jwt.signature.mismatch"])
        #expect(findings[0].message.contains("a line break"))
    }

    /// The protocol's calls are the same ones.
    @Test func throughTheProtocol() throws {
        func issueAndCheck<System: HelpdeskSystem>(_ system: System, _ user: System.User) throws -> [Finding] {
            let token = try system.token(for: user, lifetime: .seconds(60), at: Sample.now)
            _ = try system.verify(token, at: Sample.now)
            return system.diagnose(token, secretText: nil, at: 1_700_000_061)
        }
        #expect(try issueAndCheck(Sample.zendesk, Sample.jane).map(\.code.rawValue) == ["jwt.exp.passed"])
    }

    @Test func nothingLeaks() throws {
        let zendesk = try Sample.zendesk
        #expect("\(zendesk)" == "ZendeskMessaging(keyID: \"app_5963ceb97cde542d000dbdb1\")")
        var dumped = ""
        dump(zendesk, to: &dumped)
        for text in [dumped, String(reflecting: zendesk)] {
            #expect(!text.contains(Sample.secret) && !text.contains("midstate") && !text.contains("SIMD"))
        }
        let odd = try ZendeskMessaging(keyID: "\u{1B}[2J", key: try HS256Key(utf8: Sample.secret))
        #expect(!"\(odd)".contains("\u{1B}"))
    }
}
