import HelpdeskJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct HelpdeskSystemsTests {
    @Test func profilesAreTheFive() {
        let ids = HelpdeskSystems.profiles.map(\.id)
        #expect(ids == ["freshdesk-web-chat", "freshdesk-help-widget", "ferndesk", "tiledesk", "zendesk-messaging"])
        #expect(ids == samples.map(\.profile.id))
        #expect(Set(HelpdeskSystems.profiles.map(\.name)).count == 5)
    }

    /// A code names one system, and no code of a system looks like one of JWTs in general.
    @Test func codesNameOneSystem() {
        let ids = HelpdeskSystems.profiles.map(\.id)
        #expect(Set(ids + ["jwt"]).count == 6)
        for profile in HelpdeskSystems.profiles {
            let finding = profile.rules.finding(.note, "a.b", nil, "a message", "a remedy")
            #expect(finding.code.rawValue == profile.id + ".a.b")
        }
    }

    @Test(arguments: HelpdeskSystems.profiles.map(\.id)) func profileIsWhole(id: String) throws {
        let profile = try #require(HelpdeskSystems.profiles.first { $0.id == id })
        #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
        #expect(!profile.symptom.isEmpty && !profile.messages.isEmpty && !profile.rules.page.isEmpty)
        for rules in [profile.rules.header, profile.rules.claims] {
            #expect(Set(rules.map(\.name.description)).count == rules.count)
            #expect(rules.allSatisfy { !$0.notes.isEmpty && !$0.notes.hasSuffix(".") })
        }
        #expect(profile.rules.claims.contains { $0.name.description == "exp" })
        #expect(profile.messages.allSatisfy { !$0.text.isEmpty && $0.meaning.hasSuffix(".") })
    }

    // MARK: Which system a token is for

    @Test(arguments: samples) func likelyForAFullToken(sample: any SystemSample) throws {
        try expectFirst(sample, for: sample.token())
    }

    @Test(arguments: samples) func likelyForAMinimalToken(sample: any SystemSample) throws {
        try expectFirst(sample, for: sample.minimalToken())
    }

    @Test(arguments: samples) func likelyWithClaimsOfTheSitesOwn(sample: any SystemSample) throws {
        try expectFirst(sample, for: sample.token(payload: sample.payload.with(["custom1": "val1", "custom2": 2])))
    }

    /// The likeness is a guess at what somebody meant, so it must stand a mistake.
    @Test(arguments: samples.filter { $0.profile.id != "freshdesk-help-widget" })
    func likelyInSpiteOfOneMissingClaim(sample: any SystemSample) throws {
        for claim in sample.payload.members {
            try expectFirst(sample, for: sample.token(payload: sample.payload.with([claim.name: nil])))
        }
    }

    /// A misspelt name says what was meant.
    @Test func likelyForMisspeltNames() throws {
        let key = try Fixture.key
        for (payload, id, reason) in [
            (#"{"externalId":"1","Scope":"user","name":"J","exp":1}"#, "zendesk-messaging", "externalId"),
            (#"{"freshdeskUuid":"1","referenceId":"2","iat":1,"exp":1}"#, "freshdesk-web-chat", "freshdeskUuid"),
            (#"{"id":"1","subject":"userexternal","audience":"x","firstName":"J","exp":1}"#, "tiledesk", "firstName"),
        ] {
            let token = try UnverifiedJWT(unverified: HandmadeToken.signed(payload: payload, key: key))
            let best = HelpdeskSystems.likely(for: token).first
            #expect(best?.id == id, "\(payload)")
            #expect(best?.reasons.contains { $0.contains(reason) } == true, "\(best?.reasons ?? [])")
        }
    }

    /// Claims of a site's own that another system has too are no reason to doubt a good token.
    @Test func goodTokensAreNotTakenForOthers() throws {
        let key = try Fixture.key
        let payload =
            #"{"sub":"1","email":"j@x.example","name":"J","first_name":"J","last_name":"S","user_id":"1","exp":1700000900}"#
        let token = HandmadeToken.signed(payload: payload, key: key)
        #expect(HelpdeskSystems.diagnose(token, for: Ferndesk(key: key), at: Fixture.now).isEmpty)
        let expired = HelpdeskSystems.diagnose(token, for: Ferndesk(key: key), at: 1_700_000_901)
        #expect(expired.first?.message.hasPrefix("the token expired") == true)
    }

    @Test func likelyForZendeskWithoutAKeyID() throws {
        let sample = ZendeskSample()
        try expectFirst(sample, for: sample.token(header: ["alg": "HS256", "typ": "JWT"]))
    }

    @Test(
        arguments: [
            [:], ["typ": "JWT"], ["exp": 1_700_000_900], ["iat": 1_700_000_000, "exp": 1_700_000_900, "nbf": 0],
            ["jti": "1", "iss": "https://id.example"], ["role": "admin", "exp": 1_700_000_900],
        ] as [JSONObject])
    func unlikelyForATokenWithNoneOfTheClaims(payload: JSONObject) throws {
        let token = HandmadeToken.signed(payload: payload.description, key: try Fixture.key)
        let likely = HelpdeskSystems.likely(for: try UnverifiedJWT(unverified: token))
        #expect(likely.isEmpty, "\(likely.map(\.id))")
    }

    @Test func reasonsAreTheTellingClaims() throws {
        let token = try UnverifiedJWT(unverified: ZendeskSample().minimalToken())
        let likeness = try #require(HelpdeskSystems.likely(for: token).first)
        #expect(likeness.name == "Zendesk messaging")
        #expect(
            likeness.reasons == ["it has \"kid\" in the header", "it has \"external_id\"", "it has \"scope\""])
        let widget = try UnverifiedJWT(unverified: HelpWidgetSample().minimalToken())
        #expect(HelpdeskSystems.likely(for: widget).first?.reasons == ["it has just the claims of this system"])
    }

    /// A key ID and a verified e-mail address are in many tokens, and say nothing of a help desk.
    @Test func tokensForAnythingElseAreNotOneOfAnotherSystem() throws {
        let key = try Planted.key
        let token = try JWTSigner(key: key, header: JOSEHeader(keyID: "k1")).sign(
            JWTClaims(["sub": "u", "email_verified": true, "exp": 1_767_226_500]))
        let findings = HelpdeskSystems.diagnose(token, for: Ferndesk(key: key), at: 1_767_225_600)
        #expect(findings.first?.code == "ferndesk.email.missing")
        #expect(!findings.contains { $0.message.contains("Zendesk") }, "\(findings)")
    }

    private func expectFirst(_ sample: some SystemSample, for token: String) throws {
        let likely = HelpdeskSystems.likely(for: try UnverifiedJWT(unverified: token))
        #expect(likely.first?.id == sample.profile.id, "\(likely.map { ($0.id, $0.score) })")
        // A tie would be decided by the order of the list.
        let ranks = likely.map { ($0.score, $0.reasons.count) }
        if ranks.count > 1 { #expect(ranks[0] > ranks[1]) }
        #expect(likely.allSatisfy { $0.score > 0 })
    }
}
