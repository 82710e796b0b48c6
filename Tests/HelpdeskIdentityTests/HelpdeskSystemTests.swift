import HS256
import HelpdeskIdentity
import Testing

struct HelpdeskSystemTests {
    /// The smallest system there can be: only what the protocol adds is looked at. Its visitors are their names.
    private struct System: HelpdeskSystem {
        static let profile = SystemProfile(
            name: "X",
            rules: RuleBook(
                systemID: "x", vendor: "X", page: "a page", header: [],
                claims: [ClaimRule("name", .text(), .required, "the name")]),
            symptom: "none")
        static let defaultLifetime: Duration = .seconds(60)

        let signingKey: SigningKey

        init() throws(HS256Error) {
            signingKey = SigningKey(
                try HS256Key(utf8: "an example secret of 32 bytes at least"), rules: Self.profile.rules)
        }

        func writeClaims(
            of user: String, at now: NumericDate, until expiration: NumericDate, to claims: inout ClaimWriter
        ) {
            claims.write("name", user)
            claims.write(.expiration, expiration)
        }

        func user(from claims: borrowing ClaimReader) throws(HS256Error) -> String { try claims.string("name") }

        func checkFurtherRules(
            _ token: borrowing TokenReader, _ report: inout RuleReport
        ) throws(HS256Error) {
            guard token.claims.isString("name", equalTo: "nobody") else { return }
            try report.refuse(
                Self.profile.rules.finding(.error, "name.nobody", "name", "nobody is nobody", "Be somebody"))
        }
    }

    /// The expiration in the token that the system issues.
    private static func expiration(after lifetime: Duration, from now: NumericDate) throws -> NumericDate {
        let token = try System().token(for: "Jane", lifetime: lifetime, at: now)
        return try #require(JWTClaims(UnverifiedJWT(unverified: token).claims).expiration)
    }

    @Test(
        arguments: [
            (.seconds(1), 0, 101), (.seconds(900), 0, 1_000), (.seconds(1), 999_999_999, 101),
            (.milliseconds(1_999), 0, 101),
            (.milliseconds(1_500), 500_000_000, 102), (.seconds(Int64.max), 0, 253_402_300_799),
        ] as [(Duration, Int, Int64)])
    func expiration(_ lifetime: Duration, _ nanoseconds: Int, _ expected: Int64) throws {
        let now = try #require(NumericDate(unixSeconds: 100, nanoseconds: nanoseconds))
        let expiration = try Self.expiration(after: lifetime, from: now)
        #expect(expiration == NumericDate(unixSeconds: expected))
        // Never later than the lifetime says, and never now or past.
        #expect(expiration <= now.advanced(by: lifetime) && expiration > now)
    }

    @Test(arguments: [.zero, .milliseconds(999), .seconds(-1), .seconds(Int64.min)] as [Duration])
    func lifetimeUnderASecond(_ lifetime: Duration) {
        let error = #expect(throws: HS256Error.self) {
            try System().token(for: "Jane", lifetime: lifetime, at: 100)
        }
        #expect(error?.finding.code == "jwt.claim.invalid" && error?.finding.claim == "exp")
    }

    /// Verification throws the error that a diagnosis lists first, and both come from the one rule.
    @Test func furtherRules() throws {
        let system = try System()
        #expect(try system.verify(system.token(for: "Jane", at: 100), at: 100) == "Jane")
        let token = try system.token(for: "nobody", at: 100)
        let error = #expect(throws: HS256Error.self) { try system.verify(token, at: 100) }
        let findings = system.diagnose(token, at: 100)
        #expect(findings.map(\.code.rawValue) == ["x.name.nobody"])
        #expect(findings.first == error.map(System.profile.finding))
        #expect(findings.first?.source == "a page")
    }
}
