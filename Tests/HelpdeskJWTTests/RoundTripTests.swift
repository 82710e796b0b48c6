import HelpdeskJWT
import HelpdeskTestSupport
import Testing

/// What goes into a token comes out of it.
struct RoundTripTests {
    @Test(arguments: samples) func nothingButWhatIsRequired(sample: any SystemSample) throws {
        try checkMinimal(sample)
    }

    @Test(arguments: samples) func everythingThatCanBeSaid(sample: any SystemSample) throws {
        try checkFull(sample, "plain text")
    }

    @Test(arguments: samples) func difficultText(sample: any SystemSample) throws {
        try checkFull(sample, Fixture.difficultText)
    }

    /// Canonically equivalent texts are two, for JOSE as for the vendors (RFC 7515 5.3).
    @Test(arguments: samples) func composedAndDecomposedAreTwo(sample: any SystemSample) throws {
        try checkCanonicalEquivalents(sample)
    }

    @Test(arguments: samples) func additionalClaims(sample: any SystemSample) throws {
        try checkAdditional(sample, ["a": ["deep": [nil, true, 0, "\u{0}"]], "": "a name may be empty", "\u{E9}": 1])
    }

    /// The claims of the caller's own stand in the token as they were given, behind the vendor's.
    @Test(arguments: samples) func additionalClaimsComeLast(sample: any SystemSample) throws {
        let own: JSONObject = ["z": 1, "a": [2]]
        guard let token = try token(sample, own) else { return }
        let written = try UnverifiedJWT(unverified: token).claims.members
        #expect(written.suffix(2).map(\.name) == ["z", "a"])
        #expect(written.suffix(2).map(\.value) == [1, [2]])
        #expect(written.count > 2)
    }

    @Test(arguments: samples) func diagnosisFindsNothingInATokenOfOurs(sample: any SystemSample) throws {
        let token = try sample.fullToken("plain text")
        let found = try sample.system().diagnose(token, secretText: Fixture.secret, at: Fixture.now)
        // What the sample says may be doubtful, never wrong.
        #expect(!found.contains { $0.severity == .error }, "\(found)")
        #expect(!found.contains { $0.code.rawValue.hasSuffix(".missing") }, "\(found)")
    }

    private func check<Sample: SystemSample>(
        _ sample: Sample, _ make: (Sample) throws(HS256Error) -> Sample.System.User
    ) throws {
        let system = try sample.system()
        let user = try make(sample)
        let token = try system.token(for: user, at: Fixture.now)
        #expect(try system.verify(token, at: Fixture.now) == user)
    }

    private func checkMinimal(_ sample: some SystemSample) throws {
        try check(sample) { (sample) throws(HS256Error) in try sample.minimalUser() }
    }

    private func checkFull<Sample: SystemSample>(_ sample: Sample, _ text: String) throws {
        try check(sample) { (sample) throws(HS256Error) in try sample.fullUser(text) }
    }

    private func checkCanonicalEquivalents<Sample: SystemSample>(_ sample: Sample) throws {
        #expect(try sample.fullUser("caf\u{E9}") == sample.fullUser("caf\u{E9}"))
        #expect(try sample.fullUser("caf\u{E9}") != sample.fullUser("cafe\u{301}"))
        #expect(try sample.fullToken("caf\u{E9}") != sample.fullToken("cafe\u{301}"))
    }

    private func checkAdditional<Sample: SystemSample>(_ sample: Sample, _ own: JSONObject) throws {
        guard let user = try sample.user(additionalClaims: own) else { return }
        let plain = try #require(try sample.user(additionalClaims: [:]))
        #expect(user != plain)
        let system = try sample.system()
        #expect(try system.verify(system.token(for: user, at: Fixture.now), at: Fixture.now) == user)
        #expect(try system.verify(system.token(for: plain, at: Fixture.now), at: Fixture.now) == plain)
    }

    private func token<Sample: SystemSample>(_ sample: Sample, _ own: JSONObject) throws -> String? {
        guard let user = try sample.user(additionalClaims: own) else { return nil }
        return try sample.system().token(for: user, at: Fixture.now)
    }
}
