import HS256
import HelpdeskIdentity
import Testing

struct HelpdeskSystemTests {
    /// The smallest system there can be: only what the protocol adds is looked at.
    private struct System: HelpdeskSystem {
        static var profile: SystemProfile {
            SystemProfile(
                id: "x", name: "X", header: [.init("alg", "string", .required, "HS256")], claims: [],
                defaultLifetime: .seconds(60), maximumLifetime: .seconds(120), symptom: "none", page: "none")
        }

        func token(for user: String, lifetime: Duration, at now: NumericDate) throws(JWTError) -> String { user }
        func verify(_ token: String, at now: NumericDate) throws(JWTError) -> String { token }
        func diagnose(_ token: String, secretText: String?, at now: NumericDate) -> [Finding] { [] }
    }

    @Test(
        arguments: [
            (.seconds(1), 0, 101), (.seconds(900), 0, 1_000), (.seconds(1), 999_999_999, 101),
            (.milliseconds(1_999), 0, 101),
            (.milliseconds(1_500), 500_000_000, 102), (.seconds(Int64.max), 0, 253_402_300_799),
        ] as [(Duration, Int, Int64)])
    func expiration(_ lifetime: Duration, _ nanoseconds: Int, _ expected: Int64) throws {
        let now = try #require(NumericDate(unixSeconds: 100, nanoseconds: nanoseconds))
        let expiration = try System.expiration(after: lifetime, from: now)
        #expect(expiration == NumericDate(unixSeconds: expected))
        // Never later than the lifetime says, and never now or past.
        #expect(expiration <= now.advanced(by: lifetime) && expiration > now)
    }

    @Test(arguments: [.zero, .milliseconds(999), .seconds(-1), .seconds(Int64.min)] as [Duration])
    func lifetimeUnderASecond(_ lifetime: Duration) {
        let error = #expect(throws: JWTError.self) { try System.expiration(after: lifetime, from: 100) }
        #expect(error?.finding.code == "jwt.claim.invalid" && error?.finding.claim == "exp")
    }

    @Test func profile() {
        let profile = System.profile
        #expect(profile.id == "x" && profile.name == "X" && profile.symptom == "none" && profile.page == "none")
        #expect(profile.header[0].name == "alg" && profile.header[0].type == "string")
        #expect(profile.header[0].need == .required && profile.header[0].notes == "HS256" && profile.claims.isEmpty)
        #expect(profile.defaultLifetime == .seconds(60) && profile.maximumLifetime == .seconds(120))
    }
}
