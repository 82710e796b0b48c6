import FreshdeskWebChatJWT
import HelpdeskTestSupport
import TestSupport
import Testing

struct FreshdeskWebChatTests {
    private let system: FreshdeskWebChat

    init() throws {
        system = try FreshdeskWebChat(key: try Fixture.key)
    }

    /// The claims of the page's sample, and the token as python3's hmac and base64 make it.
    @Test func tokenOfACustomer() throws {
        let customer = try FreshdeskWebChatUser(
            uuid: "uuid-123456-abcdef", id: "ref-123456", firstName: "John", lastName: "Doe",
            phoneNumber: "+1234567890")
        let expected = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJmcmVzaGNhdF91dWlkIjoidXVpZC0xMjM0NTYtYWJjZGVmIiwicmVmZXJ\
            lbmNlX2lkIjoicmVmLTEyMzQ1NiIsImZpcnN0X25hbWUiOiJKb2huIiwibGFzdF9uYW1lIjoiRG9lIiwicGhvbmVfbnVtYmV\
            yIjoiKzEyMzQ1Njc4OTAiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMzYwMH0.qvIvM71QyaQK6PS9MT7KS_fa7dF\
            2tyFGjP53qRWbUxo
            """
        #expect(try system.token(for: customer, at: Fixture.now) == expected)
        #expect(try system.verify(expected, at: Fixture.now) == customer)
        #expect(system.diagnose(expected, at: Fixture.now).isEmpty)
    }

    @Test func tokenOfAVisitorUnderAllNames() throws {
        let expected = """
            eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJmcmVzaGNhdF91dWlkIjoidSIsImZyZXNoZGVza191dWlkIjoidSIsImZ\
            yZXNoY2hhdF91dWlkIjoidSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwfQ.nLlFQu7QN7mY2HzrEu8KvM_u\
            _SVpfRwEv0b3dbMGLVk
            """
        let everyName = try FreshdeskWebChat(key: try Fixture.key, uuidClaims: .all)
        #expect(try everyName.token(for: .visitor(uuid: "u"), at: Fixture.now) == expected)
        #expect(try system.verify(expected, at: Fixture.now) == .visitor(uuid: "u"))
    }

    @Test(
        arguments: [
            (.freshcat, ["freshcat_uuid"]),
            (.freshdesk, ["freshdesk_uuid"]),
            (.freshchat, ["freshchat_uuid"]),
            ([.freshcat, .freshchat], ["freshcat_uuid", "freshchat_uuid"]),
            (.all, ["freshcat_uuid", "freshdesk_uuid", "freshchat_uuid"]),
        ] as [(FreshdeskWebChat.UUIDClaims, [String])])
    func namesOfTheUUID(_ names: FreshdeskWebChat.UUIDClaims, _ expected: [String]) throws {
        let system = try FreshdeskWebChat(key: try Fixture.key, uuidClaims: names)
        let token = try system.token(for: .visitor(uuid: "u-1"), at: Fixture.now)
        let claims = try UnverifiedJWT(unverified: token).claims
        #expect(claims.members.map(\.name) == expected + ["iat", "exp"])
        #expect(expected.allSatisfy { claims[$0] == "u-1" })
        #expect(try system.verify(token, at: Fixture.now).uuid == "u-1")
    }

    @Test func withoutANameThereIsNoSystem() throws {
        for names: FreshdeskWebChat.UUIDClaims in [[], .init(rawValue: 8)] {
            let key = try Fixture.key
            let said = message { () throws(HS256Error) in try FreshdeskWebChat(key: key, uuidClaims: names) }
            #expect(said == "\"freshcat_uuid\" has no name: choose one of UUIDClaims")
        }
    }

    /// An older mobile client looks at `exp` only beside an `iat`.
    @Test func issuedAtIsWrittenInWholeSeconds() throws {
        let now = try #require(NumericDate(unixSeconds: 1_700_000_000, nanoseconds: 999_999_999))
        let token = try system.token(for: .visitor(uuid: "u"), at: now)
        #expect(try UnverifiedJWT(unverified: token).claims["iat"] == 1_700_000_000)
    }
}
